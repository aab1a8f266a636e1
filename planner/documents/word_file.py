"""Takes blocks, what stands around them, a voice and the brand; gives a Word document (ISO/IEC 29500)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from planner.documents.archive import archive
from planner.documents.base import Brand, Progress
from planner.documents.blocks import Block, Column, Opening, Table
from planner.documents.logo import logo
from planner.documents.render import render
from planner.documents.voice import Voice, flat
from planner.documents.word_text import WordText, grid, properties, script

MARGIN = 1134
"""20 mm, in twentieths of a point."""
A4 = (11906, 16838)
EMU_PER_MM = 36000
PARTS = (
    ("_rels/.rels", "rels.xml"),
    ("docProps/core.xml", "core.xml"),
    ("docProps/app.xml", "app.xml"),
    ("word/document.xml", "document.xml"),
    ("word/styles.xml", "styles.xml"),
    ("word/numbering.xml", "numbering.xml"),
    ("word/settings.xml", "settings.xml"),
    ("word/fontTable.xml", "fonts.xml"),
    ("word/_rels/document.xml.rels", "document-rels.xml"),
)
PAGE, PAGES = "\ue000", "\ue001"


class Section(NamedTuple):
    """Chapters on pages of one shape."""

    blocks: tuple[Block, ...] = ()
    landscape: bool = False

    @property
    def page(self) -> tuple[int, int]:
        return (A4[1], A4[0]) if self.landscape else A4

    @property
    def text_width(self) -> int:
        return self.page[0] - 2 * MARGIN


def word_file(
    blocks: Iterable[Block],
    voice: Voice,
    brand: Brand,
    progress: Progress | None = None,
    *,
    title: str,
    footer: str,
    revision: int,
    day: date,
) -> bytes:
    """Give the document, its members always in the same order."""
    parts = tuple(sections(blocks))
    opens = any(isinstance(block, Opening) for part in parts for block in part.blocks)
    drawn = logo(brand) if opens else None
    values = {
        "sections": parts,
        "brand": brand,
        "language": voice.words.language,
        "tags": dict(_tags(voice)),
        "region": voice.words.region_of,
        "script": script,
        "text": WordText(voice, progress or Progress(None, 0)),
        "properties": properties,
        "grid": grid,
        "widths": widths,
        "title": title,
        "footer": footer,
        "revision": revision,
        "day": day,
        "page_parts": tuple(_page_parts(voice)),
        "logo": drawn and {"width": round(drawn.width * EMU_PER_MM), "height": round(drawn.height * EMU_PER_MM)},
        "margin": MARGIN,
    }
    members: list[tuple[str, str | bytes]] = [("[Content_Types].xml", render("docx/content-types.xml", **values))]
    members += [(name, render(f"docx/{template}", **values)) for name, template in PARTS]
    for name, part in (("footer1", Section()), ("footer2", Section(landscape=True))):
        members.append((f"word/{name}.xml", render("docx/footer.xml", width=part.text_width, **values)))
    if drawn:
        members.append(("word/media/logo.png", drawn.png))
    return archive(members)


def sections(blocks: Iterable[Block]) -> Iterator[Section]:
    """Divide the document where its pages turn: a chapter with a wide table lies on its side, heading and all."""
    gathered: list[Block] = []
    landscape = False
    for chapter in _chapters(blocks):
        wide = any(isinstance(block, Table) and block.wide for block in chapter)
        if gathered and wide != landscape:
            yield Section(tuple(gathered), landscape)
            gathered = []
        landscape = wide
        gathered += chapter
    yield Section(tuple(gathered), landscape)


def _chapters(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    chapter: list[Block] = []
    for block in blocks:
        if chapter and block.block == "heading" and block.level == 1:
            yield chapter
            chapter = []
        chapter.append(block)
    if chapter:
        yield chapter


def _tags(voice: Voice) -> Iterator[tuple[str, str]]:
    """Give the language of each family of scripts where a text says none: the document's own where it has one."""
    yield from {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA"}.items()
    for words in reversed(voice.all):
        yield script(words.language), words.region


def widths(columns: Sequence[Column], text_width: int) -> list[int]:
    """Divide the text width over columns, to the last twentieth of a point."""
    whole = sum(column.share for column in columns)
    edges = [text_width * sum(one.share for one in columns[:count]) // whole for count in range(len(columns) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _page_parts(voice: Voice) -> Iterator[dict[str, Any]]:
    """Cut `Page {page} of {pages}` into texts and the two fields Word counts."""
    text = flat(voice.say("common.page", page=PAGE, pages=PAGES))
    for mark, field in ((PAGE, "PAGE"), (PAGES, "NUMPAGES")):
        text = text.replace(mark, f"\n{field}\n")
    for part in text.split("\n"):
        if part:
            yield {"field": part if part in ("PAGE", "NUMPAGES") else None, "text": part}
