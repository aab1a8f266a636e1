"""Takes the facts of a bundle; gives the library: topics, measures, deadlines and vocabularies, without a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from planner.vocabularies import VOCABULARIES

EVERY = "every-topic"
"""The subject of measures that fit a finding of any topic."""


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
    subject: str
    """What it answers: a topic, `every-topic`, or an area of a kind of plan."""
    side: str
    nature: str
    when: NotRequired[Mapping[str, list[str]]]
    within: NotRequired[Mapping[str, str]]
    milestones: list[MilestoneFact]
    indicator: NotRequired[IndicatorFact]
    verification: list[str]
    root_causes: NotRequired[list[str]]
    safeguard: NotRequired[bool]
    sources: list[str]


class Kind(TypedDict):
    """A kind of plan, as `data/kinds.yaml` describes it."""

    id: str
    section: str | None
    answers: list[str]
    parties: list[str]
    checks: list[str]
    chapters: list[str]


class Library:
    """The facts of a bundle. The same in every language."""

    def __init__(self, bundle: Mapping[str, Any]) -> None:
        facts = bundle["facts"]
        self.topics: tuple[Mapping[str, Any], ...] = tuple(facts["topics"])
        self.kinds: tuple[Kind, ...] = tuple(facts["kinds"])
        self.measures: Mapping[str, Measure] = facts["measures"]
        self.deadlines: Mapping[str, Any] = facts["deadlines"]
        self.workweek: Mapping[str, Any] = facts["workweek"]
        self.sources: Mapping[str, Mapping[str, Any]] = facts["sources"]
        self.rules: tuple[Mapping[str, Any], ...] = tuple(facts["rules"])
        self.origins: Mapping[str, str] = facts["root_causes"]["origins"]
        self.first_hours: tuple[Mapping[str, Any], ...] = tuple(facts["first_hours"]["steps"])
        self._topics = {topic["id"]: topic for topic in self.topics}
        self._subjects: dict[str, tuple[Measure, ...]] = {}
        for measure in self.measures.values():
            self._subjects[measure["subject"]] = (*self._subjects.get(measure["subject"], ()), measure)
        self._rules = {remark: rule for rule in self.rules for remark in rule["remarks"]}
        self._forms: tuple[Mapping[str, Any], ...] = tuple(facts["reviews"]["forms"])
        self._ladder = {step["id"]: step for step in facts["ladder"]["steps"]}
        self._helped_by: Mapping[str, list[str]] = {one["id"]: one["supports"] for one in facts["support"]["obstacles"]}
        self._areas: Mapping[str, list[Mapping[str, Any]]] = facts["areas"]
        self._signs = {sign["id"]: topic["id"] for topic in self.topics for sign in topic["signs"]}
        self._countries = frozenset(bundle["calendar"]["countries"])

    def kind(self, id: str | None) -> Kind:
        """Give what is particular to a kind of plan; an unknown kind is treated as the first."""
        return next((kind for kind in self.kinds if kind["id"] == id), self.kinds[0])

    def areas(self, kind: str | None) -> tuple[Mapping[str, Any], ...]:
        """Give the areas a kind of plan is divided into; none for a plan of findings."""
        return tuple(self._areas.get(kind or "", ()))

    def forms(self, kind: str | None) -> tuple[Mapping[str, Any], ...]:
        """Give the forms of review that a kind of plan uses."""
        return tuple(form for form in self._forms if kind in form["kinds"])

    def form(self, id: str) -> Mapping[str, Any]:
        """Give a form of review."""
        return next(form for form in self._forms if form["id"] == id)

    def topic(self, id: str | None) -> Mapping[str, Any] | None:
        """Give a topic; None if the library has no such topic."""
        return self._topics.get(id or "")

    def causes(self, topic: str | None) -> list[str]:
        """Give the causes typical for a topic, best known first; the buyer's own always among them."""
        known = self.topic(topic)
        own = [cause for cause, origin in self.origins.items() if origin == "buyer"]
        return list(dict.fromkeys((*(known["root_causes"] if known else ()), *own)))

    def needs_basis(self, step: str | None) -> bool:
        """Tell whether a step on the ladder needs a basis in contract or law; one the library does not know may."""
        return bool(self._ladder[step]["basis"]) if step in self._ladder else step is not None

    def support_against(self, obstacle: str) -> tuple[str, ...]:
        """Give the support that answers a supplier's obstacle, best first; none for one the library does not know."""
        return tuple(self._helped_by.get(obstacle, ()))

    def answering(self, key: str | None) -> tuple[Measure, ...]:
        """Give the measures for a topic or an area, in the order of the library; a topic's own before the general."""
        return self._subjects.get(key or "", ()) + (self._subjects.get(EVERY, ()) if self.topic(key) else ())

    def topic_of_sign(self, sign: str | None) -> str | None:
        """Give the topic a risk sign belongs to; None if the library has no such sign."""
        return self._signs.get(sign or "")

    def rule_of(self, remark: str) -> Mapping[str, Any] | None:
        """Give the rule a remark rests on; None for plain arithmetic of dates and the minimum content of a plan."""
        return self._rules.get(remark)

    def rests_on(self, measure: str | None, rule: str) -> bool:
        """Tell whether a measure cites a source of a rule, and so falls under it."""
        fact = self.measures.get(measure or "")
        wanted = {source for one in self.rules if one["rule"] == rule for source in one["sources"]}
        return bool(fact and wanted.intersection(fact["sources"]))

    def references(self, remark: str) -> list[str]:
        """Give the standards a remark rests on, such as `UNGP 22`."""
        rule = self.rule_of(remark)
        return [self.sources[source]["reference"] for source in rule["sources"]] if rule else []

    def knows(self, vocabulary: str, id: str) -> bool:
        """Tell whether an id belongs to a vocabulary; a vocabulary without a list knows every id."""
        if vocabulary == "topics":
            return self.topic(id) is not None
        if vocabulary == "countries":
            return id in self._countries
        if vocabulary == "root_causes":
            return id in self.origins
        known = VOCABULARIES.get(vocabulary)
        return known is None or id in known
