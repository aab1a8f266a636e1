"""A workbook in the hands of somebody who fills it in: cells by the code of their row and the label of their column."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from planner.readers import from_xlsx
from planner.words import Words


def changed(returned: from_xlsx.Returned) -> bool:
    """Whether anything came back otherwise than it was sent."""
    return returned.came != returned.sent


class Worked:
    """A workbook in the hands of the supplier."""

    def __init__(self, data: bytes, words: Words) -> None:
        self.book: Workbook = load_workbook(io.BytesIO(data))
        self.words = words

    def sheet(self, name: str = "actions") -> Worksheet:
        sheet: Worksheet = self.book[self.words(f"documents.workbook.sheets.{name}")]
        return sheet

    def cell(self, id: str, label: str, name: str = "actions") -> Any:
        """The cell of a row, by the label of its column."""
        sheet = self.sheet(name)
        top = next(row for row in sheet.iter_rows() if "Row code" in [cell.value for cell in row])
        heads = [cell.value for cell in top]
        at = heads.index("Row code")
        row = next(row for row in sheet.iter_rows(min_row=top[0].row + 1) if row[at].value == id)
        return row[heads.index(self.words(f"documents.labels.{label}"))]

    def fill_in(self, id: str, label: str, value: object, name: str = "actions") -> None:
        self.cell(id, label, name).value = value

    def add(self, values: dict[str, object], name: str = "actions") -> int:
        """Write a row below the list; give its number."""
        sheet = self.sheet(name)
        heads = [cell.value for cell in sheet[1]]
        last = sheet.max_row + 1
        for label, value in values.items():
            sheet.cell(last, heads.index(self.words(f"documents.labels.{label}")) + 1).value = value  # type: ignore[assignment]
        return last

    def save(self) -> bytes:
        buffer = io.BytesIO()
        self.book.save(buffer)
        return buffer.getvalue()

    def read(self) -> from_xlsx.Returned:
        return from_xlsx.read(self.save())

    def action(self, id: str) -> dict[str, Any]:
        return next(action for action in self.read().came["actions"] if action["id"] == id)

    def said(self) -> list[tuple[str, str]]:
        """What the reader remarks: each code with sheet and cell."""
        told = self.read().remarks
        return [(one.code, " ".join(filter(None, (one.values["sheet"], one.values.get("cell"))))) for one in told]
