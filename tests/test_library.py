"""The library of measures: enough for every topic, and nothing that backfires unguarded."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import Any

import pytest

from planner.advice.suggestions import TOO_WEAK_ALONE, suggest
from planner.library import Library
from planner.readers import from_json
from planner.vocabularies import VOCABULARIES
from scripts.bundle import read_facts, read_words
from scripts.check_facts import check_facts, check_words
from tests.conftest import TODAY

FACTS = read_facts()
TOPICS = [topic["id"] for topic in FACTS["topics"]]


SIXTEEN = {
    "forced-labour", "child-labour", "freedom-of-association", "discrimination", "wages", "working-hours",
    "safety-and-health", "contracts-and-recruitment", "accommodation", "grievance-and-remedy", "land-and-communities",
    "environment", "corruption", "privacy-and-consumers", "subcontracting", "management-system",
}  # fmt: skip
AREAS = [(kind, area["id"]) for kind, areas in FACTS["areas"].items() for area in areas]
SEEN = ("visit", "self-assessment", "office-audit")


def own(subject: str) -> list[Any]:
    """Give the measures of one topic or area, without those for every topic."""
    return [measure for measure in FACTS["measures"].values() if measure["subject"] == subject]


def test_topics() -> None:
    """The sixteen topics are offered."""
    assert set(TOPICS) == SIXTEEN


@pytest.mark.parametrize("topic", TOPICS)
def test_enough(topic: str) -> None:
    """Each topic has at least eight measures of its own: six for the supplier, two for the buyer's own practice."""
    sides = Counter(measure["side"] for measure in own(topic))

    assert sides.total() >= 8
    assert sides["supplier"] >= 6
    assert sides["buyer"] >= 2


@pytest.mark.parametrize("topic", TOPICS)
def test_all_natures(topic: str) -> None:
    """Each topic can contain, remedy, correct and prevent, and the supplier has a measure of each."""
    natures = {measure["nature"] for measure in own(topic) if measure["side"] == "supplier"}

    assert natures == {"contain", "remedy", "correct", "prevent"}


@pytest.mark.parametrize("topic", FACTS["topics"], ids=lambda topic: topic["id"])
def test_signs(topic: dict[str, Any]) -> None:
    """Each topic has risk signs for a visit, a self-assessment and an office audit."""
    seen = {place for sign in topic["signs"] for place in sign["seen"]}

    assert seen >= {*SEEN}


@pytest.mark.parametrize("topic", FACTS["topics"], ids=lambda topic: topic["id"])
def test_root_causes(topic: dict[str, Any]) -> None:
    """Each topic names typical causes, and every one has an origin."""
    assert len(topic["root_causes"]) >= 4
    assert set(topic["root_causes"]) <= FACTS["root_causes"]["origins"].keys()


@pytest.mark.parametrize("topic", TOPICS)
def test_causes_of_the_buyer(topic: str, library: Library) -> None:
    """The causes that lie with the buyer are offered for every topic, once."""
    causes = library.causes(topic)

    assert {id for id, origin in library.origins.items() if origin == "buyer"} <= set(causes)
    assert len(causes) == len(set(causes))


def test_own_policy() -> None:
    """There are at least twenty-five measures for an organisation's own policy."""
    assert len([one for one in FACTS["measures"].values() if one["file"] == "own-policy"]) >= 25


@pytest.mark.parametrize(("kind", "area"), AREAS)
def test_areas(kind: str, area: str) -> None:
    """Every area has a measure for when it is missing, and one for when it is there in part."""
    for standing in ("no", "partly"):
        fits = [one for one in own(area) if standing in one.get("when", {}).get("standing", ("no", "partly"))]

        assert fits, (kind, area, standing)


@pytest.mark.parametrize("position", VOCABULARIES["positions"])
@pytest.mark.parametrize("topic", TOPICS)
def test_every_position(topic: str, position: str, library: Library) -> None:
    """Wherever harm happens there is something to propose, whatever the topic."""
    plan, _ = from_json.shape({
        "schema": 1, "kind": "supplier-improvement",
        "findings": [{"topic": topic, "position": position, "state": "actual", "scale": 3}],
    })  # fmt: skip

    assert suggest(plan, library, TODAY)


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
