"""The sheets of each kind of plan, read back with openpyxl and by the planner."""

from __future__ import annotations

import io
from typing import Any

import pytest

from planner.readers import from_json, from_xlsx
from planner.words import Words
from tests.formats.conftest import Write, example_of
from tests.formats.test_xlsx import column, opened

SHEETS = {
    "own-policy": ["Read me", "Summary", "Areas", "Actions", "Milestones", "Follow-up", "Timeline"],
    "contract-performance": [
        "Read me", "Summary", "Areas", "Risks", "Actions", "Milestones", "Findings", "Signals", "Follow-up",
        "Timeline", "Report form", "Review form",
    ],
    "follow-up-programme": [
        "Read me", "Summary", "Areas", "Follow-ups", "Actions", "Milestones", "Follow-up", "Timeline",
    ],
}  # fmt: skip


def filled_in(data: bytes, sheet: str, cells: dict[str, str]) -> dict[str, Any]:
    """Write into cells as a person would, save, and take the workbook back."""
    book = opened(data)
    for cell, value in cells.items():
        book[sheet][cell] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return dict(from_json.shape(from_xlsx.read(buffer.getvalue()).came)[0])


@pytest.mark.parametrize("kind", SHEETS)
def test_sheets(kind: str, write: Write) -> None:
    """A workbook has the sheets its kind of plan needs, and no others."""
    book = opened(write("xlsx", example_of(kind)))
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"] == SHEETS[kind]


@pytest.mark.parametrize("kind", SHEETS)
def test_comes_back(kind: str, write: Write) -> None:
    """A workbook nobody changed gives the plan it was made from, and nothing to remark."""
    plan = example_of(kind)
    returned = from_xlsx.read(write("xlsx", plan))

    assert from_json.shape(returned.came)[0] == plan
    assert returned.remarks == []


def test_where_an_area_stands(write: Write, policy: dict[str, Any], words: Words) -> None:
    """Where an area stands is chosen from a list and comes back."""
    data = write("xlsx", policy)
    sources = {one.formula1 for one in opened(data)["Areas"].data_validations.dataValidation}
    plan = filled_in(data, "Areas", {"C2": words.term("standings", "yes")})

    assert sources == {"standings"}
    assert plan["policy"]["areas"][0]["standing"] == "yes"


def test_an_area_nobody_had_answered(write: Write, words: Words) -> None:
    """In a blank workbook an area is added once somebody has answered."""
    data = write("xlsx", {"schema": 1, "kind": "own-policy"})
    plan = filled_in(data, "Areas", {"C4": words.term("standings", "partly"), "D4": "seen"})

    assert plan["policy"]["areas"] == [{"id": "responsibility", "standing": "partly", "evidence": "seen"}]


def test_yearly_report(write: Write, contract: dict[str, Any], words: Words) -> None:
    """The supplier answers the yearly report in its workbook; the answers come back as a follow-up that took place."""
    data = write("xlsx", contract)
    assert column(opened(data)["Report form"], "Question")[0] == words(
        "reviews.yearly-report.questions.risks-now.label"
    )

    plan = filled_in(data, "Report form", {"C2": "Forced labour"})
    assert plan["reviews"][-1]["type"] == "yearly-report"
    assert plan["reviews"][-1]["answers"] == {"risks-now": "Forced labour"}
    assert len(plan["reviews"]) == len(contract["reviews"]) + 1


def test_lights(write: Write, programme: dict[str, Any], words: Words) -> None:
    """Each deviation is a row with the light of its follow-up."""
    sheet = opened(write("xlsx", programme))["Follow-ups"]
    lights = column(sheet, "Light")

    assert lights.count(f"■ {words.term('lights', 'red')}") == 4
    assert column(sheet, "Deviation")[0] == programme["programme"]["follow_ups"][0]["deviations"][0]["text"]
