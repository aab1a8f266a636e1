"""Takes the words of one or two languages; gives phrases in which every text knows its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from planner.shape import is_day
from planner.words import Words

Tone = Literal[
    "missing", "late", "critical", "major", "minor", "observation", "red", "yellow", "green", "grey", "hint", "line",
]  # fmt: skip
"""How a text is set apart: `missing` has to be filled in, `hint` helps to, `line` is room to write by hand."""
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
HEADLINE = 140


class Run(NamedTuple):
    """A text in one language; the language of None is not known."""

    language: str | None
    text: str
    tone: Tone | None = None


Phrase = tuple[Run, ...]
"""The same thing said once in each language of the document. Typed text is said once, as typed."""

NOTHING: Phrase = ()
LINE: Phrase = (Run(None, "", "line"),)


class Voice:
    """Speaks in the document's language and, if there is one, in the second."""

    def __init__(self, words: Words, second: Words | None, typed: str | None) -> None:
        self.words = words
        self.all = (words,) if second is None else (words, second)
        self.typed_language = typed if typed and LANGUAGE_TAG.fullmatch(typed) else None
        self._said: dict[tuple[str, ...], Phrase] = {}
        """What was said: a plan asks for the same few hundred words thousands of times."""

    def each(self, speak: Callable[[Words], str], tone: Tone | None = None) -> Phrase:
        """Say in each language; what is the same in both is said once."""
        return self._in(self.all, speak, tone)

    def _in(self, spoken: tuple[Words, ...], speak: Callable[[Words], str], tone: Tone | None = None) -> Phrase:
        runs = [Run(words.language, speak(words), tone) for words in spoken]
        return tuple(runs[:1] if len({run.text for run in runs}) == 1 else runs)

    def say(self, key: str, /, tone: Tone | None = None, **values: object) -> Phrase:
        """Say a text of the documents: `say("labels.owner")`."""
        if values:
            return self.each(lambda words: words(f"documents.{key}", **values), tone)
        asked = "say", key, tone or ""
        if asked not in self._said:
            self._said[asked] = self.each(lambda words: words(f"documents.{key}"), tone)
        return self._said[asked]

    def known(self, key: str) -> Phrase:
        """Say a text of the library by its whole key, in the languages that have it; nothing where none has."""
        asked = "known", key
        if asked not in self._said:
            spoken = tuple(words for words in self.all if words.has(key))
            self._said[asked] = self._in(spoken, lambda words: words(key))
        return self._said[asked]

    def known_list(self, key: str) -> tuple[Phrase, ...]:
        """Say the texts of a list of the library, in the languages that have it."""

        def said(place: int) -> Phrase:
            spoken = tuple(words for words in self.all if place < len(words.list(key)))
            return self._in(spoken, lambda words: words.list(key)[place])

        return tuple(map(said, range(max(len(words.list(key)) for words in self.all))))

    def missing(self) -> Phrase:
        """Say, so that nobody overlooks it, that something is to be filled in."""
        return self.each(lambda words: f"[{words('documents.common.placeholder')}]", "missing")

    def typed(self, text: object) -> Phrase:
        """Give a text as it was typed; nothing if there is none."""
        return (Run(self.typed_language, str(text)),) if text not in (None, "") else NOTHING

    def term(self, vocabulary: str, id: str | None, tone: Tone | None = None) -> Phrase:
        """Say the word for an id; an id without a word is text somebody typed."""
        if not id:
            return NOTHING
        asked = "term", vocabulary, id, tone or ""
        if asked not in self._said:
            strange = all(words.term(vocabulary, id) == id for words in self.all)
            self._said[asked] = self.typed(id) if strange else self.each(lambda one: one.term(vocabulary, id), tone)
        return self._said[asked]

    def terms(self, vocabulary: str, ids: Iterable[str]) -> tuple[Phrase, ...]:
        """Say several words, one phrase each."""
        return tuple(self.term(vocabulary, id) for id in ids)

    def date(self, iso: str | None) -> Phrase:
        """Write out a date; in two languages it stands once, as `2026-11-22`, which reads the same in all."""
        if not is_day(iso):
            return self.typed(iso)
        return (Run(self.words.language, self.words.date(iso) if len(self.all) == 1 else str(iso)),)

    def number(self, value: str | float | None) -> Phrase:
        """Write a number with each language's decimal sign; what is no number is text as typed."""
        if value is None or isinstance(value, str):
            return self.typed(value)
        return self.each(lambda words: words.number(value))

    def percent(self, value: int | None) -> Phrase:
        """Write a percentage, once: it reads the same in all languages."""
        return NOTHING if value is None else self.say("common.percent", number=value)[:1]


def flat(phrase: Phrase, between: str = " / ") -> str:
    """Give a phrase as plain text, for formats that know no languages."""
    return between.join(run.text for run in phrase)


def toned(phrase: Phrase, tone: Tone | None) -> Phrase:
    """Give a phrase in another tone."""
    return tuple(run._replace(tone=tone) for run in phrase)


def headline(text: str, most: int = HEADLINE) -> str:
    """Give the first line of a text, short enough for a heading; `…` tells that there is more."""
    first = text.strip().split("\n", 1)[0]
    if len(first) > most:
        first = first[:most].rsplit(" ", 1)[0] if " " in first[most // 2 : most] else first[:most]
    return first if first == text.strip() else f"{first.rstrip()} …"
