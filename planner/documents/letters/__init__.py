"""Takes the View, words, brand and which letter about what; gives the letter as a Word document to edit and send."""

from __future__ import annotations

from planner.advice.view import AboutView, View
from planner.documents.base import Brand
from planner.documents.letters.frame import frame
from planner.documents.letters.parts import say
from planner.documents.voice import Voice, flat, headline
from planner.documents.word_file import word_file
from planner.errors import PlannerError
from planner.words import Words


def write(view: View, words: Words, brand: Brand, second: Words | None, letter: str, about: str | None) -> bytes:
    """Give the letter. Of what it can be about the most pressing is taken, unless a number says otherwise."""
    chosen = _chosen(view, letter, about)
    voice = Voice(words, None if second and second.language == words.language else second, view.plan["language"])
    subject = headline(flat(say(voice, f"{letter}.subject")))
    blocks = frame(view, voice, letter, chosen)
    revision = view.plan["revision"]
    return word_file(blocks, voice, brand, title=subject, footer=subject, revision=revision, day=view.day)


def _chosen(view: View, letter: str, about: str | None) -> AboutView:
    fitting = {one.id: one.about for one in view.letters}
    if letter not in fitting:
        raise PlannerError("unfitting-letter", value=letter, known=", ".join(fitting) or "–")
    if about is None:
        return fitting[letter][0]
    for one in fitting[letter]:
        if one.number == about:
            return one
    known = ", ".join(one.number for one in fitting[letter] if one.number)
    raise PlannerError("unfitting-about", value=about, known=known or "–")
