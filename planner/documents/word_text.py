"""Takes phrases; gives the runs, paragraphs and cells that say them in a Word document. Whatever they say is escaped.

A plan says the same few hundred things thousands of times, so each run is written once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from planner.documents.base import Progress
from planner.documents.blocks import Lines, Table
from planner.documents.voice import Phrase, Run, Tone, Voice

EAST_ASIAN = frozenset(("ja", "ko", "zh"))
COMPLEX = frozenset(("ar", "bn", "fa", "he", "hi", "km", "my", "ne", "si", "ta", "te", "th", "ur"))
STYLES: dict[Tone | None, str] = {
    "missing": "Placeholder", "late": "Late", "critical": "LevelCritical", "major": "LevelMajor",
    "minor": "LevelMinor", "observation": "LevelObservation", "red": "LightRed", "yellow": "LightYellow",
    "green": "LightGreen", "grey": "LightGrey", "hint": "Hint",
}  # fmt: skip
PIECE = re.compile(r"[^\n\t]+|\n|\t")
BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
BELOW, BESIDE = "<w:r><w:br/></w:r>", '<w:r><w:t xml:space="preserve"> / </w:t></w:r>'
LONG = 2_400
"""Characters of a row that may go on over the page; a shorter one stays in one piece."""
LINE, EMPTY, SIGN, ROOM = 480, 560, 900, 1250
"""Heights to write in: a line, a row, a signature, an answer; in twentieths of a point."""


def script(language: str | None) -> str:
    """Give the attribute under which Word keeps a language: it knows three families of scripts."""
    short = (language or "").split("-")[0]
    return "eastAsia" if short in EAST_ASIAN else "bidi" if short in COMPLEX else "val"


class WordText:
    """Writes in the language of one document. Every run knows its language, the second one looks quieter."""

    def __init__(self, voice: Voice, progress: Progress) -> None:
        self._progress = progress
        self._language = voice.words.language
        self._region = voice.words.region_of
        self._runs: dict[tuple[Run, bool], str] = {}

    def inline(self, phrase: Phrase) -> Markup:
        """Say each language beside the other."""
        return Markup(self._all(phrase, BESIDE))  # noqa: S704 - of runs

    def paragraph(
        self, phrase: Phrase, style: str, *, number: str = "", keep: bool = False, fresh: bool = False
    ) -> Markup:
        """Say each language below the other, after a number if there is one, which is a step."""
        if number:
            self._progress.step()
        before = f'<w:r><w:t xml:space="preserve">{escape(number)}  </w:t></w:r>' if number else ""
        return Markup(_paragraph(style, before + self._all(phrase, BELOW), keep=keep, fresh=fresh))  # noqa: S704

    def rows(self, table: Table, widths: Sequence[int]) -> Markup:
        """Give the rows of a table, its head repeated on every page."""
        heads = [self._cell((one.label,), "TableHead", width) for one, width in zip(table.columns, widths, strict=True)]
        made = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\n{''.join(heads)}</w:tr>\n"]
        short, last = table.short, len(table.rows) - 1
        for place, row in enumerate(table.rows):
            keep = short and place < last
            cells = [self._cell(lines, "TableText", width, keep=keep) for lines, width in zip(row, widths, strict=True)]
            height = ROOM if table.room else 0 if any(row) else EMPTY
            made.append(_row("".join(cells), split=_size(row) > LONG, height=height))
        return Markup("".join(made))  # noqa: S704 - of cells

    def facts(self, facts: Sequence[tuple[Phrase, Lines]], widths: Sequence[int], *, signed: bool, on: bool) -> Markup:
        """Give names and values, a row each. What is to be signed stays together; `on`: with what follows, too."""
        made, last = [], len(facts) - 1
        for place, (label, lines) in enumerate(facts):
            line = bool(lines and lines[0] and lines[0][0].tone == "line")
            keep = place < 2 or (signed and (on or place < last))
            name = self._cell((label,), "TableLabel", widths[0], keep=keep)
            value = self._cell(() if line else lines, "TableText", widths[1], keep=keep).removesuffix("\n")
            height = 0 if not line else SIGN if place == last else LINE
            made.append(_row(name + value, split=_size((lines,)) > LONG, height=height))
        return Markup("".join(made))  # noqa: S704 - of cells

    def _cell(self, lines: Lines, style: str, width: int, *, keep: bool = False) -> str:
        """Give a cell, a paragraph for each phrase; an empty one has an empty paragraph."""
        said = [_paragraph(style, self._all(phrase, BELOW), keep=keep) for phrase in lines if phrase]
        inner = "".join(said) or _paragraph(style, "", keep=keep).rstrip("\n")
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inner}</w:tc>\n\n'

    def _all(self, phrase: Phrase, between: str) -> str:
        return between.join([self._run(one, second=place > 0) for place, one in enumerate(phrase)])

    def _run(self, one: Run, *, second: bool) -> str:
        made = self._runs.get((one, second))
        if made is None:
            properties, text = self._properties(one, second=second), map(_piece, PIECE.findall(one.text))
            made = self._runs[one, second] = f"<w:r><w:rPr>{properties}</w:rPr>{''.join(text)}</w:r>"
        return made

    def _properties(self, one: Run, *, second: bool) -> str:
        """Give them in the order the standard asks for."""
        style, family = STYLES.get(one.tone, "SecondLanguage" if second else ""), script(one.language)
        other = one.language and one.language != self._language
        parts = (
            f'<w:rStyle w:val="{style}"/>' if style else "",
            '<w:rFonts w:hint="eastAsia"/>' if family == "eastAsia" else "",
            "<w:noProof/>" if one.language is None else "",
            "<w:cs/>" if family == "bidi" else "",
            f'<w:lang w:{family}="{escape(self._region(one.language or ""))}"/>' if other else "",
        )
        return "".join(parts)


def properties(style: str, caption: Phrase, width: int, *, head: bool = False) -> Markup:
    """Give what a table looks like, and what it is about to those who do not see it."""
    look, row = ("06A0", 1) if head else ("0680", 0)
    about = escape(" / ".join(run.text for run in caption))
    said = f'<w:tblCaption w:val="{about}"/>' if caption else ""
    return Markup(  # noqa: S704 - what is not ours is escaped above
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look}" w:firstRow="{row}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/>{said}</w:tblPr>\n'
    )


def grid(widths: Sequence[int]) -> Markup:
    """Give the widths of a table's columns."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return Markup(f"<w:tblGrid>{columns}</w:tblGrid>\n")  # noqa: S704 - numbers alone


def _paragraph(style: str, inner: str, *, keep: bool, fresh: bool = False) -> str:
    kept, begun = "<w:keepNext/>" if keep else "", "<w:pageBreakBefore/>" if fresh else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{begun}</w:pPr>{inner}</w:p>\n'


def _row(inner: str, *, split: bool, height: int) -> str:
    whole = "" if split else "<w:cantSplit/>"
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr>{whole}{least}</w:trPr>\n{inner}</w:tr>\n"


def _size(row: Sequence[Lines]) -> int:
    """Count the characters of a row."""
    return sum([len(run.text) for lines in row for phrase in lines for run in phrase])


def _piece(piece: str) -> str:
    return BREAKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
