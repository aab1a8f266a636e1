"""The work for a plan grows with the plan, not with its square, and after a change with what has changed.

Counted in calls, so that no clock can disturb it.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from bench.documents import DAY, marked, plan, returned, worked_on
from planner.bridge import handle
from planner.documents import DOCUMENTS
from tests.conftest import bundle_text

FEW, MANY = 30, 120
CALLS = ("advise", "letters", "record", "read", *(f"export {format}" for format in DOCUMENTS))


def body(call: str, made: dict[str, Any]) -> str:
    """What the page would send for a plan."""
    asked = {"plan": made, "day": DAY, "audience": "supplier", "only_changed": True}
    name, _, format = call.partition(" ")
    if name == "record":
        asked["base"] = worked_on(made)
    if name == "read":
        asked["text"] = returned(made)
    return json.dumps(asked | {"format": format})


def calls(name: str, sent: str) -> int:
    """How many calls of functions, Python's and C's, the answer takes."""
    count = 0

    def seen(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        answer = handle(name, sent)
    finally:
        sys.setprofile(None)
    assert isinstance(answer, bytes) or json.loads(answer)["ok"]
    return count


@pytest.mark.parametrize("call", CALLS)
def test_growth(call: str) -> None:
    """Four times the actions cost at most four times the work, and a little for what has to be sorted."""
    handle("open", json.dumps({"bundle": bundle_text("en")}))
    name = call.partition(" ")[0]
    for size in (FEW, MANY):  # what is loaded and looked up once is not the plan's
        handle(name, body(call, plan(size)))
    few, many = (body(call, marked(plan(size), f"new, of {size}")) for size in (FEW, MANY))

    assert calls(name, many) < calls(name, few) * MANY / FEW * 1.1


def test_a_change_costs_little() -> None:
    """After a change in one action of many, a check takes a fraction of the work for a plan that is new."""
    handle("open", json.dumps({"bundle": bundle_text("en")}))
    handle("advise", body("advise", plan(MANY)))
    made = marked(plan(MANY), "also new")
    new = calls("advise", body("advise", made))
    made["actions"][3]["owner"] = "The works council"

    assert calls("advise", body("advise", made)) < new / 4
