"""A workbook somebody sorted, renamed or cut: what can be found comes back, the rest is said."""

from __future__ import annotations

from typing import Any

from planner.words import Words
from tests.formats.worked import Worked, changed


def test_sorted_and_moved(worked: Worked) -> None:
    """Rows may be sorted, lines put above the list, and columns added and moved."""
    sheet = worked.sheet()
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for at, values in enumerate(reversed(rows), 2):
        for place, value in enumerate(values, 1):
            sheet.cell(at, place).value = value
    worked.fill_in("a5", "note", "Found again")
    sheet.insert_rows(1, 3)
    sheet.insert_cols(2)

    assert worked.action("a5")["note"] == "Found again"
    assert worked.said() == []


def test_renamed_sheet(worked: Worked) -> None:
    """A sheet under another name is known by its heads."""
    worked.fill_in("a5", "note", "Found again")
    worked.sheet().title = "Our actions"

    assert worked.action("a5")["note"] == "Found again"


def test_without_row_codes(worked: Worked) -> None:
    """Without the hidden column the rows are known by their numbers."""
    worked.fill_in("a5", "note", "Found again")
    sheet = worked.sheet()
    sheet.delete_cols(sheet.max_column)

    assert worked.action("a5")["note"] == "Found again"


def test_copied_row(worked: Worked, example: dict[str, Any]) -> None:
    """A copied row does not overwrite the one it was copied from: it counts as new, and is remarked."""
    sheet = worked.sheet()
    sheet.append([cell.value for cell in sheet[2]])
    came = worked.read().came["actions"]

    assert came[: len(example["actions"])] == example["actions"]
    assert len(came) == len(example["actions"]) + 1
    assert [code for code, _ in worked.said()] == ["row-twice"]


def test_removed_row(worked: Worked) -> None:
    """A row that is gone stays in the plan, and is remarked by its number."""
    sheet = worked.sheet()
    number = sheet.cell(2, 1).value
    sheet.delete_rows(2)
    (remark,) = worked.read().remarks

    assert (remark.code, remark.values["rows"]) == ("rows-gone", number)
    assert not changed(worked.read())


def test_removed_sheet(worked: Worked) -> None:
    """Without its lists the workbook still holds the plan, and the sheet that is missing is named."""
    worked.book.remove(worked.sheet())
    assert not changed(worked.read())
    assert worked.said() == [("sheet-missing", "Actions")]


def test_removed_column(worked: Worked, words: Words) -> None:
    """A column to fill in that is missing is named."""
    sheet = worked.sheet()
    heads = [cell.value for cell in sheet[1]]
    sheet.delete_cols(heads.index("Note") + 1)
    (remark,) = worked.read().remarks

    assert (remark.code, remark.values["column"]) == ("column-missing", words("documents.labels.note"))
    assert not changed(worked.read())


def test_merged_cells(worked: Worked) -> None:
    """A cell that merging has covered is unchanged in the plan, and named."""
    cells = [worked.cell(id, "note") for id in ("a1", "a5")]
    first, last = sorted(cells, key=lambda cell: cell.row)
    covered = [row.value for row in worked.sheet()[f"{first.coordinate}:{last.coordinate}"][1]]
    worked.sheet().merge_cells(f"{first.coordinate}:{last.coordinate}")
    named = {code for code, _ in worked.said()}

    assert named <= {"cell-merged"}
    assert not changed(worked.read()) or not any(covered)
