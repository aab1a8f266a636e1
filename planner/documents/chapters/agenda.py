"""Takes the View; gives the agenda of the next follow-up: what is late, awaited or open, then what to ask."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import AgendaItem, View
from planner.documents import subjects
from planner.documents.blocks import Block, Heading, Items, Lines, Paragraph, Table
from planner.documents.chapters.parts import columns
from planner.documents.voice import Tone, Voice, toned

QUESTION = "question"


def agenda(view: View, voice: Voice) -> Iterator[Block]:
    items = [item for item in view.agenda if item.kind != QUESTION]
    if not view.agenda:
        return
    yield Heading(1, voice.say("headings.agenda"))
    upcoming = next((day for day in view.follow_ups if day >= view.day.isoformat()), None)
    if upcoming and not view.blank:
        yield Paragraph(voice.date(upcoming), "lede", keep=True)
    if items:
        named = columns(voice, dialogue=58, sort=22, due=20)
        rows = tuple(_item(view, item, voice) for item in items)
        yield Table(voice.say("headings.agenda"), named, rows, titled=True)
    for item in view.agenda:
        if item.kind == QUESTION:
            yield from _questions(view, item, voice)


def _item(view: View, item: AgendaItem, voice: Voice) -> tuple[Lines, ...]:
    tone: Tone | None = "late" if item.kind == "late" else None
    kind = voice.say(f"agenda.{item.kind}", tone)
    what = subjects.called(view, item.number, voice) or voice.say("dates.report")
    return (what,), (kind,), (toned(voice.date(item.date), tone),)


def _questions(view: View, item: AgendaItem, voice: Voice) -> Iterator[Block]:
    """Give the questions of one part of a form, under its name."""
    form, _, part = str(item.key).partition(".")
    yield Heading(2, voice.known(f"reviews.{form}.parts.{part}"))
    yield Items(
        tuple(
            voice.known(f"reviews.{form}.questions.{question}.label")
            for one in view.forms
            if one.id == form
            for id, questions in one.parts
            if id == part
            for question, _ in questions
        )
    )
