"""Takes the View; gives why improving pays, what the buyer offers, what may stand in the way and what helps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from planner.advice.view import View
from planner.documents.blocks import Block, Heading, Items, Lines, Paragraph, Table
from planner.documents.chapters.parts import columns
from planner.documents.voice import Phrase, Voice

PARTS = {"benefits": "gains", "incentives": "rewards", "obstacles": "obstacles", "supports": "support"}
"""The headings of what a plan lists, by its part."""


def support(view: View, voice: Voice) -> Iterator[Block]:
    """Say why improving pays, what the buyer offers for it, what stands in the way and what helps."""
    yield Heading(1, voice.say("headings.benefits"))
    yield Paragraph(voice.say("sentences.expectations"))
    for part in PARTS:
        yield from _listed(view, voice, part, 2)


def obstacles(view: View, voice: Voice) -> Iterator[Block]:
    """Say what stands in the way and what helps: a public contract rewards only as the contract itself provides."""
    for part in ("obstacles", "supports"):
        yield from _listed(view, voice, part, 1)


def _listed(view: View, voice: Voice, part: str, level: Literal[1, 2]) -> Iterator[Block]:
    ids: list[str] = view.plan[part]  # type: ignore[literal-required]
    if ids:
        yield Heading(level, voice.say(f"headings.{PARTS[part]}"))
        yield from _explained(voice, part, ids)
    elif view.blank:
        yield Heading(level, voice.say(f"headings.{PARTS[part]}"))
        yield Items((voice.missing(),))


def _explained(voice: Voice, vocabulary: str, ids: list[str]) -> Iterator[Block]:
    """Give each with the library's sentence on how it works; a plain list where the library says no more."""
    rows: list[tuple[Lines, ...]] = [
        ((voice.term(vocabulary, id),), (_mechanism(voice, vocabulary, id),)) for id in ids
    ]
    if any(row[1][0] for row in rows):
        heading = PARTS[vocabulary]
        yield Table(
            voice.say(f"headings.{heading}"), columns(voice, what=34, why_it_helps=66), tuple(rows), titled=True
        )
    else:
        yield Items(tuple(row[0][0] for row in rows))


def _mechanism(voice: Voice, vocabulary: str, id: str) -> Phrase:
    return voice.known(f"support.{vocabulary}.{id}.mechanism")
