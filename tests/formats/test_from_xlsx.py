"""The way back: a workbook somebody worked in, opened as a plan."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from planner.advice.audience import for_audience
from planner.documents.workbook.book import MOST
from planner.readers import from_json, from_xlsx, take
from planner.readers.tables import Column
from planner.words import Words
from tests.formats.conftest import Write
from tests.formats.worked import Worked, changed


def test_untouched(write: Write, example: dict[str, Any]) -> None:
    """A workbook nobody touched gives the plan it was made from, and nothing to remark."""
    returned = from_xlsx.read(write("xlsx", example))
    assert (returned.sent, returned.came, returned.remarks) == (example, example, [])


def test_untouched_and_hostile(write: Write, hostile: dict[str, Any]) -> None:
    """So does one full of hostile texts."""
    plan, _ = from_json.shape(hostile)
    assert from_xlsx.read(write("xlsx", hostile)).came == plan


def test_untouched_in_two_languages(write: Write, example: dict[str, Any], danish: Words) -> None:
    """So does one in two languages."""
    assert from_xlsx.read(write("xlsx", example, danish)).came == example


def test_untouched_and_long(write: Write, example: dict[str, Any]) -> None:
    """So does one with a text longer than a cell."""
    example["actions"][0]["note"] = "x" * (MOST + 1)
    returned = from_xlsx.read(write("xlsx", example))

    assert (returned.came, returned.remarks) == (example, [])


def test_untouched_and_large(write: Write, example: dict[str, Any]) -> None:
    """So does one with many thousands of dates."""
    example["actions"][0]["milestones"] = [{"id": f"m{at}", "text": "Step", "due": "2027-01-04"} for at in range(5100)]
    assert from_xlsx.read(write("xlsx", example)).remarks == []


def test_status(worked: Worked, words: Words) -> None:
    """A status chosen from the list comes back as its id."""
    worked.fill_in("a5", "status", words.term("statuses", "done"))
    assert worked.action("a5")["status"] == "done"


@pytest.mark.parametrize(("typed", "read"), [(0.25, 25), (1, 100), (75, 75), ("80 %", 80)])
def test_percent(worked: Worked, typed: object, read: object) -> None:
    """A percentage comes back however it was typed."""
    worked.fill_in("a5", "percent", typed)
    assert worked.action("a5")["percent"] == read


def test_no_percent() -> None:
    """A number too large for a percentage stays as text."""
    column = Column(head="", kind="percent", fill_in=True, to="percent", words=None)
    assert column.value(float("1e999")) == "inf"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (date(2027, 3, 1), "2027-03-01"),
        ("2027-03-01", "2027-03-01"),
        ("1.3.2027", "2027-03-01"),
        ("in May", "in May"),
        ("15/12/2026", "2026-12-15"),
        ("12/15/2026", "2026-12-15"),
        ("03/04/2027", "03/04/2027"),
    ],
)
def test_other_deadline(worked: Worked, typed: object, read: str) -> None:
    """Another deadline comes back as ISO writes it; what is no date stays, for the plan's reader to remark."""
    worked.fill_in("a5", "due-proposed", typed)
    assert worked.action("a5")["due"] == read


def test_note(worked: Worked) -> None:
    """A note comes back as typed."""
    worked.fill_in("a5", "note", "  Two lines\nof text ")
    assert worked.action("a5")["note"] == "  Two lines\nof text "


@pytest.mark.parametrize(
    ("label", "field"), [("owner", "owner"), ("obstacle", "status_reason"), ("support-asked", "support_asked")]
)
def test_what_the_supplier_says(label: str, field: str, worked: Worked) -> None:
    """Who answers for an action, what stands in the way and the support asked for come back into their fields."""
    worked.fill_in("a5", label, "As we see it")
    assert worked.action("a5")[field] == "As we see it"


def test_milestone_done(worked: Worked, example: dict[str, Any]) -> None:
    """The date a milestone was reached comes back."""
    action = next(one for one in example["actions"] if one["id"] == "a5")
    worked.fill_in(f"a5/{action['milestones'][0]['id']}", "done", date(2026, 11, 20), "milestones")

    assert worked.action("a5")["milestones"][0]["done"] == "2026-11-20"


def test_a_disputed_finding(worked: Worked, words: Words) -> None:
    """The supplier sees a finding differently, and says why."""
    worked.fill_in("f1", "response", words.term("stances", "disputed"), "findings")
    worked.fill_in("f1", "response-reason", "The doors were open", "findings")
    finding = next(one for one in worked.read().came["findings"] if one["id"] == "f1")

    assert finding["response"] == {"stance": "disputed", "reason": "The doors were open"}


def test_a_cause_of_the_supplier(worked: Worked, example: dict[str, Any]) -> None:
    """A cause the supplier sees stands beside those that were known."""
    worked.fill_in("f1", "cause-proposed", "Late orders", "findings")
    causes = next(one["root_causes"] for one in worked.read().came["findings"] if one["id"] == "f1")
    known = next(one["root_causes"] for one in example["findings"] if one["id"] == "f1")

    assert causes == [*known, {"id": None, "text": "Late orders", "origin": None}]


