"""Takes nothing; gives the shape of what happens on the way: follow-up, signals, escalation and reviews."""

from __future__ import annotations

from typing import Any, TypedDict

from planner.plan.fields import (
    Channel,
    Day,
    LadderStep,
    Level,
    Position,
    Quantity,
    ReportContent,
    ReviewType,
    Rhythm,
    Text,
    Topic,
    Verdict,
    Visibility,
    YesNo,
)


class Agreement(TypedDict):
    channel: list[Channel]
    every: Rhythm
    first: Day
    until: Day
    report_contains: list[ReportContent]
    authority: Text
    text: Text


class Signal(TypedDict):
    """News of harm, or of a risk, from outside the plan: a report, a worker, a neighbour, an organisation."""

    id: str
    date: Day
    source: Text
    source_protected: YesNo
    """Whether nobody can be punished for it."""
    text: Text
    position: Position
    topic: Topic
    severity: Level
    response_due: Day
    findings: list[str]
    reply: Text
    """What the supplier says to it."""
    agreed: Text
    closed: Day
    visibility: Visibility


class Step(TypedDict):
    """A step taken on the ladder of escalation."""

    id: str
    date: Day
    step: LadderStep
    reason: Text
    basis: Text
    """The clause of the contract, or the law, that allows it."""
    answer_due: Day
    outcome: Text
    visibility: Visibility


class ReviewChange(TypedDict):
    """What differed from the plan as it was before: the place and both values, in words."""

    path: Text
    old: Quantity
    new: Quantity


class Review(TypedDict):
    """A follow-up that took place, with the answers to its form."""

    id: str
    type: ReviewType
    date: Day
    by: Text
    answers: dict[str, Any]
    """By question id of the form in `data/reviews.yaml`."""
    verdict: Verdict
    changes: list[ReviewChange]
    note: Text
    visibility: Visibility
