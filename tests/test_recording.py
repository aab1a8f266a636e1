"""Recording a review: what changed is kept, in words both parties read."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from tests.conftest import Page

DAY = "2026-12-15"


@pytest.fixture
def recorded(page: Page, example: dict[str, Any]) -> Callable[[dict[str, Any]], Any]:
    """Record a review of the example against what it has become: `recorded(new)`."""

    def record(new: dict[str, Any]) -> Any:
        body = {"plan": new, "base": example, "day": DAY, "type": "progress", "by": "The buyer"}
        return page("record", body)["body"]

    return record


def test_review_is_the_last(recorded: Any, example: dict[str, Any]) -> None:
    """The review stands at the place the answer names, with its form, its day and who held it."""
    answer = recorded(example)
    review = answer["plan"]["reviews"][answer["review"]["index"]]

    assert (review["type"], review["date"], review["by"]) == ("progress", DAY, "The buyer")
    assert review["changes"] == []


def test_earlier_reviews_stay(recorded: Any, example: dict[str, Any]) -> None:
    """A second review leaves the first as it is, and has an id of its own."""
    once = recorded(example)["plan"]
    twice = recorded(once)["plan"]

    assert twice["reviews"][0] == once["reviews"][0]
    assert twice["reviews"][0]["id"] != twice["reviews"][1]["id"]


def test_changes_in_words(recorded: Any, example: dict[str, Any]) -> None:
    """A change names the action by its words, the field by its label, and both values as people say them."""
    new = deepcopy(example)
    new["actions"][0]["status"] = "blocked"

    (change,) = recorded(new)["plan"]["reviews"][0]["changes"]
    assert change == {
        "path": "Open every exit and keep the ways out clear · Status",
        "old": "Verified",
        "new": "Blocked",
    }


def test_dates_in_words(recorded: Any, example: dict[str, Any]) -> None:
    """Dates are written out."""
    new = deepcopy(example)
    new["actions"][0]["due"] = "2027-09-01"

    (change,) = recorded(new)["plan"]["reviews"][0]["changes"]
    assert change["new"] == "1 September 2027"


def test_moved_deadline(recorded: Any, example: dict[str, Any]) -> None:
    """A moved deadline keeps the old one with the action."""
    new = deepcopy(example)
    old, new["actions"][0]["due"] = new["actions"][0]["due"], "2027-09-01"

    (moved,) = recorded(new)["plan"]["actions"][0]["due_changes"]
    assert (moved["date"], moved["old"], moved["new"]) == (DAY, old, "2027-09-01")


def test_new_finding(recorded: Any, example: dict[str, Any]) -> None:
    """A new finding is kept by its text, and one that is gone by the text it had."""
    new = deepcopy(example)
    gone = new["findings"].pop(0)
    new["findings"].append({**gone, "id": "new", "text": "The water is brown"})

    changes = recorded(new)["plan"]["reviews"][0]["changes"]
    assert {(one["path"], one["new"]) for one in changes} >= {("The water is brown", "New"), (gone["text"], "Removed")}


def test_of_every_part(page: Page) -> None:
    """Areas, risks, signals and deviations are named by their own words, or the library's."""
    area = {"id": "contract-risks", "standing": "no"}
    risk = {"id": "r", "topic": "wages", "severity": "minor"}
    signal = {"id": "s", "topic": "corruption", "source_protected": "yes"}
    old = {
        "schema": 1, "kind": "contract-performance", "chain": {"areas": [area], "risks": [risk]},
        "signals": [signal],
    }  # fmt: skip
    new = {
        **old,
        "chain": {"areas": [{**area, "standing": "partly"}], "risks": [{**risk, "severity": "major"}]},
        "signals": [{**signal, "closed": "2026-12-01"}],
    }
    body = page("record", {"plan": new, "base": old, "day": DAY, "type": "dialogue"})["body"]
    said = {one["path"].split(" · ")[0]: one["new"] for one in body["plan"]["reviews"][0]["changes"]}

    assert said["Wages and a living wage"] == "Major"
    assert said["Corruption"] == "1 December 2026"
    assert "Partly in place" in said.values()


def test_without_a_base(page: Page, example: dict[str, Any]) -> None:
    """The first review of a plan has nothing to compare with."""
    answer = page("record", {"plan": example, "base": None, "day": DAY, "type": "progress"})["body"]

    assert answer["plan"]["reviews"][0]["changes"] == []


def test_the_plan_given_is_untouched(recorded: Any, example: dict[str, Any]) -> None:
    """Recording gives a new plan."""
    recorded(example)

    assert example["reviews"] == []


def test_weighing_stays_with_the_buyer(page: Page, example: dict[str, Any]) -> None:
    """What the buyer weighs before leaving is its own until it shares it; other reviews are for both."""
    for type, visibility in (("leaving", "buyer"), ("progress", None)):
        answer = page("record", {"plan": example, "base": example, "day": DAY, "type": type})["body"]

        assert answer["plan"]["reviews"][-1]["visibility"] == visibility
