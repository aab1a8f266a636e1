"""Takes labels and values; gives the facts and rows chapters are made of, with gaps shown where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable

from planner.documents.blocks import Column, Lines
from planner.documents.voice import Phrase, Run, Voice

Fact = tuple[Phrase, Lines]


def asked_for(voice: Voice, label: str, *values: Phrase) -> Fact:
    """Give a fact a plan should hold: a gap to fill where it does not."""
    known = tuple(value for value in values if value)
    return voice.say(f"labels.{label}"), known or (voice.missing(),)


def if_known(voice: Voice, label: str, *values: Phrase) -> tuple[Fact, ...]:
    """Give a fact only where there is something to say."""
    known = tuple(value for value in values if value)
    return ((voice.say(f"labels.{label}"), known),) if known else ()


def columns(voice: Voice, **shares: int) -> tuple[Column, ...]:
    """Name columns by their labels, `_` for `-`, with the share of the width each gets."""
    return tuple(Column(voice.say(f"labels.{label.replace('_', '-')}"), share) for label, share in shares.items())


def or_gap(voice: Voice, *values: Phrase) -> Lines:
    """Give the lines of a cell, a gap to fill where there are none."""
    return tuple(value for value in values if value) or (voice.missing(),)


def unread(voice: Voice) -> tuple[Phrase, ...]:
    """Say of each language of the document that no native specialist has read its words, where that is so."""
    return tuple(
        (Run(words.language, words("documents.sentences.unread", language=words.name)),)
        for words in voice.all
        if words.unread
    )


def to_tick(phrase: Phrase) -> Phrase:
    """Give a phrase after a box to tick."""
    return tuple(run._replace(text=f"☐ {run.text}") for run in phrase)


def empty_rows(count: int, width: int) -> tuple[tuple[Lines, ...], ...]:
    """Give rows to write on."""
    return tuple(((),) * width for _ in range(count))


def rows_or_gap(voice: Voice, rows: Iterable[tuple[Lines, ...]], width: int) -> tuple[tuple[Lines, ...], ...]:
    """Give the rows, or one row of gaps where there are none."""
    return tuple(rows) or (((voice.missing(),),) * width,)
