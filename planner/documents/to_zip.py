"""Takes the View, words and brand; gives the plan in every other format, as one zip."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from planner.advice.view import View
from planner.documents import DOCUMENTS
from planner.documents.archive import archive
from planner.documents.base import Brand, Tell
from planner.words import Words

MOST_NAME = 40
"""Characters of an organisation's name that a file name takes; the page names its downloads alike."""


def write(view: View, words: Words, brand: Brand, second: Words | None = None, tell: Tell | None = None) -> bytes:
    """Give the zip, its members named as the page names single files."""
    name = file_name(view, words)
    others = [document for document in DOCUMENTS.values() if document.format != "zip"]

    def members() -> Iterator[tuple[str, bytes]]:
        for place, one in enumerate(others):
            part = _part(tell, place, len(others))
            part(0, 1)
            yield f"{name}.{one.extension}", one.write(view, words, brand, second, part)

    return archive(members())


def _part(tell: Tell | None, place: int, of: int) -> Tell:
    """Give what is told how far one file is, and tells how far that makes all of them."""

    def told(done: int, steps: int) -> None:
        if tell:
            tell(place * steps + done, of * steps)

    return told


def file_name(view: View, words: Words) -> str:
    """Give `improvement-plan-northwind-for-the-supplier-2026-11-22`: a copy for somebody else says so."""
    reader = view.plan["copy_of"]["audience"]
    said = words(f"form.check.audience-{reader}") if words.has(f"form.check.audience-{reader}") else None
    stem = words(f"kinds.{view.plan['kind']}.file") if words.has(f"kinds.{view.plan['kind']}.file") else "plan"
    parts = (stem, slug(view.plan["supplier"]["organisation"]), slug(said), view.day.isoformat())
    return "-".join(part for part in parts if part)


def slug(text: str | None) -> str:
    """Give letters and digits of a name with hyphens between them."""
    plain = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", text or "").lower()).strip("-")
    return plain[:MOST_NAME].rstrip("-")
