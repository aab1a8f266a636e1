"""Takes what happens on the way; gives signals, steps, reviews and the agenda as the page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.advice.view import AgendaItem, ReviewView, SignalView, StepView, View
from planner.library import Library
from planner.reply.findings import asked
from planner.reply.lines import line
from planner.reply.texts import numbered
from planner.words import Words

PROTECTED = "yes"


def signal(view: SignalView, words: Words) -> dict[str, Any]:
    """Give what is asked on a signal, until when an answer is expected, and the caution until the source is safe."""
    record = view.record
    return {
        "index": view.place,
        "number": view.number,
        "asked": asked(view.asked, words),
        "answer_due": view.answer_due,
        "answer_text": words.date(view.answer_due),
        "proposed": record["response_due"] is None and view.answer_due is not None,
        "late": view.late,
        "protect": None if record["source_protected"] == PROTECTED else words("reasons.protect"),
    }


def step(view: StepView, words: Words) -> dict[str, Any]:
    """Give when a step fits, how to do it and what to mind; of a step the library does not know, its name alone."""
    id = view.record["step"]
    help = {
        part: words(key) if words.has(key := f"ladder.steps.{id}.{part}") else None for part in ("fits", "do", "mind")
    }
    title = words.term("ladder", id)
    return {
        "index": view.place, "number": view.number, "title": title, **help, "basis": view.basis, "late": view.late,
    }  # fmt: skip


def review(view: ReviewView, words: Words) -> dict[str, Any]:
    """Give a review's name and day."""
    return {
        "index": view.place,
        "number": view.number,
        "title": words.term("review_types", view.record["type"]),
        "date_text": words.date(view.record["date"]),
    }


def agenda(view: View, words: Words) -> Iterator[str]:
    """Give the agenda of the next follow-up in the order to speak about it."""
    said = numbered(view, words)
    for one in view.agenda:
        yield _item(one, said[one.number] if one.number else words("documents.dates.report"), words)


@line
def _item(one: AgendaItem, about: str, words: Words) -> dict[str, Any]:
    if one.key:
        form, part = one.key.split(".")
        title, text = words.term("review_types", form), words(f"reviews.{form}.parts.{part}")
    else:
        title = words(f"documents.agenda.{one.kind}")
        text = about
    return {
        "kind": one.kind,
        "title": title,
        "number": one.number,
        "text": text,
        "date": one.date,
        "date_text": words.date(one.date),
    }


def weigh(view: View, library: Library, words: Words) -> dict[str, Any] | None:
    """Give the questions to weigh before a suspension or a termination; None while the ladder holds neither."""
    if not view.leaving:
        return None
    key = "reviews.leaving"
    asked = [question["id"] for part in library.form("leaving")["parts"] for question in part["questions"]]
    return {
        "title": words(f"{key}.title"),
        "intro": words(f"{key}.intro"),
        "questions": [words(f"{key}.questions.{id}.label") for id in asked],
    }
