"""Takes nothing; gives the blocks a written document is built of. Word and print page set the same blocks."""

from __future__ import annotations

from typing import Literal, NamedTuple

from planner.documents.voice import Phrase

Lines = tuple[Phrase, ...]
"""What stands in one cell, a paragraph for each phrase."""
SHORT, SHORT_FORM = 6, 4
"""Rows a table has at most that stays on one page; fewer where each leaves room to write."""
SHORT_TEXT = 1200
"""Characters it has at most."""


class Opening(NamedTuple):
    """The head of the document: what it is, between whom, and which revision."""

    title: Phrase
    kind: Phrase
    parties: tuple[tuple[Phrase, Phrase], ...]
    revision: Phrase
    block: Literal["opening"] = "opening"


class Heading(NamedTuple):
    level: Literal[1, 2, 3]
    text: Phrase
    number: str = ""
    """`F1` or `A2`, said before the text."""
    fresh: bool = False
    """Whether it begins a new page."""
    block: Literal["heading"] = "heading"


class Paragraph(NamedTuple):
    text: Phrase
    style: Literal["body", "lede", "note"] = "body"
    keep: bool = False
    """Whether it stays on one page with what follows."""
    block: Literal["paragraph"] = "paragraph"


class Callout(NamedTuple):
    """Something nobody may overlook."""

    label: Phrase
    lines: Lines
    block: Literal["callout"] = "callout"


class Items(NamedTuple):
    """A list with bullets."""

    items: Lines
    block: Literal["items"] = "items"


class Figures(NamedTuple):
    """A few numbers with what they count."""

    figures: tuple[tuple[str, Phrase], ...]
    block: Literal["figures"] = "figures"


class Facts(NamedTuple):
    """Names and values, one below the other."""

    facts: tuple[tuple[Phrase, Lines], ...]
    block: Literal["facts"] = "facts"


class Column(NamedTuple):
    label: Phrase
    share: int
    """Its part of the table's width; only the proportions count."""


class Table(NamedTuple):
    """A table whose first row names the columns and whose first cell names each row."""

    caption: Phrase
    columns: tuple[Column, ...]
    rows: tuple[tuple[Lines, ...], ...]
    titled: bool = False
    """Whether the heading just above says the same as the caption, which then need not be seen."""
    room: bool = False
    """Whether each row leaves room to write an answer by hand."""
    wide: bool = False
    """Whether its columns are too many for an upright page."""
    block: Literal["table"] = "table"

    @property
    def short(self) -> bool:
        """Tell whether the table stays on one page: a few rows, none of them long. A page on its side is a low one."""
        most = SHORT_FORM if self.room else SHORT
        return not self.wide and len(self.rows) <= most and sum(map(_size, self.rows)) <= SHORT_TEXT


class Signature(NamedTuple):
    """Room for one signature. Kept together on a page."""

    facts: tuple[tuple[Phrase, Lines], ...]
    caption: Phrase
    block: Literal["signature"] = "signature"


def _size(row: tuple[Lines, ...]) -> int:
    return sum(len(run.text) for lines in row for phrase in lines for run in phrase)


Block = Opening | Heading | Paragraph | Callout | Items | Figures | Facts | Table | Signature
