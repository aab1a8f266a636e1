"""Takes the View; gives the forms people fill in by hand: each question with room to write the answer."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import FormView, View
from planner.documents.blocks import Block, Heading, Lines, Paragraph, Table
from planner.documents.chapters.parts import columns
from planner.documents.voice import Phrase, Voice, toned
from planner.words import Words

YEARLY = ("yearly-report", "yearly-review")
"""The supplier's report and the buyer's review of it come back every year, so the form goes with the plan."""
TEMPLATES = ("account", "look-back")
"""Forms for later, which only a blank plan brings: once its processes stand, a supplier gives its own account of harm
(A15 of the source documents); at the end of a year a programme looks back (D13)."""


def forms(view: View, voice: Voice) -> Iterator[Block]:
    for form in annexed(view):
        yield from _form(form, voice)


def annexed(view: View) -> list[FormView]:
    """Give the forms that come with the plan, for every format."""
    yearly = [form for form in view.forms if form.id in YEARLY]
    if "forms" not in view.chapters:
        return []
    return yearly or [form for form in view.forms if form.id in TEMPLATES and view.blank]


def _form(form: FormView, voice: Voice) -> Iterator[Block]:
    """Give one form, on a page of its own."""
    yield Heading(1, voice.known(f"reviews.{form.id}.title"), fresh=True)
    yield Paragraph(voice.known(f"reviews.{form.id}.intro"))
    for part, questions in form.parts:
        name = voice.known(f"reviews.{form.id}.parts.{part}")
        yield Heading(2, name)
        rows = tuple(_question(form, id, kind, voice) for id, kind in questions)
        yield Table(name, columns(voice, question=42, answer=58), rows, titled=True, room=True)


def _question(form: FormView, id: str, kind: str, voice: Voice) -> tuple[Lines, ...]:
    key = f"reviews.{form.id}.questions.{id}"
    asked = voice.known(f"{key}.label"), toned(voice.known(f"{key}.hint"), "hint")
    return asked, (yes_no(voice),) if kind == "yes_no" else ()


def yes_no(voice: Voice) -> Phrase:
    """Give boxes to tick, for "not known yet" too."""

    def boxes(words: Words) -> str:
        said = (words.term("yes_no", "yes"), words.term("yes_no", "no"), words("documents.common.not-known"))
        return "   ".join(f"☐ {one}" for one in said)

    return voice.each(boxes)
