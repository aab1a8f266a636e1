"""Rows somebody adds to a workbook: what has a field comes back, everything else is named with sheet and cell."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.words import Words
from tests.formats.conftest import Write
from tests.formats.worked import Worked


@pytest.fixture
def programme_worked(write: Write, programme: dict[str, Any], words: Words) -> Worked:
    """A year of follow-up, open in somebody's hands."""
    return Worked(write("xlsx", programme), words)


def cells(worked: Worked, at: int, labels: tuple[str, ...], name: str) -> list[str]:
    """Name the cells of a row as remarks do."""
    sheet = worked.sheet(name)
    heads = [cell.value for cell in sheet[1]]
    places = (heads.index(worked.words(f"documents.labels.{label}")) + 1 for label in labels)
    return [f"{sheet.title} {sheet.cell(at, place).coordinate}" for place in places]


def test_a_finding(worked: Worked) -> None:
    """A finding comes back with its text; topic, severity and place, which only the planner takes, are named."""
    left = ("topic", "severity", "place")
    at = worked.add({"finding": "No second exit", **dict.fromkeys(left, "As we see it")}, "findings")

    assert worked.read().came["findings"][-1]["text"] == "No second exit"
    assert worked.said() == [("cell-not-taken", cell) for cell in cells(worked, at, left, "findings")]


def test_a_risk(write: Write, contract: dict[str, Any], words: Words) -> None:
    """So are topic, country and sources of a risk."""
    worked = Worked(write("xlsx", contract), words)
    left = ("topic", "country", "sources")
    at = worked.add({"risk": "Migrant workers", **dict.fromkeys(left, "As we see it")}, "risks")

    assert worked.read().came["chain"]["risks"][-1]["text"] == "Migrant workers"
    assert worked.said() == [("cell-not-taken", cell) for cell in cells(worked, at, left, "risks")]


@pytest.mark.parametrize("number", ["F99", "A1"])
def test_an_action(number: str, worked: Worked) -> None:
    """So are the evidence of an action and a number that is none of a finding."""
    at = worked.add({"action": "Our own idea", "evidence": "Photos", "findings": f"F1, {number}"})
    told = [(one.code, one.values["value"]) for one in worked.read().remarks]

    assert told == [("cell-not-taken", number), ("cell-not-taken", "Photos")]
    assert [cell for _, cell in worked.said()] == cells(worked, at, ("findings", "evidence"), "actions")


def test_nothing_that_can_be_taken(worked: Worked) -> None:
    """A row of which nothing can be taken over makes no finding, and is named."""
    at = worked.add({"topic": "Wages", "severity": "Major"}, "findings")
    (cell,) = cells(worked, at, ("topic",), "findings")

    assert worked.said() == [("row-not-taken", cell)]
    assert worked.read().came == worked.read().sent


def test_a_list_that_takes_no_rows(worked: Worked) -> None:
    """So is a row on a list that takes none, if only its number is filled in."""
    at = worked.add({"number": "A9"}, "milestones")
    assert worked.said() == [("row-not-taken", f"Milestones A{at}")]


def test_a_milestone(worked: Worked) -> None:
    """A milestone with the number of its action is a new row, not a copy of another milestone."""
    number = worked.cell("a5", "number").value
    at = worked.add({"number": number, "milestone": "One more"}, "milestones")

    assert worked.said() == [("row-not-taken", f"Milestones A{at}")]


def test_a_formula_without_result(worked: Worked) -> None:
    """A formula whose result was never saved is named in a new row too."""
    at = worked.add({"finding": "No second exit", "response-reason": "=1/2"}, "findings")
    assert worked.said() == [("cell-no-result", f"Findings F{at}")]


def test_a_deviation_is_answered(programme_worked: Worked, programme: dict[str, Any]) -> None:
    """In a year of follow-up an action says by its number which deviation it answers."""
    first = programme["programme"]["follow_ups"][0]["deviations"][0]["id"]
    number = programme_worked.cell(first, "number", "lights").value
    programme_worked.add({"action": "Our own idea", "findings": number})

    assert programme_worked.read().came["actions"][-1]["findings"] == [first]


def test_a_follow_up_without_deviations(programme_worked: Worked, programme: dict[str, Any]) -> None:
    """A deviation written beside a follow-up that has none is named."""
    id = next(one["id"] for one in programme["programme"]["follow_ups"] if not one["deviations"])
    cell = programme_worked.cell(f"follow-up/{id}", "deviation", "lights")
    cell.value = "No second exit"

    assert programme_worked.said() == [("cell-not-taken", f"Follow-ups {cell.coordinate}")]


def test_an_answer_without_row_code(write: Write, contract: dict[str, Any], words: Words) -> None:
    """An answer below the questions of a form is named."""
    worked = Worked(write("xlsx", contract), words)
    at = worked.add({"answer": "And one thing more"}, "yearly-report")

    assert worked.said() == [("row-not-taken", f"Report form C{at}")]


@pytest.mark.parametrize("typed", [13812345678, 13812345678.0])
def test_a_long_number(typed: float, worked: Worked) -> None:
    """A telephone number comes back with all its digits, whichever program saved it."""
    worked.add({"action": "Our own idea", "owner": typed})
    assert worked.read().came["actions"][-1]["owner"] == "13812345678"


def test_added_row(worked: Worked, example: dict[str, Any], words: Words) -> None:
    """A row the supplier adds becomes an action with an id of its own."""
    worked.add({"action": "Our own idea", "side": words.term("sides", "supplier"), "due": date(2027, 1, 4)})
    (added,) = worked.read().came["actions"][len(example["actions"]) :]

    assert added.pop("id").startswith("added-")
    told = {"text": "Our own idea", "side": "supplier", "due": "2027-01-04", "status": "proposed"}
    assert added == {**told, "findings": []}


def test_added_row_responds(worked: Worked) -> None:
    """A row somebody adds says by its number which finding it answers."""
    number = worked.cell("f1", "number", "findings").value
    worked.add({"action": "Our own idea", "findings": f"{number}, F99"})

    assert worked.read().came["actions"][-1]["findings"] == ["f1"]


def test_added_rows_keep_their_ids(worked: Worked) -> None:
    """The same row read twice has the same id, another row another: two files never write over each other."""
    worked.add({"action": "Our own idea"})
    first = worked.read().came["actions"][-1]["id"]
    worked.add({"action": "Another idea"})
    ids = [one["id"] for one in worked.read().came["actions"][-2:]]

    assert ids[0] == first
    assert ids[1] != first
