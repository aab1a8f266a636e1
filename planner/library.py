"""Takes the facts of a bundle; gives the library: topics, measures, deadlines and vocabularies, without a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from planner.vocabularies import VOCABULARIES


class MilestoneFact(TypedDict):
    id: str
    at: int
    """Percent of the time from start to deadline."""


class IndicatorFact(TypedDict):
    unit: str
    target: NotRequired[float | int | None]


class Measure(TypedDict):
    """What a specialist would ask for one topic."""

    id: str
    topic: str
    side: str
    nature: str
    when: NotRequired[Mapping[str, list[str]]]
    within: NotRequired[Mapping[str, str]]
    milestones: list[MilestoneFact]
    indicator: NotRequired[IndicatorFact]
    verification: list[str]
    safeguard: NotRequired[bool]
    sources: list[str]


class Library:
    """The facts of a bundle. The same in every language."""

    def __init__(self, bundle: Mapping[str, Any]) -> None:
        facts = bundle["facts"]
        self.topics: tuple[Mapping[str, Any], ...] = tuple(facts["topics"])
        self.measures: Mapping[str, Measure] = facts["measures"]
        self.deadlines: Mapping[str, Any] = facts["deadlines"]
        self.workweek: Mapping[str, Any] = facts["workweek"]
        self.sources: Mapping[str, Mapping[str, Any]] = facts["sources"]
        self._rules: tuple[Mapping[str, Any], ...] = tuple(facts["rules"])
        self._countries = frozenset(bundle["calendar"]["countries"])

    def of_topic(self, topic: str | None) -> tuple[Measure, ...]:
        """Give the measures of a topic, in the order of the library."""
        return tuple(measure for measure in self.measures.values() if measure["topic"] == topic)

    def references(self, remark: str) -> list[str]:
        """Give the standards a remark rests on, such as `UNGP 22`."""
        rules = [rule for rule in self._rules if remark in rule["remarks"]]
        return [self.sources[source]["reference"] for rule in rules for source in rule["sources"]]

    def knows(self, vocabulary: str, id: str) -> bool:
        """Tell whether an id belongs to a vocabulary; a vocabulary without a list knows every id."""
        if vocabulary == "topics":
            return any(topic["id"] == id for topic in self.topics)
        if vocabulary == "countries":
            return id in self._countries
        known = VOCABULARIES.get(vocabulary)
        return known is None or id in known