def test_an_action_of_the_supplier(worked: Worked, example: dict[str, Any]) -> None:
    """An action proposed beside a finding answers that finding."""
    worked.fill_in("f1", "action-proposed", "A second door", "findings")
    (added,) = worked.read().came["actions"][len(example["actions"]) :]

    assert added == {**added, "text": "A second door", "findings": ["f1"], "side": "supplier", "status": "proposed"}


def test_a_reply_to_a_signal(write: Write, contract: dict[str, Any], words: Words) -> None:
    """What the supplier replies to a signal comes back."""
    id = contract["signals"][0]["id"]
    worked = Worked(write("xlsx", contract), words)
    worked.fill_in(id, "answer-given", "We looked into it", "signals")

    assert worked.read().came["signals"][0]["reply"] == "We looked into it"


def test_emptied_cells(worked: Worked) -> None:
    """An emptied note is gone; an emptied status or deadline is not."""
    for label in ("note", "status", "due"):
        worked.fill_in("a1", label, None)
    action = worked.action("a1")

    assert action["note"] is None
    assert action["status"]
    assert action["due"]


def test_other_columns_come_back_too(worked: Worked) -> None:
    """What was not there to be filled in but has a field comes back: the buyer decides."""
    worked.fill_in("a5", "action", "Something else")
    assert worked.action("a5")["text"] == "Something else"


def test_what_the_planner_works_out(worked: Worked) -> None:
    """A change of what the planner works out is remarked with sheet and cell."""
    worked.fill_in("a5", "severity", "Harmless")
    cell = worked.cell("a5", "severity").coordinate

    assert worked.said() == [("cell-computed", f"Actions {cell}")]
    assert not changed(worked.read())


def test_half_of_a_choice(write: Write, example: dict[str, Any], words: Words, danish: Words) -> None:
    """In two languages either word of a choice will do, in capitals or not."""
    data = write("xlsx", example, danish)
    for word in (words.term("statuses", "in-progress").upper(), danish.term("statuses", "in-progress")):
        book = load_workbook(io.BytesIO(data))
        sheet = book.worksheets[2]
        place = {cell.value: cell.row for cell in sheet[get_column_letter(sheet.max_column)]}["a5"]
        sheet.cell(place, 6).value = word
        buffer = io.BytesIO()
        book.save(buffer)
        came = from_xlsx.read(buffer.getvalue()).came

        assert next(one["status"] for one in came["actions"] if one["id"] == "a5") == "in-progress"


def test_list_of_dates(worked: Worked) -> None:
    """What is typed into the list of dates, which the planner works out, is remarked."""
    sheet = worked.sheet("follow-up")
    sheet.cell(2, 6).value = "yesterday"

    assert worked.said() == [("cell-computed", "Follow-up F2")]


def test_formula_without_result_in_the_list_of_dates(worked: Worked) -> None:
    """There too, a formula whose result was never saved is named."""
    worked.sheet("follow-up").cell(2, 6).value = "=1+1"
    assert worked.said() == [("cell-no-result", "Follow-up F2")]


def test_formula_without_result(worked: Worked) -> None:
    """A formula whose result was never saved changes nothing, and is named."""
    worked.fill_in("a5", "percent", "=1/2")
    cell = worked.cell("a5", "percent").coordinate

    assert worked.said() == [("cell-no-result", f"Actions {cell}")]
    assert not changed(worked.read())


@pytest.mark.parametrize(
    ("label", "typed", "code"),
    [
        ("due-proposed", "in March", "cell-no-date"),
        ("percent", "some", "cell-no-percent"),
        ("percent", 350, "cell-no-percent"),
        ("percent", "²", "cell-no-percent"),
        ("percent", "9" * 5000, "cell-no-percent"),
        ("status", "Nearly there", "cell-not-in-list"),
    ],
)
def test_wrong_types(label: str, typed: object, code: str, worked: Worked) -> None:
    """What does not fit its column is named with sheet and cell; the file opens all the same."""
    worked.fill_in("a5", label, typed)
    cell = worked.cell("a5", label).coordinate

    assert worked.said() == [(code, f"Actions {cell}")]
    assert take(worked.save()).plan["actions"]


def test_chunks(write: Write, example: dict[str, Any]) -> None:
    """A plan longer than a cell comes back whole."""
    example["strengths"] = ["_x0041_ = – 👷 " * 10 for _ in range(800)]
    assert len(json.dumps(example)) > 100_000
    assert from_xlsx.read(write("xlsx", example)).came == example


def test_a_copy_remembers(write: Write, example: dict[str, Any], words: Words) -> None:
    """A supplier's copy that is opened and filled in remembers how it was sent, also after it is saved as a file."""
    sent = for_audience(example, "supplier")  # type: ignore[arg-type]
    worked = Worked(write("xlsx", sent), words)  # type: ignore[arg-type]
    worked.fill_in("a5", "note", "Done")
    opened = take(worked.save()).plan
    again = take(json.dumps(opened))

    assert again.sent is not None
    assert again.plan["actions"][4]["note"] == "Done"
    assert again.sent["actions"] == sent["actions"]
