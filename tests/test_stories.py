"""Stories in YAML, which a policy person can read and check, told to the planner."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from planner.library import Library
from planner.vocabularies import VOCABULARIES
from planner.words import Words
from tests.telling import Told

FOLDER = Path(__file__).parent / "stories"


def plain(value: Any) -> Any:
    """YAML reads dates as dates; a plan holds them as text."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


STORIES = [story for path in sorted(FOLDER.glob("*.yaml")) for story in plain(yaml.safe_load(path.read_text("utf-8")))]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["story"])
def test_story(story: dict[str, Any], library: Library, words: Words) -> None:
    """What a story says must follow does follow."""
    told = Told(story, library, words)

    assert story["source"]
    for fact, wanted in story["then"].items():
        assert told.holds(fact, wanted), (fact, wanted, sorted(told.codes))


def test_every_rule_has_a_story(library: Library) -> None:
    """Each rule that carries the subject is held by a story, and a story names no rule there is not."""
    told = {rule for story in STORIES for rule in story.get("rule", "").split()}

    assert told == {rule["rule"] for rule in library.rules}


def test_every_kind_has_stories() -> None:
    """Each kind of plan is told of."""
    assert {story.get("kind", "supplier-improvement") for story in STORIES} == {*VOCABULARIES["kinds"]}


def test_every_remark_of_a_rule_has_a_story(library: Library) -> None:
    """Each remark a rule explains is made in a story."""
    made = {
        code for story in STORIES for code in (*story["then"].get("remarks", ()), *story["then"].get("proposals", ()))
    }

    assert {code for rule in library.rules for code in rule["remarks"]} - made == set()
