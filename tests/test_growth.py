"""The work for a plan grows with the plan, not with its square: counted in calls, so that no clock can disturb it."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from bench.documents import DAY, plan, returned, worked_on
from planner.bridge import handle
from planner.documents import DOCUMENTS
from tests.conftest import bundle_text

FEW, MANY = 60, 240
CALLS = ("advise", "letters", "record", "read", *(f"export {format}" for format in DOCUMENTS))


def body(call: str, size: int) -> str:
    """What the page would send for a plan of so many actions."""
    made: dict[str, Any] = plan(size)
    asked = {"plan": made, "day": DAY, "audience": "supplier"}
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
    few, many = body(call, FEW), body(call, MANY)
    for sent in (few, many):  # what is loaded and looked up once is not the plan's
        handle(name, sent)

    assert calls(name, many) < calls(name, few) * MANY / FEW * 1.1
