"""Takes the View and a book; adds the hidden sheets: the words to choose from, and the plan itself."""

from __future__ import annotations

import json
import re

from planner.advice.view import View
from planner.documents.voice import flat
from planner.documents.workbook.book import Book
from planner.vocabularies import VOCABULARIES

CHOSEN = ("statuses", "sides", "verification", "stances")
CHUNK = 30_000
"""Characters of the plan in one cell; a cell holds 32,767."""
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Office would read `_x0041_` as an escaped character; JSON can write the underscore otherwise."""
WORKBOOK = 2
"""Of the layout: the reader has to know what it finds."""


def choose(view: View, book: Book) -> None:
    """Prepare the words to choose from, each language's word in one choice."""
    for vocabulary in (*CHOSEN, *(("standings",) if view.areas else ())):
        book.choices[vocabulary] = tuple(flat(book.voice.term(vocabulary, id)) for id in VOCABULARIES[vocabulary])


def lists(book: Book) -> None:
    """Add the sheet the cells' choices come from, each list with the name of its vocabulary."""
    sheet = book.workbook.add_worksheet("lists")
    for place, (vocabulary, words) in enumerate(book.choices.items()):
        for row, word in enumerate(words):
            sheet.write_string(row, place, word)
        letter = chr(ord("A") + place)
        book.workbook.define_name(vocabulary, f"=lists!${letter}$1:${letter}${len(words)}")
    sheet.hide()


def plan(view: View, book: Book) -> None:
    """Add the sheet that holds the plan and says where the reader finds what people fill in."""
    words = {name: dict(zip(choices, VOCABULARIES[name], strict=True)) for name, choices in book.choices.items()}
    layout = {"workbook": WORKBOOK, "lists": book.layout, "words": words}
    sheet = book.workbook.add_worksheet("plan")
    row = 0
    for name, value in (("layout", layout), ("plan", view.plan)):
        text = ESCAPE.sub(r"\\u005f", json.dumps(value, separators=(",", ":")))
        for start in range(0, len(text), CHUNK):
            sheet.write_string(row, 0, name)
            sheet.write_string(row, 1, text[start : start + CHUNK])
            row += 1
    sheet.hide()
