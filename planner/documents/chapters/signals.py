"""Takes the View; gives the log of signals: what came in, what is asked, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import SignalView, View
from planner.documents import subjects, tables
from planner.documents.blocks import Block, Facts, Heading, Paragraph, Table
from planner.documents.chapters.parts import Fact, asked_for, columns, empty_rows, if_known
from planner.documents.voice import Phrase, Voice


def signals(view: View, voice: Voice) -> Iterator[Block]:
    if not view.signals and not view.blank:
        return
    yield Heading(1, voice.say("headings.signals"))
    yield Paragraph(voice.say("sentences.signals"), keep=True)
    if view.blank:
        named = columns(voice, date=15, signal=31, chain=18, answer_due=15, agreed=21)
        yield Table(voice.say("headings.signals"), named, empty_rows(3, len(named)), titled=True)
    for signal in view.signals:
        yield Heading(2, _title(signal, voice), signal.number)
        yield Facts(_facts(signal, voice))


def _title(signal: SignalView, voice: Voice) -> Phrase:
    record = signal.record
    return tables.short(voice.typed(record["text"])) or voice.term("topics", record["topic"]) or voice.missing()


def _facts(signal: SignalView, voice: Voice) -> tuple[Fact, ...]:
    record = signal.record
    text = voice.typed(record["text"])
    late = voice.say("common.late", "late") if signal.late else ()
    return (
        asked_for(voice, "date", voice.date(record["date"])),
        *if_known(voice, "signal", text if text != _title(signal, voice) else ()),
        *if_known(voice, "from", voice.typed(record["source"])),
        asked_for(voice, "topic", voice.term("topics", record["topic"])),
        asked_for(voice, "chain", voice.term("positions", record["position"])),
        *if_known(voice, "severity", tables.severity(record["severity"], voice)),
        *if_known(voice, "asked", *subjects.asked(signal, voice)),
        asked_for(voice, "answer-due", voice.date(signal.answer_due), late),
        *if_known(voice, "answer-given", voice.typed(record["reply"])),
        asked_for(voice, "agreed", voice.typed(record["agreed"])),
        *if_known(voice, "answered-by", voice.typed(", ".join(signal.findings))),
        *if_known(voice, "closed", voice.date(record["closed"])),
    )
