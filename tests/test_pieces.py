"""What crosses between page and planner: after a change little, and all of it together the whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from bench.documents import plan
from planner import bridge
from tests.conftest import Page

DAY = "2026-11-22"


def edits(made: dict[str, Any]) -> list[Callable[[], object]]:
    """What may happen to a plan between one check and the next."""
    return [
        lambda: made["actions"][0].update(owner="The works council", due="2026-12-24"),
        lambda: made["findings"][1].update(scale=4, topic="wages"),
        lambda: made["findings"].pop(0),
        lambda: made["actions"].insert(0, made["actions"].pop()),
        lambda: made["actions"][0].update(id=None, milestones=[{"text": "First"}, {"id": "milestone-1"}]),
        lambda: made["actions"][2].update(milestones=[{"text": "First"}, {"id": "milestone-1"}]),
        lambda: made.update(created="2025-01-01", supports=["training"]),
        lambda: made["supplier"].update(country="SE"),
        lambda: made.update(findings=[], actions=[]),
    ]


def test_what_is_remembered_never_shows(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan gets the advice it would get alone, whatever has been asked before."""
    made = plan(12)
    for edit in edits(made):
        edit()
        monkeypatch.setattr(bridge, "LONG", ())
        alone = asked(made)
        monkeypatch.undo()

        assert asked(made) == alone


def test_what_has_changed_makes_the_whole(page: Page) -> None:
    """What the page holds and what it is sent after a change are together the advice on the plan as it is now."""
    made, held = plan(12), {}
    for edit in [lambda: None, *edits(made)]:
        edit()
        pieces = page("advise", {"plan": made, "day": DAY, "only_changed": True})["body"]
        held = received(held, pieces)

        assert held == json.loads(asked(made))["body"]


def received(held: dict[str, Any], pieces: list[dict[str, Any]]) -> dict[str, Any]:
    """The page's side: what it held, with the pieces put where they belong."""
    held = json.loads(json.dumps(held))
    for piece in pieces:
        part = piece["part"]
        if piece["kind"] == "value":
            held[part] = piece["entries"][0][1]
        elif piece["kind"] == "list":
            rows = dict(enumerate(held.get(part, []))) | dict(piece["entries"])
            held[part] = [rows.get(place) for place in range(piece["size"])]
        else:
            mapping = held.get(part, {}) | dict(piece["entries"])
            held[part] = {key: value for key, value in mapping.items() if key not in piece["gone"]}
    return held


def test_a_change_sends_little(page: Page) -> None:
    """Of a long plan's advice the page is sent what has changed, which is little after a keystroke."""
    made = plan(100)
    whole = len(asked(made, only_changed=True))
    made["actions"][7]["owner"] = None

    assert 0 < len(asked(made, only_changed=True)) < whole / 50
    assert page("advise", {"plan": made, "day": DAY, "only_changed": True})["body"] == []


def test_no_piece_is_long(page: Page) -> None:
    """Advice crosses in lines so short that the page reads each between two keystrokes; all together they are long."""
    lines = asked(plan(300), only_changed=True).splitlines()

    assert max(map(len, lines)) < 65_000 < sum(map(len, lines))


def asked(made: dict[str, Any], *, only_changed: bool = False) -> str:
    """The advice on a plan as it crosses."""
    return str(bridge.handle("advise", json.dumps({"plan": made, "day": DAY, "only_changed": only_changed})))
