"""Takes nothing; gives the shape of an action: what is done, by whom, by when, and how it is known to work."""

from __future__ import annotations

from typing import Annotated, TypedDict

from planner.plan.fields import Day, Nature, Quantity, Side, Status, Text, Verification, Visibility


class DueChange(TypedDict):
    date: Day
    old: Day
    new: Day
    reason: Text


class Milestone(TypedDict):
    id: str
    text: Text
    due: Day
    done: Day


class Reading(TypedDict):
    date: Day
    value: Quantity


class Indicator(TypedDict):
    name: Text
    unit: Annotated[str | None, "units"]
    baseline: Quantity
    target: Quantity
    readings: list[Reading]


class Cost(TypedDict):
    amount: Quantity
    currency: Text
    shares: Text


class Remedy(TypedDict):
    form: Text
    people: Text
    amount: Quantity
    currency: Text
    agreed_with: Text
    received: Day


class Verified(TypedDict):
    by: Text
    date: Day


class Effectiveness(TypedDict):
    due: Day
    done: Day
    method: Verification
    by: Text
    result: Text


class Action(TypedDict):
    id: str
    findings: list[str]
    """Ids of what it answers: findings, areas, risks or deviations."""
    root_cause: Text
    measure: Text
    text: Text
    side: Side
    nature: Nature
    owner: Text
    start: Day
    due: Day
    due_changes: list[DueChange]
    milestones: list[Milestone]
    indicators: list[Indicator]
    cost: Cost
    support: Text
    support_asked: Text
    """What the supplier asks for, so that it can keep the action."""
    remedy: Remedy
    evidence: list[str]
    verification: Verification
    verified: Verified
    status: Status
    status_reason: Text
    percent: Annotated[int | None, "percent"]
    note: Text
    closed: Day
    effectiveness: Effectiveness
    visibility: Visibility
