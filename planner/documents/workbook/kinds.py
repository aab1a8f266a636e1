"""Takes the View and a book; adds the lists only some kinds of plan have: areas, risks, follow-ups, signals."""

from __future__ import annotations

from planner.advice.view import AreaView, OpenedView, RiskView, SignalView, View
from planner.documents import subjects, tables
from planner.documents.voice import Voice, flat
from planner.documents.workbook.book import ID, Book, Column, day, stack, stacked

AREAS = (
    Column("number", 6),
    Column("area", 34),
    Column("standing", 18, fill_in=True, choices="standings", to="standing"),
    Column("area-evidence", 48, fill_in=True, to="evidence"),
    Column("actions", 14),
    Column("in-place", 64),
    ID,
)
RISKS = (
    Column("number", 6),
    Column("risk", 44, to="text"),
    Column("product", 24, to="product"),
    Column("topic", 24),
    Column("chain", 24),
    Column("country", 16),
    Column("severity", 14),
    Column("likelihood", 16),
    Column("sources", 40),
    Column("actions", 14),
    ID,
)
LIGHTS = (
    Column("supplier", 30),
    Column("category", 22),
    Column("method-used", 24),
    Column("date", 12, "date"),
    Column("light", 20),
    Column("number", 6),
    Column("deviation", 44, to="text"),
    Column("due", 12, "date", to="due"),
    Column("closed", 12, "date", fill_in=True, to="closed"),
    Column("actions", 12),
    Column("shared-with", 24),
    Column("lacking", 46),
    ID,
)
SIGNALS = (
    Column("number", 6),
    Column("signal", 46, to="text"),
    Column("date", 12, "date", to="date"),
    Column("from", 22, to="source"),
    Column("topic", 22),
    Column("chain", 24),
    Column("severity", 14),
    Column("asked", 48),
    Column("answer-due", 13, "date"),
    Column("answer-given", 44, fill_in=True, to="reply"),
    Column("agreed", 40, to="agreed"),
    Column("closed", 12, "date", to="closed"),
    Column("answered-by", 12),
    ID,
)


def areas(view: View, book: Book) -> None:
    """Add the list of areas: where each stands, and what shows it, are the reader's to fill in."""
    book.list("areas", AREAS, [_area(area, book.voice) for area in view.areas], f"{view.section}.areas")


def risks(view: View, book: Book) -> None:
    """Add the list of risks in the chain, gravest first."""
    book.list("risks", RISKS, [_risk(risk, book.voice) for risk in view.risks], "chain.risks")


def lights(view: View, book: Book) -> None:
    """Add the follow-ups, a row for each deviation, so that they can be sorted by light and date."""
    rows = [row for one in view.opened for row in _opened(one, book.voice)]
    book.list("lights", LIGHTS, rows, "deviations")


def signals(view: View, book: Book) -> None:
    """Add the log of signals: what the supplier replies is the reader's to fill in."""
    book.list("signals", SIGNALS, [_signal(signal, book.voice) for signal in view.signals], "signals")


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
        record["id"],
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
            deviation.record["id"],
        ]
        for deviation in one.deviations
    ] or [[*first, "", "", "", "", "", *last, f"follow-up/{record['id']}"]]


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
        record["reply"],
        record["agreed"],
        day(record["closed"]),
        ", ".join(signal.findings),
        record["id"],
    ]
