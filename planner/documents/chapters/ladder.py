"""Takes the View; gives what can be done when what was agreed is not kept, and the steps taken so far."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import StepView, View
from planner.documents import subjects
from planner.documents.blocks import Block, Heading, Items, Lines, Paragraph, Table
from planner.documents.chapters.parts import columns, empty_rows, or_gap
from planner.documents.voice import Voice

CONTRACT = "chain"
LEAVING = "leaving"


def ladder(view: View, voice: Voice) -> Iterator[Block]:
    """Explain the options where a contract is performed or a step was taken; a plan that goes well needs none."""
    if not view.steps and view.section != CONTRACT:
        return
    yield Heading(1, voice.say("headings.ladder"))
    yield Items(voice.known_list("ladder.intro"))
    if view.steps or view.blank:
        yield Heading(2, voice.say("headings.steps"))
        named = columns(voice, date=19, step=27, basis=19, answer_due=19, outcome=16)
        rows = tuple(_step(step, voice) for step in view.steps)
        yield Table(voice.say("headings.steps"), named, empty_rows(3, 5) if view.blank else rows, titled=True)
    if view.leaving:
        yield Heading(2, voice.known(f"reviews.{LEAVING}.title"))
        yield Paragraph(voice.known(f"reviews.{LEAVING}.intro"))
        yield Items(
            tuple(
                voice.known(f"reviews.{LEAVING}.questions.{question}.label")
                for form in view.forms
                if form.id == LEAVING
                for _, questions in form.parts
                for question, _ in questions
            )
        )


def _step(step: StepView, voice: Voice) -> tuple[Lines, ...]:
    record = step.record
    basis = voice.typed(record["basis"])
    late = voice.say("common.late", "late") if step.late else ()
    return (
        or_gap(voice, voice.date(record["date"])),
        (subjects.step_title(step, voice), voice.typed(record["reason"])),
        or_gap(voice, basis) if step.basis else (basis,),
        (voice.date(record["answer_due"]), late),
        (voice.typed(record["outcome"]),),
    )
