"""What differs between two plans."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from planner.advice.changes import compare


def paths(old: Any, new: Any) -> list[tuple[str, Any, Any]]:
    return [(change.path, change.old, change.new) for change in compare(old, new)]


def test_same(example: Any) -> None:
    """A plan does not differ from itself."""
    assert paths(example, deepcopy(example)) == []


def test_field(example: Any) -> None:
    """A changed field is named by the id of its row."""
    new = deepcopy(example)
    new["actions"][3]["percent"] = 80

    assert paths(example, new) == [("actions[a4].percent", 60, 80)]


def test_moved(example: Any) -> None:
    """Moving rows is no change."""
    new = deepcopy(example)
    new["actions"].reverse()

    assert paths(example, new) == []


def test_added_and_removed(example: Any) -> None:
    """A row added or removed is one change, with the whole row."""
    new = deepcopy(example)
    removed = new["findings"].pop()
    new["findings"].append({**removed, "id": "new"})

    found = paths(example, new)
    assert [path for path, _, _ in found] == ["findings[f5]", "findings[new]"]
    assert found[0][2] is None
    assert found[1][1] is None
