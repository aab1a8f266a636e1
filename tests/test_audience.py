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


@pytest.mark.parametrize("protected", [None, "no"])
def test_signal_that_is_not_safe(protected: str | None) -> None:
    """A supplier does not read of a signal that somebody may be punished for, unless the buyer says so."""
    signal = {"id": "s", "text": SECRET, "source": SECRET, "source_protected": protected}
    plan, _ = from_json.shape({"schema": 1, "kind": "supplier-improvement", "signals": [signal]})

    assert for_audience(plan, "supplier")["signals"] == []
    assert plan["signals"][0]["source"] == SECRET


@pytest.mark.parametrize(("protected", "source"), [(None, None), ("no", None), ("yes", "A worker of the night shift")])
def test_source_of_a_signal(protected: str | None, source: str | None) -> None:
    """A supplier reads who spoke up only once it is sure that nobody can be punished for it."""
    signal = {"id": "s", "text": "Fees", "source": "A worker of the night shift", "source_protected": protected}
    given = {"schema": 1, "kind": "supplier-improvement", "signals": [{**signal, "visibility": "parties"}]}
    plan, _ = from_json.shape(given)

    assert for_audience(plan, "supplier")["signals"][0]["source"] == source
    assert plan["signals"][0]["source"] == "A worker of the night shift"


def test_source_is_never_public() -> None:
    """A public copy names no source at all."""
    signal = {"id": "s", "source": "A newspaper", "source_protected": "yes", "visibility": "public"}
    plan, _ = from_json.shape({"schema": 1, "kind": "supplier-improvement", "signals": [signal]})

    assert for_audience(plan, "public")["signals"][0]["source"] is None


def test_signal_of_a_hidden_finding() -> None:
    """A signal no longer names the finding a reader may not see."""
    given = {
        "schema": 1, "kind": "supplier-improvement", "findings": [{"id": "f", "visibility": "buyer"}, {"id": "g"}],
        "signals": [{"id": "s", "findings": ["f", "g"], "source_protected": "yes"}],
    }  # fmt: skip

    assert for_audience(from_json.shape(given)[0], "supplier")["signals"][0]["findings"] == ["g"]


@pytest.mark.parametrize("part", ["escalation", "reviews"])
def test_course(part: str) -> None:
    """Steps and reviews marked for the buyer stay with the buyer; in a public copy only those marked public remain."""
    rows = [{"id": "a", "visibility": "buyer"}, {"id": "b"}, {"id": "c", "visibility": "public"}]
    plan, _ = from_json.shape({"schema": 1, "kind": "contract-performance", part: rows})

    assert [row["id"] for row in for_audience(plan, "supplier")[part]] == ["b", "c"]  # type: ignore[literal-required]
    assert [row["id"] for row in for_audience(plan, "public")[part]] == ["c"]  # type: ignore[literal-required]


def test_nobody_is_named_in_public() -> None:
    """A public copy of any section names no manager, coordinator, reviewer or informant."""
    name = "NAMED PERSON"
    area = {"id": "approval", "standing": "no", "evidence": name}
    given = {
        "schema": 1, "kind": "own-policy",
        "policy": {"management": name, "board": name, "areas": [area]},
        "chain": {"areas": [area], "risks": [{"id": "r", "topic": "wages", "sources": [name]}]},
        "programme": {"steering": name, "coordinators": [{"name": name}], "areas": [area]},
        "reviews": [{"id": "v", "by": name, "note": name, "visibility": "public"}],
        "agreement": {"authority": name, "text": name}, "no_buyer_action_reason": name,
        "actions": [{"id": "a", "text": "Repay", "visibility": "public", "support": name, "cost": {"shares": name}}],
    }  # fmt: skip
    copy = for_audience(from_json.shape(given)[0], "public")

    assert name not in json.dumps(copy)
    assert copy["policy"]["areas"][0]["standing"] == "no"
    assert copy["chain"]["risks"][0]["topic"] == "wages"


@pytest.mark.parametrize("audience", ["supplier", "public"])
def test_follow_up_of_others(audience: Any) -> None:
    """What was found at one supplier reaches neither another nor the public, nor do the actions that answer it."""
    follow_up = {"id": "u", "supplier": "Other Mill", "deviations": [{"id": "d", "text": "Fees"}]}
    actions = [{"id": "a", "findings": ["d"], "text": "Repay", "visibility": "public"}]
    given = {"schema": 1, "kind": "follow-up-programme", "programme": {"follow_ups": [follow_up]}, "actions": actions}
    copy = for_audience(from_json.shape(given)[0], audience)

    assert copy["programme"]["follow_ups"] == []
    assert copy["actions"] == []


def test_a_review_of_a_programme_names_no_other_supplier() -> None:
    """What has changed since the last one is about all of them."""
    change = {"path": "Other Mill", "old": None, "new": "2026-11-01"}
    review = {"id": "v", "date": "2026-11-01", "changes": [change]}
    given = {"schema": 1, "kind": "follow-up-programme", "reviews": [review]}
    copy = for_audience(from_json.shape(given)[0], "supplier")

    assert "Other Mill" not in json.dumps(copy)
    assert copy["reviews"][0]["date"] == "2026-11-01"
