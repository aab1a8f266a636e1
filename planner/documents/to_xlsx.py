"""Takes the View, words and brand; gives an Excel workbook to work in, from which the planner reads the answers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime, time

from xlsxwriter import Workbook

from planner.advice.view import View
from planner.documents.base import Brand, archive
from planner.documents.tables import plan_title
from planner.documents.voice import Voice, flat, headline
from planner.documents.workbook import front, hidden, lists
from planner.documents.workbook.book import Book
from planner.words import Words

SHEETS = ("readme", "summary", "actions", "milestones", "findings", "follow-up")
MOST_NAME = 31
"""Characters Excel allows in the name of a sheet."""
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(view: View, words: Words, brand: Brand, second: Words | None = None) -> bytes:
    """Give the workbook; it says it was made on the day of the View, so that the same plan gives the same file."""
    voice = Voice(words, second, view.plan["language"])
    buffer = io.BytesIO()
    workbook = Workbook(buffer, OPTIONS)
    workbook.set_properties({
        "title": headline(flat(plan_title(view, voice))),
        "author": brand["name"],
        "company": brand["organisation"] or "",
        "created": datetime.combine(view.day, time()),
    })  # fmt: skip
    book = Book(workbook, voice, brand, names={id: sheet_name(voice, id) for id in SHEETS})
    hidden.choose(book)
    front.readme(view, book)
    front.summary(view, book)
    lists.actions(view, book)
    lists.milestones(view, book)
    lists.findings(view, book)
    lists.dates(view, book)
    hidden.lists(book)
    hidden.plan(view, book)
    workbook.close()
    return archive(_members(buffer))


def _members(buffer: io.BytesIO) -> Iterator[tuple[str, bytes]]:
    """Let rows grow with what people type: XlsxWriter fixes each height it is given. Texts are in another member."""
    with zipfile.ZipFile(buffer) as file:
        for name in file.namelist():
            content = file.read(name)
            yield (
                name,
                content.replace(b' customHeight="1"', b"") if name.startswith("xl/worksheets/sheet") else content,
            )


def sheet_name(voice: Voice, id: str) -> str:
    """Name a sheet in both languages where both fit."""
    phrase = voice.say(f"workbook.sheets.{id}")
    both = flat(phrase, " · ")
    return both if len(both) <= MOST_NAME else phrase[0].text[:MOST_NAME]
