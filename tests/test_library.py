"""The library of measures: enough for every topic, and nothing that backfires unguarded."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import Any

import pytest

from planner.advice.suggestions import TOO_WEAK_ALONE
from planner.library import Library
from scripts.bundle import read_facts, read_words
from scripts.check_facts import check_facts, check_words

FACTS = read_facts()
TOPICS = [topic["id"] for topic in FACTS["topics"]]


def test_topics() -> None:
    """The five first topics are offered."""
    assert set(TOPICS) == {
        "forced-labour", "safety-and-health", "working-hours", "freedom-of-association", "environment",
    }  # fmt: skip


@pytest.mark.parametrize("topic", TOPICS)
def test_enough(topic: str, library: Library) -> None:
    """Each topic has at least four measures for the supplier and two for the buyer's purchasing practice."""
    sides = Counter(measure["side"] for measure in library.of_topic(topic))

    assert sides["supplier"] >= 4
    assert sides["buyer"] >= 2


@pytest.mark.parametrize("topic", TOPICS)
def test_all_natures(topic: str, library: Library) -> None:
    """Each topic can contain, remedy, correct and prevent."""
    assert {measure["nature"] for measure in library.of_topic(topic)} == {"contain", "remedy", "correct", "prevent"}


def test_strong_proof(library: Library) -> None:
    """Every measure for a supplier can be verified with more than papers, photos or an office audit."""
    for measure in library.measures.values():
        if measure["side"] == "supplier":
            assert set(measure["verification"]) - {*TOO_WEAK_ALONE}, measure["id"]


def test_remedy_is_for_actual_harm(library: Library) -> None:
    """Containing and making good are only for harm that is happening."""
    for measure in library.measures.values():
        if measure["nature"] in ("contain", "remedy"):
            assert measure.get("when", {}).get("state") == ["actual"], measure["id"]


def test_facts_and_words_fit() -> None:
    """Facts and English words fit together; nothing is left over on either side."""
    assert [*check_facts(FACTS), *check_words(FACTS, read_words("en"))] == []


MISTAKES: list[tuple[str, Any]] = [
    ("side", "nobody"),
    ("nature", "hope"),
    ("verification", ["trust"]),
    ("sources", ["hearsay"]),
    ("sources", []),
    ("milestones", []),
    ("when", {"state": ["maybe"]}),
    ("when", {"weather": ["rain"]}),
    ("within", {"critical": "2 days"}),
]


@pytest.mark.parametrize(("field", "value"), MISTAKES)
def test_mistake_is_named(field: str, value: Any) -> None:
    """A mistake in a fact is named with file, line, measure and remedy."""
    facts = deepcopy(FACTS)
    facts["measures"]["open-exits"][field] = value

    (problem,) = check_facts(facts)
    assert problem.startswith("planner/data/measures/safety-and-health.yaml:")
    assert "`open-exits`" in problem
    assert problem.split(":")[1].isdigit()


def test_missing_words_are_named() -> None:
    """A measure without words is named with the file to add them to."""
    words = read_words("en")
    del words["measures"]["open-exits"]

    assert any("no words for the measure `open-exits`" in problem for problem in check_words(FACTS, words))
