"""Who may see what."""

from __future__ import annotations

import json
from typing import Any

import pytest

from planner.advice.audience import for_audience
from planner.readers import from_json

SECRET = "SECRET-OF-THE-BUYER"


@pytest.fixture
def plan() -> Any:
    return from_json.shape(
        {
            "schema": 1,
            "kind": "supplier-improvement",
            "buyer": {"organisation": "Buyer", "contact": "NAMED PERSON", "email": "named@example.org"},
            "participants": [{"name": "NAMED PERSON", "side": "workers"}],
            "findings": [
                {"id": "a", "text": SECRET, "visibility": "buyer"},
                {"id": "b", "text": "Between us"},
                {"id": "c", "text": "For all", "visibility": "public"},
            ],
            "actions": [
                {"id": "x", "findings": ["a"], "text": SECRET},
                {"id": "y", "findings": ["a", "b"], "text": "Shared", "owner": "NAMED PERSON"},
                {"id": "z", "findings": ["c"], "text": "Open", "owner": "NAMED PERSON", "visibility": "public"},
            ],
            "signals": [{"id": "s", "text": SECRET, "visibility": "buyer"}],
        }
    )[0]


def test_buyer(plan: Any) -> None:
    """The buyer's own copy is the plan itself."""
    assert for_audience(plan, "buyer") == plan


def test_supplier(plan: Any) -> None:
    """A supplier's copy holds nothing that only the buyer may see, nor an action that answers only that."""
    text = json.dumps(for_audience(plan, "supplier"))

    assert SECRET not in text
    assert "Between us" in text
    assert "NAMED PERSON" in text


def test_supplier_numbers(plan: Any) -> None:
    """An action that answers a hidden finding and an open one no longer names the hidden one."""
    actions = for_audience(plan, "supplier")["actions"]

    assert [(action["id"], action["findings"]) for action in actions] == [("y", ["b"]), ("z", ["c"])]


def test_public(plan: Any) -> None:
    """A public copy holds only what is marked public, and names nobody."""
    copy = for_audience(plan, "public")
    text = json.dumps(copy)

    assert [finding["id"] for finding in copy["findings"]] == ["c"]
    assert [action["id"] for action in copy["actions"]] == ["z"]
    for hidden in (SECRET, "NAMED PERSON", "named@example.org", "Between us"):
        assert hidden not in text


def test_untouched(plan: Any) -> None:
    """Making a copy leaves the plan as it was."""
    before = json.dumps(plan)
    for_audience(plan, "public")

    assert json.dumps(plan) == before
