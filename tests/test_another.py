"""A plan a supplier received, made into one for another of its customers."""

from __future__ import annotations

import json
from typing import Any

from planner.advice.another import for_another


def test_the_first_customer_is_gone(contract_plan: Any) -> None:
    """Name, contract, signals, steps, reviews and own actions of the first customer are in no field."""
    contract_plan["buyer"] = {**contract_plan["buyer"], "organisation": "FIRST CUSTOMER", "contact": "FIRST CUSTOMER"}
    for part in ("signals", "escalation", "reviews"):
        contract_plan[part] = [{**one, "note": "FIRST CUSTOMER"} for one in contract_plan[part]]
    contract_plan["supports"] = ["FIRST CUSTOMER"]
    contract_plan["chain"]["reports_due"] = [{"id": "FIRST CUSTOMER", "due": "2026-12-01", "received": None}]
    for action in contract_plan["actions"]:
        action["verified"]["by"] = action["effectiveness"]["by"] = "FIRST CUSTOMER"
    contract_plan["copy_of"] = {"revision": 3, "audience": "supplier", "plan": {"title": "FIRST CUSTOMER"}}
    made = for_another(contract_plan, "new")

    assert "FIRST CUSTOMER" not in json.dumps(made)
    assert not [one for one in made["actions"] if one["side"] in ("buyer", "joint")]


def test_the_suppliers_work_stays(example: Any) -> None:
    """What the supplier does, and how far it is, stays."""
    made = for_another(example, "new")
    own = [one["id"] for one in example["actions"] if one["side"] == "supplier"]

    assert made["id"] == "new"
    assert made["supplier"] == example["supplier"]
    assert [one["id"] for one in made["actions"]] == own
    assert [one["percent"] for one in made["actions"]] == [
        one["percent"] for one in example["actions"] if one["side"] == "supplier"
    ]


def test_the_plan_itself_stays(example: Any) -> None:
    """The plan that was received is not touched."""
    before = json.dumps(example)
    for_another(example, "new")
    assert json.dumps(example) == before
