"""Takes the View, words and brand; gives a Word document (ISO/IEC 29500) that two parties would sign."""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from planner.advice.view import View
from planner.documents.base import Brand, archive
from planner.documents.blocks import Column
from planner.documents.outline import outline
from planner.documents.render import environment, render
from planner.documents.tables import plan_title
from planner.documents.voice import Voice, flat, headline
from planner.words import Words

REGIONS = {"da": "da-DK", "en": "en-GB", "nl": "nl-NL", "sv": "sv-SE"}
"""Word proofs a text only in a language with a region."""
TEXT_WIDTH = 9638
"""Of an A4 page with margins of 20 mm, in twentieths of a point."""
EMU_PER_MM = 36000
LOGO_HEIGHT, LOGO_MOST_WIDTH = 12 * EMU_PER_MM, 60 * EMU_PER_MM
PARTS = (
    ("_rels/.rels", "rels.xml"),
    ("docProps/core.xml", "core.xml"),
    ("docProps/app.xml", "app.xml"),
    ("word/document.xml", "document.xml"),
    ("word/styles.xml", "styles.xml"),
    ("word/numbering.xml", "numbering.xml"),
    ("word/settings.xml", "settings.xml"),
    ("word/fontTable.xml", "fonts.xml"),
    ("word/footer1.xml", "footer.xml"),
    ("word/_rels/document.xml.rels", "document-rels.xml"),
)
PAGE, PAGES = "\ue000", "\ue001"


def write(view: View, words: Words, brand: Brand, second: Words | None = None) -> bytes:
    """Give the document, its members always in the same order."""
    voice = Voice(words, second, view.plan["language"])
    logo = base64.b64decode(brand["logo_png"]) if brand["logo_png"] else None
    environment().filters.update(region=region, widths=widths)
    values = {
        "blocks": tuple(outline(view, voice)),
        "view": view,
        "brand": brand,
        "language": words.language,
        "title": headline(flat(plan_title(view, voice)), 120),
        "footer": headline(flat(plan_title(view, voice)), 60),
        "revision": flat(voice.say("common.revision", revision=view.plan["revision"])),
        "page_parts": tuple(_page_parts(voice)),
        "logo": None if logo is None else logo_size(logo),
        "text_width": TEXT_WIDTH,
    }
    members: list[tuple[str, str | bytes]] = [("[Content_Types].xml", render("docx/content-types.xml", **values))]
    members += [(name, render(f"docx/{template}", **values)) for name, template in PARTS]
    if logo is not None:
        members.append(("word/media/logo.png", logo))
    return archive(members)


def region(language: str) -> str:
    """Give a language as Word names it."""
    return REGIONS.get(language, language)


def widths(columns: Sequence[Column]) -> list[int]:
    """Divide the text width over columns, to the last twentieth of a point."""
    whole = sum(column.share for column in columns)
    edges = [TEXT_WIDTH * sum(one.share for one in columns[:count]) // whole for count in range(len(columns) + 1)]
    return [right - left for left, right in pairwise(edges)]


def logo_size(png: bytes) -> dict[str, int]:
    """Give the size of a PNG on the page, read from its header."""
    width, height = struct.unpack(">II", png[16:24])
    scale = min(LOGO_HEIGHT / height, LOGO_MOST_WIDTH / width)
    return {"width": int(width * scale), "height": int(height * scale)}


def _page_parts(voice: Voice) -> Iterator[dict[str, Any]]:
    """Cut `Page {page} of {pages}` into texts and the two fields Word counts."""
    text = flat(voice.say("common.page", page=PAGE, pages=PAGES))
    for mark, field in ((PAGE, "PAGE"), (PAGES, "NUMPAGES")):
        text = text.replace(mark, f"\n{field}\n")
    for part in text.split("\n"):
        if part:
            yield {"field": part if part in ("PAGE", "NUMPAGES") else None, "text": part}
