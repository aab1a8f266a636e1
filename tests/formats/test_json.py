"""The data file: the plan itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from planner.plan import Plan
from planner.readers import from_json
from planner.shape import fields
from tests.formats.conftest import HOSTILE, Write


def test_opens_again(write: Write, example: dict[str, Any]) -> None:
    """What is saved and opened is the same plan."""
    assert from_json.read(write("json", example).decode())[0] == example


def test_order(write: Write, example: dict[str, Any]) -> None:
    """Fields stand in the order of the schema, those it does not know last."""
    shuffled = {"extra": 1, **dict(reversed(list(example.items())))}
    assert list(json.loads(write("json", shuffled))) == [*fields(Plan), "extra"]


def test_people_can_read_it(write: Write, example: dict[str, Any]) -> None:
    """Letters are letters, not escapes, and the file ends with a line."""
    data = write("json", {**example, "title": "Handlingsplan på dansk"})

    assert "på dansk".encode() in data
    assert data.endswith(b"}\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str, write: Write, hostile: dict[str, Any]) -> None:
    """Every text comes out as typed."""
    assert text in [action["text"] for action in json.loads(write("json", hostile))["actions"]]
