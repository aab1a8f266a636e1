"""Takes the View; gives the risks in the chain of a contract, gravest first, and the reports its supplier owes."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import RiskView, View
from planner.documents import subjects, tables
from planner.documents.blocks import Block, Heading, Lines, Paragraph, Table
from planner.documents.chapters.parts import columns, empty_rows, or_gap, rows_or_gap
from planner.documents.voice import Voice


def risks(view: View, voice: Voice) -> Iterator[Block]:
    yield Heading(1, voice.say("headings.risks"))
    yield Paragraph(voice.say("sentences.risks"), keep=True)
    named = columns(voice, number=6, risk=29, chain=18, gravity=15, sources=19, actions=13)
    rows = [_risk(risk, voice) for risk in view.risks]
    filled = empty_rows(8, 6) if view.blank else rows_or_gap(voice, rows, 6)
    yield Table(voice.say("headings.risks"), named, filled, titled=True, wide=True)


def _risk(risk: RiskView, voice: Voice) -> tuple[Lines, ...]:
    record = risk.record
    text = subjects.risk_text(risk, voice)
    topic = voice.term("topics", record["topic"])
    return (
        (voice.typed(risk.number),),
        (text, () if topic == text else topic, voice.typed(record["product"])),
        or_gap(voice, *subjects.chain(risk, voice)),
        (tables.severity(record["severity"], voice), subjects.likelihood(risk, voice)),
        or_gap(voice, *(voice.typed(one) for one in record["sources"])),
        or_gap(voice, voice.typed(", ".join(risk.actions))),
    )


def reports_due(view: View, voice: Voice) -> Iterator[Block]:
    yield Heading(1, voice.say("headings.reports-due"))
    yield Paragraph(voice.say("sentences.reports-due"), keep=True)
    late = {event.date for event in view.events if event.kind == "report" and event.late}
    rows: list[tuple[Lines, ...]] = [
        (
            or_gap(voice, voice.date(one["due"])),
            (voice.date(one["received"]) or (voice.say("common.late", "late") if one["due"] in late else ()),),
        )
        for one in sorted(view.plan["chain"]["reports_due"], key=lambda one: one["due"] or "9999")
    ]
    filled = empty_rows(2, 2) if view.blank else rows_or_gap(voice, rows, 2)
    yield Table(
        voice.say("headings.reports-due"), columns(voice, report_due=50, report_received=50), filled, titled=True
    )
