"""Takes the bytes of a document; gives its text as another program reads it."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from typing import Any

import docx
import icalendar
import openpyxl


def in_docx(content: bytes) -> str:
    """Every paragraph, those in tables included."""
    read = docx.Document(io.BytesIO(content))
    return "\n".join("".join(node.itertext()) for node in read.element.body.iter() if node.tag.endswith("}p"))


def cells(content: bytes) -> list[Any]:
    """Every filled cell of a workbook."""
    sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value is not None]


def in_xlsx(content: bytes) -> str:
    """Every cell of every sheet on show."""
    return "\n".join(str(cell.value) for cell in cells(content) if cell.parent.sheet_state == "visible")


def in_ics(content: bytes) -> str:
    """Titles and descriptions of the events, unfolded and unescaped."""
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert events
    return "\n".join(f"{event.get('SUMMARY', '')}\n{event.get('DESCRIPTION', '')}" for event in events)


def in_csv(content: bytes) -> str:
    """Every field."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=_delimiter(content)))
    return "\n".join(field for row in rows for field in row)


def _delimiter(content: bytes) -> str:
    return ";" if content.splitlines()[0].count(b";") else ","


def in_json(content: bytes) -> str:
    """The text, with nothing escaped."""
    return json.dumps(json.loads(content), ensure_ascii=False)


def in_html(content: bytes) -> str:
    """The text of a page."""
    return Page(content).text


class Page(HTMLParser):
    """A page as a browser would take it: its text and its elements."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data
