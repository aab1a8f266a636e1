"""Takes the View and a book; adds the timeline: a row for each action, a column for each week, a sign for each date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from planner.advice.view import ActionView, View
from planner.documents import tables
from planner.documents.voice import flat
from planner.documents.workbook.book import Book, Column, day, stacked
from planner.vocabularies import WITHDRAWN

COLUMNS = (Column("number", 6), Column("action", 40), Column("side", 13), Column("owner", 20))
WEEK_WIDTH, MOST_COLUMNS = 3.3, 60
"""A longer plan has columns of several weeks, so that it still fits on a screen and on A4."""
STEPS = (1, 2, 4, 8, 13, 26, 52)
"""Weeks a column may stand for."""
RUNNING, MILESTONE, CHECK, DUE = "■", "◆", "◇", "●"
TOP = 2
LEGEND = ("running", "milestone", "due", "check")


def has_dates(view: View) -> bool:
    """Tell whether there is anything to draw."""
    return any(day for action in _drawn(view) for day, _ in _dates(action))


def timeline(view: View, book: Book) -> None:
    """Add the sheet. Signs differ in shape, so that they tell without colour too."""
    drawn = sorted(_drawn(view), key=lambda action: action.record["due"] or "9999")
    days = [day for action in drawn for day, _ in _dates(action)]
    first = _monday(min(days))
    weeks = (max(days) - first).days // 7 + 1
    step = next((one for one in STEPS if weeks <= one * MOST_COLUMNS), STEPS[-1])
    count = min(-(-weeks // step), MOST_COLUMNS)
    sheet = book.sheet("timeline")
    end = first + timedelta(days=min(count * step * 7 - 1, (date.max - first).days))  # the last week of 9999 is short
    _legend(sheet, book, step, end, max(days))
    _heads(sheet, book, first, step, count)
    styles = [book.of_column(column) for column in COLUMNS]
    filled = {"align": "center", "border": 1, "border_color": "#CFCFCF"}
    on_time = book.format(**filled, bg_color="#DCE6F1", font_color=book.brand["accent"])
    late = book.format(**filled, bg_color="#FBE3E1", font_color="#9B1C1C") if any(one.late for one in drawn) else None
    for row, action in enumerate(drawn, TOP + 1):
        _row(sheet, book, row, action, styles)
        for place, sign in _signs(action, first, step).items():
            if place < MOST_COLUMNS:
                book.write(sheet, row, len(COLUMNS) + place, sign, late if action.late else on_time)
    sheet.freeze_panes(TOP + 1, 2)
    sheet.repeat_rows(TOP)
    sheet.repeat_columns(0, 1)


def _legend(sheet: Any, book: Book, step: int, end: date, last: date) -> None:
    """Explain signs and columns; where they end before the last date, say when."""
    voice = book.voice
    signs = " · ".join(flat(voice.say(f"workbook.timeline.{one}")) for one in LEGEND)
    columns = voice.say("workbook.timeline.legend" if step == 1 else "workbook.timeline.legend-weeks", weeks=step)
    cut = flat(voice.say("workbook.timeline.more", date=end.isoformat())) if last > end else ""
    plain = book.format(text_wrap=False)
    book.write(sheet, 0, 0, signs, plain)
    book.write(sheet, 1, 0, " ".join(part for part in (flat(columns, " "), cut) if part), plain)


def _heads(sheet: Any, book: Book, first: date, step: int, count: int) -> None:
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
        book.write(sheet, TOP, place, book.label(column), book.heading())
    sheet.set_column(len(COLUMNS), len(COLUMNS) + count - 1, WEEK_WIDTH)
    style = book.format(
        bold=True, font_color="#FFFFFF", bg_color=book.brand["accent"], border=1, rotation=90, num_format="yyyy-mm-dd"
    )
    for place in range(count):
        book.write(sheet, TOP, len(COLUMNS) + place, first + timedelta(weeks=place * step), style)
    sheet.set_row(TOP, 66)


def _row(sheet: Any, book: Book, row: int, action: ActionView, styles: Sequence[Any]) -> None:
    voice, record = book.voice, action.record
    texts = (action.number, stacked(tables.action_title(action, voice)), stacked(voice.term("sides", record["side"])))
    for place, value in enumerate((*texts, record["owner"])):
        book.write(sheet, row, place, value, styles[place])
    book.fit(sheet, row, texts, [column.width for column in COLUMNS])


def _signs(action: ActionView, first: date, step: int) -> dict[int, str]:
    """Give the sign of each column: a date goes over the work that is under way, the deadline over all."""

    def place(one: date) -> int:
        return (one - first).days // (7 * step)

    dates = list(_dates(action))
    due = next((place(one) for one, sign in dates if sign == DUE), None)
    begun = next((place(one) for one, sign in dates if sign == RUNNING), due)
    found = {} if due is None or begun is None else dict.fromkeys(range(begun, due + 1), RUNNING)
    return found | {place(one): sign for wanted in (MILESTONE, CHECK, DUE) for one, sign in dates if sign == wanted}


def _dates(action: ActionView) -> Iterator[tuple[date, str]]:
    """Give every date of an action with its sign; the start counts as work under way."""
    record = action.record
    found = (
        (record["start"], RUNNING),
        (record["due"], DUE),
        (record["effectiveness"]["due"], CHECK),
        *((one.record["due"], MILESTONE) for one in action.milestones),
    )
    for iso, sign in found:
        one = day(iso)
        if isinstance(one, date):
            yield one, sign


def _drawn(view: View) -> list[ActionView]:
    return [action for action in view.actions if action.record["status"] != WITHDRAWN]


def _monday(one: date) -> date:
    return one - timedelta(days=one.weekday())
