"""Takes a voice, keys of the letters and phrases; gives the sentences and lists of a letter."""

from __future__ import annotations

from collections.abc import Iterable

from planner.advice.view import ActionView
from planner.documents import tables
from planner.documents.blocks import Items, Paragraph
from planner.documents.voice import Phrase, Voice
from planner.words import Words


def say(voice: Voice, key: str, **values: Phrase) -> Phrase:
    """Say a text of the letters; what fills its gaps is said in the language of the text."""
    return voice.each(lambda words: words(f"letters.{key}", **{name: _in(words, one) for name, one in values.items()}))


def paragraph(voice: Voice, letter: str, name: str, *, keep: bool = False) -> Paragraph:
    """Give a paragraph of a letter; one that leads to a list stays with it."""
    return Paragraph(say(voice, f"{letter}.paragraphs.{name}"), keep=keep)


def asks(voice: Voice, letter: str) -> Items:
    """Give the list of what a letter asks for."""
    return Items(voice.known_list(f"letters.{letter}.asks"))


def with_deadlines(voice: Voice, actions: Iterable[ActionView]) -> Items:
    """Give a list of actions, each with its deadline where it has one."""
    return Items(tuple(_with_deadline(voice, one) for one in actions))


def on_days(voice: Voice, checks: Iterable[tuple[str, ActionView]]) -> Items:
    """Give a list of days, each with the action something is due for."""
    return Items(tuple(_on_day(voice, voice.date(day), tables.numbered_title(one, voice)) for day, one in checks))


def _on_day(voice: Voice, day: Phrase, title: Phrase) -> Phrase:
    return voice.each(lambda words: f"{_in(words, day)}: {_in(words, title)}")


def _with_deadline(voice: Voice, action: ActionView) -> Phrase:
    title, due = tables.numbered_title(action, voice), voice.date(action.record["due"])
    return say(voice, "common.action-due", action=title, date=due) if due else title


def _in(words: Words, phrase: Phrase) -> str:
    """Give what a phrase says in a language; what stands in it once, such as typed text, says it in each."""
    return next((run.text for run in phrase if run.language == words.language), phrase[0].text)
