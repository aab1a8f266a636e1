"""Takes the View and a book; adds the sheets one reads first: how to use the workbook, and the plan in figures."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from xlsxwriter.image import Image

from planner.advice.view import View
from planner.documents import tables
from planner.documents.chapters.forms import annexed
from planner.documents.chapters.parts import unread
from planner.documents.logo import logo
from planner.documents.voice import Phrase, Voice, flat
from planner.documents.workbook.book import FONT, Book, day, lines_of, stacked
from planner.vocabularies import VOCABULARIES, WITHDRAWN

STEPS = (
    "step-actions", "step-findings", "step-signals", "step-milestones", "step-areas", "step-forms", "step-add",
    "step-sort", "step-return",
)  # fmt: skip
NEEDED = {
    "step-actions": "actions", "step-findings": "findings", "step-signals": "signals",
    "step-milestones": "milestones", "step-areas": "areas",
}  # fmt: skip
"""The sheet a step is about."""
LIMITS = ("limit-contract", "limit-rights", "limit-law")
LEVELS = ("critical", "major", "minor", "observation", "unrated")
WIDTHS = (34, 62)
README = 84
"""A single column is not scaled to the page everywhere, so it must fit on A4 as it is."""
TITLE, TITLE_LINE = 18, 24
"""In points."""
Line = tuple[Phrase, object] | tuple[Phrase, object, str] | None
"""A label and its value, and the chart the value belongs to; a heading has no value."""
CHART = {"width": 345, "height": 250}
MM_PER_INCH = 25.4
POINTS_PER_MM = 72 / MM_PER_INCH


def readme(view: View, book: Book) -> None:
    """Add the sheet that says what the workbook is for and how to send it back."""
    voice = book.voice
    sheet = book.sheet("readme")
    own = voice.known_list("documents.clauses")
    sheet.set_portrait()
    sheet.set_column(0, 0, README)
    _title(sheet, book, tables.plan_title(view, voice), README)
    _logo(sheet, book)
    texts = [
        *((line, False) for line in unread(voice)),
        (voice.say("workbook.about"), False),
        *((_step(step, book), False) for step in _steps(view, book)),
        (voice.say("workbook.no-names"), False),
        *(((voice.say("headings.limits"), True),) if "limits" in view.chapters else ()),
        *((voice.say(f"sentences.{limit}"), False) for limit in LIMITS if "limits" in view.chapters),
        *(((voice.say("headings.clauses"), True),) if own else ()),
        *((clause, False) for clause in own),
    ]
    for row, (text, bold) in enumerate(texts, 2):
        book.write(sheet, row, 0, stacked(text), book.format(bold=bold, indent=0 if bold else 1))
        book.fit(sheet, row, [stacked(text)], [README])


def _steps(view: View, book: Book) -> list[str]:
    """Give the steps whose sheets the workbook has."""
    lacking = {step for step, sheet in NEEDED.items() if sheet not in book.names}
    without_forms = set() if annexed(view) else {"step-forms"}
    return [step for step in STEPS if step not in lacking | without_forms]


def _step(step: str, book: Book) -> Phrase:
    return book.voice.say(f"workbook.{step}", sheet=book.names.get(NEEDED.get(step, "")))


def summary(view: View, book: Book) -> None:
    """Add the sheet with the parties, the agreement and the figures."""
    sheet = book.sheet("summary")
    sheet.set_portrait()
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    _title(sheet, book, tables.plan_title(view, book.voice))
    row = 1
    charts: dict[str, list[int]] = {}
    for line in (*_basis(view, book.voice), *_figures(view, book.voice), *_agreement(view, book.voice)):
        row += 1
        if line is None:
            continue
        label, value, *chart = line
        heading = value is None
        book.write(sheet, row, 0, stacked(_capital(label)), book.format(bold=True, **_section(book) if heading else {}))
        for name in chart:
            charts.setdefault(name, []).append(row)
        if not heading:
            style = book.format(
                num_format="yyyy-mm-dd" if not isinstance(value, int | float | str) else "General", align="left"
            )
            book.write(sheet, row, 1, value, style)
            book.fit(sheet, row, [stacked(label), value], WIDTHS)
    for place, (name, rows) in enumerate(charts.items()):
        _chart(sheet, book, name, rows, row + 2, place)


def _chart(sheet: Any, book: Book, name: str, rows: list[int], at: int, place: int) -> None:
    """Draw figures of the sheet as bars. Every bar has its name and number, so that colour tells nothing alone."""
    title = flat(book.voice.say(f"workbook.charts.{name}"))
    chart = book.workbook.add_chart({"type": "bar"})
    source = book.names["summary"]
    chart.add_series({
        "categories": [source, rows[0], 0, rows[-1], 0],
        "values": [source, rows[0], 1, rows[-1], 1],
        "fill": {"color": book.brand["accent"]},
        "data_labels": {"value": True},
        "gap": 60,
    })  # fmt: skip
    chart.set_title({"name": title, "name_font": {"size": 11}, "overlay": False})
    chart.set_legend({"none": True})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_y_axis({"reverse": True})
    chart.set_size(CHART)
    described = flat(book.voice.say("workbook.charts.described", title=title))
    sheet.insert_chart(at, 0, chart, {"x_offset": place * (CHART["width"] + 10), "description": described})


def _title(sheet: Any, book: Book, title: Phrase, width: int = 0) -> None:
    """Write the title, each language on its line, and turned over where the column has a width to keep to."""
    text = stacked(tables.short(title))
    lines = lines_of(text, width * FONT // TITLE) if width else len(title)
    sheet.set_row(0, 6 + TITLE_LINE * lines)
    book.write(sheet, 0, 0, text, book.format(bold=True, font_size=TITLE, text_wrap=bool(width)))


def _logo(sheet: Any, book: Book) -> None:
    """Draw the brand's logo on the row below the title, as large as in other documents."""
    drawn = logo(book.brand)
    if drawn is None:
        return
    image = Image(io.BytesIO(drawn.png))
    dots = image.x_dpi / MM_PER_INCH, image.y_dpi / MM_PER_INCH
    scale = {"x_scale": drawn.width * dots[0] / image.width, "y_scale": drawn.height * dots[1] / image.height}
    sheet.set_row(1, drawn.height * POINTS_PER_MM + 9)
    sheet.insert_image(1, 0, image, {**scale, "x_offset": 3, "y_offset": 3, "description": book.brand["name"]})


