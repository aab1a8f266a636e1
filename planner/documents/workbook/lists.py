"""Takes the View and a book; adds the lists people work in: actions, milestones, findings and dates."""

from __future__ import annotations

from typing import Any

from planner.advice.view import ActionView, FindingView, View
from planner.documents import subjects, tables
from planner.documents.voice import Voice, flat
from planner.documents.workbook.book import BLANK_ROWS, ID, MORE_ROWS, Book, Column, day, stack, stacked
from planner.vocabularies import CLOSED

ACTIONS = (
    Column("number", 6),
    Column("action", 38, to="text"),
    Column("side", 13, choices="sides", to="side"),
    Column("owner", 20, fill_in=True, to="owner"),
    Column("due", 12, "date", to="due"),
    Column("status", 16, fill_in=True, choices="statuses", to="status"),
    Column("percent", 11, "percent", fill_in=True, to="percent"),
    Column("closed", 12, "date", fill_in=True, to="closed"),
    Column("note", 32, fill_in=True, to="note"),
    Column("due-proposed", 13, "date", fill_in=True, to="due"),
    Column("obstacle", 32, fill_in=True, to="status_reason"),
    Column("support-asked", 28, fill_in=True, to="support_asked"),
    Column("severity", 12),
    Column("findings", 11),
    Column("verification", 20, choices="verification", to="verification"),
    Column("evidence", 36),
    Column("how", 64),
    Column("safeguard", 44),
    Column("nature", 18),
    Column("start", 12, "date", to="start"),
    ID,
)
MILESTONES = (
    Column("number", 6),
    Column("action", 38),
    Column("milestone", 48, to="text"),
    Column("due", 13, "date", to="due"),
    Column("done", 13, "date", fill_in=True, to="done"),
    ID,
)
FINDINGS = (
    Column("number", 6),
    Column("finding", 46, to="text"),
    Column("topic", 22),
    Column("severity", 13),
    Column("response", 22, fill_in=True, choices="stances", to="response.stance"),
    Column("response-reason", 34, fill_in=True, to="response.reason"),
    Column("cause-proposed", 34, fill_in=True, to="root_causes"),
    Column("action-proposed", 38, fill_in=True, to="actions"),
    Column("why", 40),
    Column("place", 26),
    Column("spread", 26),
    Column("root-causes", 34),
    Column("answered-by", 14),
    ID,
)
DATES = (
    Column("date", 13, "date"),
    Column("kind", 20),
    Column("what", 52),
    Column("side", 16),
    Column("owner", 26),
    Column("done", 10),
    ID,
)
LEVEL_COLOURS = {
    "critical": ("#9B1C1C", "#FBE3E1"), "major": ("#8A4300", "#FDEBD8"), "minor": ("#5C5200", "#FBF5CF"),
    "observation": ("#1F4E79", "#E3EDF7"),
}  # fmt: skip
"""Ink and fill of a severity; the contrast of each pair is at least 4.5 to 1."""


def actions(view: View, book: Book) -> None:
    """Add the list of actions: how far each is, another deadline and the help needed are the reader's to fill in."""
    rows = [_action(action, book.voice) for action in view.actions]
    sheet = book.list("actions", ACTIONS, rows, "actions")
    last = max(len(rows), BLANK_ROWS) + MORE_ROWS
    due, status = _place(ACTIONS, "due"), _place(ACTIONS, "status")
    due_cell, status_cell = (f"${chr(ord('A') + place)}2" for place in (due, status))
    closed = ",".join(f'{status_cell}="{_quoted(book, one)}"' for one in CLOSED)
    late = f"=AND(ISNUMBER({due_cell}),{due_cell}<TODAY(),NOT(OR({closed})))"
    style = book.workbook.add_format({"bold": True, "font_color": "#9B1C1C", "bg_color": "#FBE3E1"})
    sheet.conditional_format(1, due, last, due, {"type": "formula", "criteria": late, "format": style})
    percent = _place(ACTIONS, "percent")
    bar = {"type": "data_bar", "bar_color": "#9DB8D2", "bar_solid": True, "min_type": "num", "max_type": "num"}
    sheet.conditional_format(1, percent, last, percent, {**bar, "min_value": 0, "max_value": 1})
    _levels(sheet, book, ACTIONS, last)


