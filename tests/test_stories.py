"""Stories in YAML, which a policy person can read and check, told to the planner."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from planner.advice.compose import compose
from planner.advice.suggestions import suggest
from planner.library import Library
from planner.readers import from_json

TODAY = date(2026, 11, 22)
FOLDER = Path(__file__).parent / "stories"


def plain(value: Any) -> Any:
    """YAML reads dates as dates; a plan holds them as text."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


STORIES = [story for path in sorted(FOLDER.glob("*.yaml")) for story in plain(yaml.safe_load(path.read_text("utf-8")))]


def told(story: dict[str, Any]) -> dict[str, Any]:
    return {"schema": 1, "kind": "supplier-improvement", **story["given"]}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["story"])
def test_story(story: dict[str, Any], library: Library) -> None:
    """What a story says must follow does follow."""
    plan, remarks = from_json.shape(told(story))
    view = compose(plan, library, TODAY, remarks)
    suggestions = suggest(plan, library, TODAY)
    codes = {remark.code for remark in view.remarks}
    natures, sides = {one.nature for one in suggestions}, {one.side for one in suggestions}
    facts = {
        "levels": lambda wanted: [finding.level for finding in view.findings] == wanted,
        "order": lambda wanted: [finding.record["id"] for finding in view.findings] == wanted,
        "asked": lambda wanted: set(wanted) <= set(view.findings[0].asked),
        "remarks": lambda wanted: set(wanted) <= codes,
        "silent": lambda wanted: not set(wanted) & codes,
        "natures": lambda wanted: set(wanted) <= natures,
        "natures-not": lambda wanted: natures and not set(wanted) & natures,
        "measures": lambda wanted: set(wanted) <= {one.measure for one in suggestions},
        "measures-not": lambda wanted: suggestions and not set(wanted) & {one.measure for one in suggestions},
        "sides": lambda wanted: set(wanted) <= sides,
        "verification-not": lambda wanted: suggestions and not set(wanted) & {one.verification for one in suggestions},
        "follow-ups": lambda wanted: list(view.follow_ups) == wanted,
        "late": lambda wanted: view.figures.late == wanted,
    }

    assert story["source"]
    for name, wanted in story["then"].items():
        assert facts[name](wanted), (name, wanted, sorted(codes), [finding.level for finding in view.findings])