def _section(book: Book) -> dict[str, Any]:
    return {"font_size": 13, "font_color": book.brand["accent"]}


def _basis(view: View, voice: Voice) -> Iterator[Line]:
    plan = view.plan
    yield voice.say("headings.basis" if len(view.parties) > 1 else "headings.basis-one"), None
    for side in view.parties:
        organisation = voice.typed(plan[side]["organisation"]) or voice.missing()  # type: ignore[literal-required]
        yield tables.side_label(view, side, voice), stacked(organisation)
    contract = (("contract-reference", voice.typed(plan["contract"]["reference"])),)
    for label, value in (
        *(contract if len(view.parties) > 1 else ()),
        ("trigger", voice.term("triggers", plan["trigger"]["type"])),
    ):
        yield voice.say(f"labels.{label}"), stacked(value or voice.missing())
    yield voice.say("labels.revision"), stacked(tables.revision(view, voice))
    yield None


def _figures(view: View, voice: Voice) -> Iterator[Line]:
    figures = view.figures
    if view.blank:
        return
    yield voice.say("headings.figures"), None
    for standing in (*reversed(VOCABULARIES["standings"]), "unknown"):
        if figures.by_standing.get(standing):
            said = voice.say("common.not-answered") if standing == "unknown" else voice.term("standings", standing)
            yield said, figures.by_standing[standing], "by-standing"
    if view.risks:
        yield voice.say("figures.risks", count=2), len(view.risks)
    for light in VOCABULARIES["lights"]:
        if figures.by_light.get(light):
            yield voice.term("lights", light), figures.by_light[light], "by-light"
    if view.findings or view.section is None:
        yield voice.say("figures.findings", count=2), figures.findings
    for level in LEVELS:
        if figures.by_level.get(level):
            label = voice.say("common.unrated") if level == "unrated" else voice.term("levels", level)
            yield label, figures.by_level[level], "by-level"
    yield voice.say("figures.actions", count=2), figures.actions
    for status in VOCABULARIES["statuses"]:
        if figures.by_status.get(status):
            yield voice.term("statuses", status), figures.by_status[status], "by-status"
    yield voice.say("figures.late", count=2), figures.late
    yield voice.say("figures.progress"), stacked(voice.percent(figures.percent))
    if any(action.record["status"] == WITHDRAWN for action in view.actions):
        yield voice.say("common.withdrawn"), ""
    yield None


def _agreement(view: View, voice: Voice) -> Iterator[Line]:
    agreement = view.plan["agreement"]
    yield voice.say("headings.agreement"), None
    yield voice.say("labels.channel"), _lines(voice.terms("channels", agreement["channel"]), voice)
    yield voice.say("labels.every"), stacked(voice.term("rhythms", agreement["every"]) or voice.missing())
    yield voice.say("labels.first"), day(agreement["first"]) or stacked(voice.missing())
    yield (
        voice.say("labels.report-contains"),
        _lines(voice.terms("report_contains", agreement["report_contains"]), voice),
    )
    yield voice.say("labels.authority-agreement"), stacked(voice.typed(agreement["authority"]) or voice.missing())


def _capital(label: Phrase) -> Phrase:
    """Begin each text with a capital; that of a Turkish i keeps its dot."""
    dotted = {("tr", "i"): "İ"}
    heads = (dotted.get((run.language or "", run.text[:1]), run.text[:1].upper()) for run in label)
    return tuple(run._replace(text=head + run.text[1:]) for run, head in zip(label, heads, strict=True))


def _lines(phrases: tuple[Phrase, ...], voice: Voice) -> str:
    return "\n".join(stacked(phrase) for phrase in phrases) or stacked(voice.missing())
