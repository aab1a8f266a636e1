"""Takes the View and a book; adds the forms that come with the plan, a sheet of questions and answers each."""

from __future__ import annotations

from planner.advice.view import FormView, View
from planner.documents.chapters.forms import annexed
from planner.documents.voice import flat
from planner.documents.workbook.book import ID, Book, Column, stacked

FORM = (
    Column("form-part", 24),
    Column("question", 50),
    Column("answer", 70, fill_in=True, to="answer"),
    Column("hint", 50),
    ID,
)


def forms(view: View, book: Book) -> None:
    """Add each form; the answers come back as a review of its kind."""
    for form in annexed(view):
        book.list(form.id, FORM, _rows(form, book), f"reviews.{form.id}")


def _rows(form: FormView, book: Book) -> list[list[object]]:
    key = f"reviews.{form.id}"
    return [
        [
            flat(book.voice.known(f"{key}.parts.{part}")),
            stacked(book.voice.known(f"{key}.questions.{id}.label")),
            "",
            stacked(book.voice.known(f"{key}.questions.{id}.hint")),
            id,
        ]
        for part, questions in form.parts
        for id, _ in questions
    ]