def milestones(view: View, book: Book) -> None:
    """Add the list of milestones: the date each was reached is the reader's to fill in."""
    rows = [
        (
            action.number,
            stacked(tables.action_title(action, book.voice)),
            stacked(tables.milestone_text(one, book.voice)),
            day(one.record["due"]),
            day(one.record["done"]),
            f"{action.record['id']}/{one.record['id']}",
        )
        for action in view.actions
        for one in action.milestones
    ]
    book.list("milestones", MILESTONES, rows, "milestones")


def findings(view: View, book: Book) -> None:
    """Add the list of findings, most severe first: what the supplier says to each is the reader's to fill in."""
    rows = [_finding(finding, book.voice) for finding in view.findings]
    sheet = book.list("findings", FINDINGS, rows, "findings")
    _levels(sheet, book, FINDINGS, max(len(rows), BLANK_ROWS) + MORE_ROWS)


def dates(view: View, book: Book) -> None:
    """Add every date of the plan in the order of time, milestones and deadlines included."""
    rows = []
    for event in view.events:
        action = event.action
        what = subjects.event_what(view, event, book.voice)
        rows.append((
            day(event.date),
            stacked(book.voice.say(f"dates.{event.kind}")),
            stacked(what),
            stacked(book.voice.term("sides", action.record["side"])) if action else "",
            action.record["owner"] if action else "",
            "✓" if event.done else "",
            event.id,
        ))  # fmt: skip
    book.list("follow-up", DATES, rows)


def _action(action: ActionView, voice: Voice) -> list[object]:
    record = action.record
    percent = record["percent"]
    return [
        action.number,
        stacked(tables.action_text(action, voice)),
        flat(voice.term("sides", record["side"])),
        record["owner"],
        day(record["due"]),
        flat(voice.term("statuses", record["status"])),
        "" if percent is None else percent / 100,
        day(record["closed"]),
        record["note"],
        "",
        record["status_reason"],
        record["support_asked"],
        stacked(tables.severity(action.level, voice)) if action.level else "",
        ", ".join(action.answers),
        flat(voice.term("verification", record["verification"])),
        stack(tables.action_evidence(action, voice)),
        stacked(tables.action_how(action, voice)) if not record["text"] else "",
        stacked(tables.action_safeguard(action, voice)),
        stacked(voice.term("natures", record["nature"])),
        day(record["start"]),
        record["id"],
    ]


def _finding(finding: FindingView, voice: Voice) -> list[object]:
    record = finding.record
    extent = (
        voice.term("states", record["state"]),
        voice.term("spreads", record["spread"]),
        voice.typed(record["people"]),
    )
    return [
        finding.number,
        stacked(tables.finding_text(finding, voice)),
        stacked(voice.term("topics", record["topic"])),
        stacked(tables.severity(finding.level, voice)),
        flat(voice.term("stances", record["response"]["stance"])),
        record["response"]["reason"],
        "",
        "",
        stack(tables.reasons(finding, voice)),
        stack((voice.term("positions", record["position"]), voice.typed(record["site"]))),
        stack(extent),
        stack(tuple(tables.root_cause(one, voice) for one in record["root_causes"])),
        ", ".join(finding.actions) or stacked(voice.typed(record["no_action_reason"])),
        record["id"],
    ]


def _levels(sheet: Any, book: Book, columns: tuple[Column, ...], last: int) -> None:
    """Colour a level by its word, also where it is written into a new row; the word says the same without colour."""
    place = _place(columns, "severity")
    for level, (ink, fill) in LEVEL_COLOURS.items():
        word = stacked(tables.severity(level, book.voice)).replace('"', '""').replace("\n", '"&CHAR(10)&"')
        criteria = f'=${chr(ord("A") + place)}2="{word}"'
        style = book.workbook.add_format({"bold": True, "font_color": ink, "bg_color": fill})
        sheet.conditional_format(1, place, last, place, {"type": "formula", "criteria": criteria, "format": style})


def _place(columns: tuple[Column, ...], label: str) -> int:
    return [column.label for column in columns].index(label)


def _quoted(book: Book, status: str) -> str:
    return flat(book.voice.term("statuses", status)).replace('"', '""')
