"""Takes the View, words and brand; gives an Excel workbook to work in, from which the planner reads the answers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime, time

from xlsxwriter import Workbook

from planner.advice.view import View
from planner.documents.archive import archive
from planner.documents.base import Brand, Progress, Tell
from planner.documents.chapters.forms import annexed
from planner.documents.tables import plan_title
from planner.documents.voice import Voice, flat, headline
from planner.documents.workbook import forms, front, hidden, kinds, lists, timeline
from planner.documents.workbook.book import Book
from planner.words import Words

CHAPTERS = (
    ("areas", "areas", kinds.areas),
    ("risks", "risks", kinds.risks),
    ("lights", "lights", kinds.lights),
    ("actions", "actions", lists.actions),
    ("milestones", "actions", lists.milestones),
    ("findings", "findings", lists.findings),
    ("signals", "signals", kinds.signals),
    ("follow-up", "follow-up", lists.dates),
    ("timeline", "actions", timeline.timeline),
)
"""The lists in their order: the name of the sheet, the chapter of the plan it belongs to, and what adds it."""
MOST_NAME = 31
"""Characters Excel allows in the name of a sheet."""
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(view: View, words: Words, brand: Brand, second: Words | None = None, tell: Tell | None = None) -> bytes:
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
    wanted = {sheet: add for sheet, chapter, add in CHAPTERS if chapter in view.chapters and _has_rows(view, sheet)}
    names = ("readme", "summary", *wanted, *(form.id for form in annexed(view)))
    book = Book(workbook, voice, brand, names={id: sheet_name(voice, id) for id in names})
    hidden.choose(view, book)
    front.readme(view, book)
    front.summary(view, book)
    steps = Progress(tell, len(wanted) + 1)
    for add in wanted.values():
        add(view, book)
        steps.step(often=1)
    forms.forms(view, book)
    hidden.lists(book)
    hidden.plan(view, book)
    workbook.close()
    steps.step(often=1)
    return archive(_members(buffer))


def _has_rows(view: View, sheet: str) -> bool:
    """Leave out what has nothing to list; a blank plan has rows to write on."""
    if sheet == "signals":
        return bool(view.signals) or view.blank
    if sheet == "timeline":
        return timeline.has_dates(view)
    return sheet != "findings" or bool(view.findings) or view.section is None


def _members(buffer: io.BytesIO) -> Iterator[tuple[str, bytes]]:
    """Do what XlsxWriter has no call for: let rows grow with what people type, and keep the sheets in their places.

    It fixes each height it is given, and protects sheets, not the workbook. Typed texts are in other members.
    """
    with zipfile.ZipFile(buffer) as file:
        for name in file.namelist():
            content = file.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = content.replace(b' customHeight="1"', b"")
            elif name == "xl/workbook.xml":
                content = content.replace(b"<bookViews>", b'<workbookProtection lockStructure="1"/><bookViews>', 1)
            yield name, content


def sheet_name(voice: Voice, id: str) -> str:
    """Name a sheet in both languages where both fit."""
    phrase = voice.say(f"workbook.sheets.{id}")
    both = flat(phrase, " · ")
    return both if len(both) <= MOST_NAME else phrase[0].text[:MOST_NAME]
