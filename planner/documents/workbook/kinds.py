"""Takes the View and a book; adds the lists only some kinds of plan have: areas, risks, follow-ups, signals."""

from __future__ import annotations

from planner.advice.view import AreaView, OpenedView, RiskView, SignalView, View
from planner.documents import subjects, tables
from planner.documents.voice import Voice, flat
from planner.documents.workbook.book import Book, Column, day, stack, stacked

AREAS = (
    Column("number", 6),
    Column("area", 34),
    Column("standing", 18, fill_in=True, choices="standings", field="standing"),
    Column("area-evidence", 48, fill_in=True, field="evidence"),
    Column("actions", 14),
    Column("in-place", 64),
    Column("id", 10, hidden=True, field="id"),
)
RISKS = (
    Column("number", 6),
    Column("risk", 44),
    Column("product", 24),
    Column("topic", 24),
    Column("chain", 24),
    Column("country", 16),
    Column("severity", 14),
    Column("likelihood", 16),
    Column("sources", 40),
    Column("actions", 14),
)
LIGHTS = (
    Column("supplier", 30),
    Column("category", 22),
    Column("method-used", 24),
    Column("date", 12, "date"),
    Column("light", 20),
    Column("number", 6),
    Column("deviation", 44),
    Column("due", 12, "date"),
    Column("closed", 12, "date"),
    Column("actions", 12),
    Column("shared-with", 24),
    Column("lacking", 46),
)
SIGNALS = (
    Column("number", 6),
    Column("signal", 46),
    Column("date", 12, "date"),
    Column("from", 22),
    Column("topic", 22),
    Column("chain", 24),
    Column("severity", 14),
    Column("asked", 48),
    Column("answer-due", 13, "date"),
    Column("agreed", 40),
    Column("closed", 12, "date"),
    Column("answered-by", 12),
)
BLANK_ROWS = 30


def areas(view: View, book: Book) -> None:
    """Add the list of areas: where each stands, and what shows it, are the reader's to fill in."""
    book.list("areas", AREAS, [_area(area, book.voice) for area in view.areas])
    book.layout["areas"]["section"] = view.section


def risks(view: View, book: Book) -> None:
    """Add the list of risks in the chain, gravest first."""
    rows = [_risk(risk, book.voice) for risk in view.risks]
    book.list("risks", RISKS, rows or [[""] * len(RISKS)] * BLANK_ROWS)


def lights(view: View, book: Book) -> None:
    """Add the follow-ups, a row for each deviation, so that they can be sorted by light and date."""
    rows = [row for one in view.opened for row in _opened(one, book.voice)]
    book.list("lights", LIGHTS, rows or [[""] * len(LIGHTS)] * BLANK_ROWS)


def signals(view: View, book: Book) -> None:
    """Add the log of signals."""
    rows = [_signal(signal, book.voice) for signal in view.signals]
    book.list("signals", SIGNALS, rows or [[""] * len(SIGNALS)] * BLANK_ROWS)


def _area(area: AreaView, voice: Voice) -> list[object]:
    return [
        area.number,
        stacked(subjects.area_title(area, voice)),
        flat(voice.term("standings", area.record and area.record["standing"])),
        area.record and area.record["evidence"],
        ", ".join(area.actions),
        stacked(voice.known(f"areas.{area.id}.about")),
        area.id,
    ]


def _risk(risk: RiskView, voice: Voice) -> list[object]:
    record = risk.record
    return [
        risk.number,
        stacked(subjects.risk_text(risk, voice)),
        record["product"],
        stacked(voice.term("topics", record["topic"])),
        stacked(voice.term("positions", record["link"])),
        stacked(voice.term("countries", record["country"])),
        stacked(tables.severity(record["severity"], voice)),
        stacked(subjects.likelihood(risk, voice)),
        "\n".join(record["sources"]),
        ", ".join(risk.actions),
    ]


def _opened(one: OpenedView, voice: Voice) -> list[list[object]]:
    record = one.record
    first: list[object] = [
        record["supplier"],
        record["category"],
        stacked(voice.term("verification", record["method"])),
        day(record["date"]),
        stacked(subjects.light(one.light, voice)),
    ]
    last: list[object] = [
        "\n".join(record["shared_with"]),
        "" if record["closed"] or one.light == "grey" else stack(voice.terms("closing", one.to_do)),
    ]
    return [
        [
            *first,
            deviation.number,
            stacked(subjects.deviation_text(deviation, voice)),
            day(deviation.record["due"]),
            day(deviation.record["closed"]),
            ", ".join(deviation.actions),
            *last,
        ]
        for deviation in one.deviations
    ] or [[*first, "", "", "", "", "", *last]]


def _signal(signal: SignalView, voice: Voice) -> list[object]:
    record = signal.record
    return [
        signal.number,
        record["text"],
        day(record["date"]),
        record["source"],
        stacked(voice.term("topics", record["topic"])),
        stacked(voice.term("positions", record["position"])),
        stacked(tables.severity(record["severity"], voice)) if record["severity"] else "",
        stack(subjects.asked(signal, voice)),
        day(signal.answer_due),
        record["agreed"],
        day(record["closed"]),
        ", ".join(signal.findings),
    ]
