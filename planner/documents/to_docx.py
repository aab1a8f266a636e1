"""Takes the View, words and brand; gives a Word document that two parties would sign."""

from __future__ import annotations

from planner.advice.view import View
from planner.documents.base import Brand, Tell
from planner.documents.outline import followed, outline, progress
from planner.documents.tables import plan_title
from planner.documents.voice import Voice, flat, headline
from planner.documents.word_file import word_file
from planner.words import Words


def write(view: View, words: Words, brand: Brand, second: Words | None = None, tell: Tell | None = None) -> bytes:
    """Give the document, with title and revision at the foot of every page."""
    voice = Voice(words, second, view.plan["language"])
    title, number = flat(plan_title(view, voice)), view.plan["revision"]
    revision = flat(voice.say("common.revision", revision=number))
    steps = progress(view, tell)
    return word_file(
        followed(outline(view, voice), steps),
        voice,
        brand,
        steps,
        title=headline(title, 120),
        footer=f"{headline(title, 60)} · {revision}",
        revision=number,
        day=view.day,
    )
