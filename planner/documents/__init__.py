"""What the planner writes: one line for each format, and letters.

What writes a format, with the library it needs, is loaded when it is first used: an answer in the page waits for none.
"""

from __future__ import annotations

from planner.advice.view import View
from planner.documents.base import Brand, Document, Format
from planner.words import Words

DOCUMENTS: dict[str, Document] = {
    one.format: one
    for one in (
        Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", tells=True),
        Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", tells=True),
        Format("ics", "text/calendar; charset=utf-8"),
        Format("csv", "text/csv; charset=utf-8"),
        Format("html", "text/html; charset=utf-8", tells=True),
        Format("json", "application/json"),
        Format("zip", "application/zip", tells=True),
    )
}


def write_letter(view: View, words: Words, brand: Brand, second: Words | None, letter: str, about: str | None) -> bytes:
    """Give a letter as a Word document. Of what it can be about the most pressing is taken if `about` is None."""
    from planner.documents import letters

    return letters.write(view, words, brand, second, letter, about)
