"""Takes nothing; gives the shape of a plan, schema 1, and an empty one.

A plan is plain JSON from end to end: these types describe dictionaries, and the JSON Schema, the reader and the
type checker all read them. Fields that are not named here are kept as they came. Field by field the shape follows
the plans in use (CSR Compass, RBA, SMETA, Better Work, the Accord) and what CSDDD Articles 10 and 11 ask of one.
"""

from __future__ import annotations

from typing import Annotated, TypedDict, cast

from planner.plan.actions import Action, Cost, DueChange, Effectiveness, Indicator, Milestone, Reading, Remedy, Verified
from planner.plan.course import Agreement, Review, ReviewChange, Signal, Step
from planner.plan.fields import Day, Kind, Text
from planner.plan.findings import Finding, Involvement, Leverage, Response, RootCause
from planner.plan.parties import Consultation, Contract, Participant, Party, Signatory, Trigger
from planner.plan.sections import (
    Area,
    Category,
    Chain,
    Coordinator,
    Deviation,
    Effect,
    FollowUp,
    Policy,
    Programme,
    Publication,
    ReportDue,
    Risk,
)
from planner.plan.sharing import CopyOf, Shared
from planner.shape import fit

__all__ = [
    "SCHEMA", "Action", "Agreement", "Area", "Category", "Chain", "Consultation", "Contract", "Coordinator", "CopyOf",
    "Cost", "Deviation", "DueChange", "Effect", "Effectiveness", "Finding", "FollowUp", "Indicator", "Involvement",
    "Leverage", "Milestone", "Participant", "Party", "Plan", "Policy", "Programme", "Publication", "Reading",
    "Remedy", "ReportDue", "Response", "Review", "ReviewChange", "Risk", "RootCause", "Shared", "Signal", "Signatory",
    "Step", "Trigger", "Verified", "answering", "empty",
]  # fmt: skip

SCHEMA = 1
LONG = ("findings", "actions")
"""The lists that grow long: of their rows a check looks anew at those that have changed."""


class Plan(TypedDict):
    schema: int
    id: str
    kind: Kind
    title: Text
    language: Text
    created: Day
    revision: int
    shared: Shared
    copy_of: CopyOf
    buyer: Party
    supplier: Party
    contract: Contract
    trigger: Trigger
    participants: list[Participant]
    consultations: list[Consultation]
    signatories: list[Signatory]
    agreement: Agreement
    benefits: list[Annotated[str, "benefits"]]
    incentives: list[Annotated[str, "incentives"]]
    obstacles: list[Annotated[str, "obstacles"]]
    supports: list[Annotated[str, "supports"]]
    strengths: list[str]
    findings: list[Finding]
    actions: list[Action]
    no_buyer_action_reason: Text
    signals: list[Signal]
    escalation: list[Step]
    reviews: list[Review]
    policy: Policy
    chain: Chain
    programme: Programme


def answering(plan: Plan) -> dict[str, list[Action]]:
    """Give the actions by the id of what they answer."""
    found: dict[str, list[Action]] = {}
    for action in plan["actions"]:
        for id in dict.fromkeys(action["findings"]):
            found.setdefault(id, []).append(action)
    return found


def empty(kind: str, language: str, id: str = "blank") -> Plan:
    """Give the plan of a kind in which nothing is filled in yet."""
    raw = {"schema": SCHEMA, "id": id, "kind": kind, "language": language, "revision": 1}
    plan, _ = fit(raw, Plan)
    return cast(Plan, plan)
