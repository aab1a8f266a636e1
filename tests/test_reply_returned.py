"""How the page names what came back: rows by number and words, fields by their questions, values in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from planner.advice.audience import for_audience
from tests.conftest import Page

DAY = "2026-11-22"


@pytest.fixture
def listed(page: Page, example: Any) -> Callable[[Callable[[Any], None]], list[dict[str, Any]]]:
    """What the page lists after somebody has worked in the supplier's copy: `listed(work)`."""

    def of(work: Callable[[Any], None]) -> list[dict[str, Any]]:
        sent = for_audience(example, "supplier")
        came: Any = deepcopy(sent)
        came["copy_of"]["plan"] = {name: value for name, value in sent.items() if name != "copy_of"}
        work(came)
        answer = page("read", {"plan": example, "day": DAY, "text": json.dumps(came)})
        assert answer["ok"], answer
        assert answer["body"]["relation"] == "copy"
        found: list[dict[str, Any]] = answer["body"]["changes"]
        return found

    return of


def test_a_field(listed: Any) -> None:
    """A change says which row, which question, and both values in words."""
    (one,) = listed(lambda plan: plan["actions"][4].update(status="done"))

    assert one["number"].startswith("A")
    assert (one["label"], one["sent"], one["came"]) == ("Status", "Agreed", "Done, not yet verified")


def test_a_milestone(listed: Any) -> None:
    """A change of a milestone says which milestone."""
    (one,) = listed(lambda plan: plan["actions"][0]["milestones"][0].update(done="2026-11-20"))

    assert ": " in one["label"]
    assert one["came"] == "20 November 2026"


def test_a_text_of_the_library(listed: Any) -> None:
    """Where nobody had typed a text, what was sent is the library's."""
    (one,) = listed(lambda plan: plan["actions"][0].update(text="In our own words"))

    assert one["sent"]
    assert one["sent"] == one["name"]
    assert one["unasked"]


def test_causes(listed: Any) -> None:
    """Causes are words, not ids."""
    cause = {"id": "late-changes", "text": None, "origin": "buyer"}
    (one,) = listed(lambda plan: plan["findings"][0]["root_causes"].append(cause))

    assert "The buyer changes orders late" in one["came"]
    assert "late-changes" not in one["came"]


def test_a_new_row(listed: Any) -> None:
    """A new row is told by what it says."""
    (one,) = listed(lambda plan: plan["actions"].append({"id": "new", "text": "Ours", "due": "2027-01-04"}))

    assert (one["kind"], one["name"], one["sent"]) == ("added", "Ours", None)
    assert "4 January 2027" in one["came"]


def test_accepting_writes_a_review(page: Page, example: Any) -> None:
    """What was taken over stands in a review with the day and who sent it; a moved deadline keeps the old one."""
    sent: Any = for_audience(example, "supplier")
    came = deepcopy(sent)
    came["actions"][4]["due"] = "2027-05-03"
    body = {"plan": example, "sent": sent, "came": came, "accepted": ["actions[a5].due"], "day": DAY}
    plan = page("accept", body)["body"]["plan"]
    (change,) = plan["reviews"][-1]["changes"]

    assert (plan["reviews"][-1]["date"], plan["reviews"][-1]["by"]) == (DAY, example["supplier"]["organisation"])
    assert change["new"] == "3 May 2027"
    assert plan["revision"] == example["revision"] + 1
    assert plan["actions"][4]["due_changes"][-1]["new"] == "2027-05-03"


def test_what_was_refused(page: Page, example: Any) -> None:
    """What was not taken over is written down too."""
    sent: Any = for_audience(example, "supplier")
    came = deepcopy(sent)
    came["actions"][4]["note"], came["actions"][3]["note"] = "Taken", "Refused"
    body = {"plan": example, "sent": sent, "came": came, "accepted": ["actions[a5].note"], "day": DAY}
    review = page("accept", body)["body"]["plan"]["reviews"][-1]

    assert len(review["changes"]) == 1
    assert review["note"].startswith("Not taken over: ")


def test_what_does_not_fit(listed: Any) -> None:
    """A date that is none, and a word that is not of the list, are marked."""
    found = listed(lambda plan: plan["actions"][4].update(due="in March", status="nearly", note="fits"))

    assert {one["came"]: one["misfit"] for one in found} == {"in March": True, "nearly": True, "fits": False}
