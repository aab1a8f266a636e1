"""Takes nothing; gives the shape of the sections that only one kind of plan has."""

from __future__ import annotations

from typing import Annotated, TypedDict

from planner.plan.fields import Day, Level, Position, Quantity, Score, Standing, Text, Topic, Verification


class Area(TypedDict):
    """One part of a policy, a contract or a programme, and where it stands. The id is the library's."""

    id: str
    standing: Standing
    evidence: Text


class Publication(TypedDict):
    id: str
    what: Text
    where: Text
    when: Day
    not_yet: Text
    """What cannot be said yet, and by when it can: "not known" is an answer."""


class Policy(TypedDict):
    """The section of an `own-policy` plan."""

    management: Text
    """Who in the management answers for policy and performance."""
    board: Text
    """Who brings it to the board."""
    approved: Day
    revised: Day
    areas: list[Area]
    publications: list[Publication]


class Risk(TypedDict):
    """Harm that may lie in the chain of this contract."""

    id: str
    product: Text
    link: Position
    country: Annotated[str | None, "countries"]
    topic: Topic
    text: Text
    severity: Level
    likelihood: Score
    sources: list[str]


class ReportDue(TypedDict):
    id: str
    due: Day
    received: Day


class Chain(TypedDict):
    """The section of a `contract-performance` plan."""

    areas: list[Area]
    risks: list[Risk]
    reports_due: list[ReportDue]


class Category(TypedDict):
    id: str
    name: Text
    risks: Text
    priority: Level


class Coordinator(TypedDict):
    id: str
    name: Text
    role: Text
    area: Text


class Deviation(TypedDict):
    id: str
    text: Text
    topic: Topic
    opened: Day
    due: Day
    closed: Day


class FollowUp(TypedDict):
    """One supplier whose follow-up is opened, or meant to be."""

    id: str
    supplier: Text
    category: Text
    method: Verification
    date: Day
    deviations: list[Deviation]
    checklist: list[Annotated[str, "closing"]]
    """What has been done before closing."""
    shared_with: list[str]
    closed: Day


class Effect(TypedDict):
    id: str
    text: Text
    shown_by: Text


class Programme(TypedDict):
    """The section of a `follow-up-programme` plan."""

    year: Quantity
    steering: Text
    areas: list[Area]
    categories: list[Category]
    coordinators: list[Coordinator]
    follow_ups: list[FollowUp]
    effects: list[Effect]
