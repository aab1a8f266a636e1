"""The way back: a workbook somebody worked in, opened as a plan."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from planner.errors import NotAPlan
from planner.readers import from_json, from_xlsx
from planner.words import Words
from tests.formats.conftest import Write


class Worked:
    """A workbook in the hands of the supplier."""

    def __init__(self, data: bytes) -> None:
        self.book: Workbook = load_workbook(io.BytesIO(data))

    def sheet(self, at: int = 2) -> Worksheet:
        return self.book.worksheets[at]

    def fill_in(self, id: str, head: str, value: object, at: int = 2) -> None:
        sheet = self.sheet(at)
        heads = [cell.value for cell in sheet[1]]
        row = next(row for row in sheet.iter_rows(min_row=2) if row[heads.index("Row code")].value == id)
        row[heads.index(head)].value = value  # type: ignore[misc]

    def read(self) -> dict[str, Any]:
        buffer = io.BytesIO()
        self.book.save(buffer)
        return from_xlsx.read(buffer.getvalue())

    def action(self, id: str) -> dict[str, Any]:
        return next(action for action in self.read()["actions"] if action["id"] == id)


@pytest.fixture
def worked(write: Write, example: dict[str, Any]) -> Worked:
    return Worked(write("xlsx", example))


def refusal(data: bytes) -> str:
    with pytest.raises(NotAPlan) as caught:
        from_xlsx.read(data)
    return caught.value.code


def test_untouched(write: Write, example: dict[str, Any]) -> None:
    """A workbook nobody touched gives the plan it was made from."""
    assert from_xlsx.read(write("xlsx", example)) == example


def test_untouched_and_hostile(write: Write, hostile: dict[str, Any]) -> None:
    """So does one full of hostile texts."""
    plan, _ = from_json.shape(hostile)
    assert from_xlsx.read(write("xlsx", hostile)) == plan


def test_untouched_in_two_languages(write: Write, example: dict[str, Any], danish: Words) -> None:
    """So does one in two languages."""
    assert from_xlsx.read(write("xlsx", example, danish)) == example


def test_status(worked: Worked, words: Words) -> None:
    """A status chosen from the list comes back as its id."""
    worked.fill_in("a5", "Status", words.term("statuses", "done"))
    assert worked.action("a5")["status"] == "done"


@pytest.mark.parametrize(("typed", "read"), [(0.25, 25), (1, 100), (75, 75), ("80 %", 80), ("some", "some")])
def test_percent(worked: Worked, typed: object, read: object) -> None:
    """A percentage comes back however it was typed."""
    worked.fill_in("a5", "Progress", typed)
    assert worked.action("a5")["percent"] == read


@pytest.mark.parametrize(("typed", "read"), [(date(2027, 3, 1), "2027-03-01"), ("in March", "in March")])
def test_due(worked: Worked, typed: object, read: str) -> None:
    """A date comes back as ISO writes it; what is none stays, for the plan's reader to remark."""
    worked.fill_in("a5", "Deadline", typed)
    assert worked.action("a5")["due"] == read


def test_note(worked: Worked) -> None:
    """A note comes back as typed."""
    worked.fill_in("a5", "Note", "  Two lines\nof text ")
    assert worked.action("a5")["note"] == "  Two lines\nof text "


def test_milestone_done(worked: Worked, example: dict[str, Any]) -> None:
    """The date a milestone was reached comes back."""
    action = next(one for one in example["actions"] if one["id"] == "a5")
    worked.fill_in(f"a5/{action['milestones'][0]['id']}", "Done on", date(2026, 11, 20), at=3)

    assert worked.action("a5")["milestones"][0]["done"] == "2026-11-20"


def test_emptied_cells(worked: Worked) -> None:
    """An emptied note is gone; an emptied status or deadline is not."""
    for head in ("Note", "Status", "Deadline"):
        worked.fill_in("a1", head, None)
    action = worked.action("a1")

    assert action["note"] is None
    assert action["status"]
    assert action["due"]


def test_other_columns_stay(worked: Worked, example: dict[str, Any]) -> None:
    """What is not there to be filled in does not come back."""
    worked.fill_in("a5", "Action", "Something else")
    assert worked.read() == example


def test_sorted_and_moved(worked: Worked) -> None:
    """Rows may be sorted, lines put above the list, and columns added."""
    sheet = worked.sheet()
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for at, values in enumerate(reversed(rows), 2):
        for place, value in enumerate(values, 1):
            sheet.cell(at, place).value = value
    worked.fill_in("a5", "Note", "Found again")
    sheet.insert_rows(1, 3)
    sheet.insert_cols(2)

    assert worked.action("a5")["note"] == "Found again"


def test_added_row(worked: Worked, example: dict[str, Any], words: Words) -> None:
    """A row the supplier adds becomes an action with an id of its own."""
    sheet = worked.sheet()
    last = sheet.max_row + 1
    sheet.cell(last, 2).value = "Our own idea"
    sheet.cell(last, 3).value = words.term("sides", "supplier")
    added = worked.read()["actions"][len(example["actions"]) :]

    assert added == [{"text": "Our own idea", "side": "supplier", "id": "added-1"}]


def test_copied_row_counts_once(worked: Worked, example: dict[str, Any]) -> None:
    """A copied row with the id of another does not overwrite it."""
    sheet = worked.sheet()
    sheet.append([cell.value for cell in sheet[2]])
    sheet.cell(sheet.max_row, 9).value = "Copy"

    assert worked.read() == example


def test_removed_sheet(worked: Worked, example: dict[str, Any]) -> None:
    """Without its lists the workbook still holds the plan."""
    for at in (3, 2):
        worked.book.remove(worked.sheet(at))
    assert worked.read() == example


def test_no_workbook() -> None:
    """Text, an image or an encrypted file is no workbook."""
    assert refusal(b"not a workbook") == "not-a-workbook"


def test_other_zip() -> None:
    """A zip that is no workbook is refused."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("readme.txt", "x")
    assert refusal(buffer.getvalue()) == "not-a-workbook"


def test_broken_workbook(write: Write, example: dict[str, Any]) -> None:
    """A workbook cut off on its way is refused."""
    assert refusal(write("xlsx", example)[:-3000]) == "not-a-workbook"


def test_foreign_workbook() -> None:
    """Another program's workbook holds no plan."""
    buffer = io.BytesIO()
    Workbook().save(buffer)
    assert refusal(buffer.getvalue()) == "no-plan-inside"


def test_damaged_plan(worked: Worked) -> None:
    """A hidden sheet somebody wrote in is said to be damaged."""
    for row in worked.book["plan"].iter_rows():
        if row[0].value == "plan":
            row[1].value = str(row[1].value)[:-40]
    with pytest.raises(NotAPlan, match="plan-damaged"):
        worked.read()


def test_bomb() -> None:
    """A small file that unpacks to something huge is refused before it is unpacked."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b" " * 110_000_000)
    assert len(buffer.getvalue()) < 1_000_000
    assert refusal(buffer.getvalue()) == "workbook-too-large"


def test_chunks(write: Write, example: dict[str, Any]) -> None:
    """A plan longer than a cell comes back whole."""
    example["strengths"] = ["_x0041_ = – 👷 " * 10 for _ in range(800)]
    assert len(json.dumps(example)) > 100_000
    assert from_xlsx.read(write("xlsx", example)) == example
