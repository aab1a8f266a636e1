"""Takes nothing; gives the shape of a plan, schema 1, and an empty one.

A plan is plain JSON from end to end: these types describe dictionaries, and the JSON Schema, the reader and the
type checker all read them. Fields that are not named here are kept as they came. Field by field the shape follows
the plans in use (CSR Compass, RBA, SMETA, Better Work, the Accord) and what CSDDD Articles 10 and 11 ask of one.
"""

from __future__ import annotations

from typing import Annotated, Any, TypedDict, cast

from planner.shape import fit

SCHEMA = 1

Text = str | None
Day = Annotated[str | None, "date"]
Score = Annotated[int | None, "score"]
"""1 (low) to 4 (high); None is "not known yet"."""
Quantity = str | float | None
"""As typed: a number where the page could read one, else text."""

Kind = Annotated[str | None, "kinds"]
Topic = Annotated[str | None, "topics"]
Side = Annotated[str | None, "sides"]
Nature = Annotated[str | None, "natures"]
Status = Annotated[str | None, "statuses"]
TriggerType = Annotated[str | None, "triggers"]
PeopleSide = Annotated[str | None, "people"]
Position = Annotated[str | None, "positions"]
Involved = Annotated[str | None, "involvement"]
State = Annotated[str | None, "states"]
Spread = Annotated[str | None, "spreads"]
LeverageLevel = Annotated[str | None, "leverage"]
Means = Annotated[str, "means"]
Verification = Annotated[str | None, "verification"]
Visibility = Annotated[str | None, "visibility"]
Channel = Annotated[str, "channels"]
Rhythm = Annotated[str | None, "rhythms"]
ReportContent = Annotated[str, "report_contains"]
Origin = Annotated[str | None, "origins"]
Stance = Annotated[str | None, "stances"]
YesNo = Annotated[str | None, "yes_no"]


class Party(TypedDict):
    organisation: Text
    contact: Text
    email: Text
    site: Text
    country: Annotated[str | None, "countries"]


class Contract(TypedDict):
    reference: Text
    category: Text
    start: Day
    end: Day


class Trigger(TypedDict):
    type: TriggerType
    date: Day


class Participant(TypedDict):
    id: Text
    name: Text
    role: Text
    side: PeopleSide


class Consultation(TypedDict):
    id: Text
    body: Text
    how: Text
    date: Day
    input: Text


class Signatory(TypedDict):
    id: Text
    name: Text
    role: Text
    side: PeopleSide
    authority: YesNo
    date: Day


class Involvement(TypedDict):
    supplier: Involved
    buyer: Involved


class Leverage(TypedDict):
    level: LeverageLevel
    means: list[Means]


class RootCause(TypedDict):
    id: Annotated[str | None, "root_causes"]
    text: Text
    origin: Origin


class Response(TypedDict):
    stance: Stance
    reason: Text


class Finding(TypedDict):
    id: str
    topic: Topic
    text: Text
    clause: Text
    source: Text
    evidence: list[str]
    site: Text
    spread: Spread
    state: State
    position: Position
    involvement: Involvement
    scale: Score
    scope: Score
    irremediability: Score
    likelihood: Score
    life_or_freedom: YesNo
    people: Text
    leverage: Leverage
    root_causes: list[RootCause]
    response: Response
    no_action_reason: Text
    visibility: Visibility


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


class Agreement(TypedDict):
    channel: list[Channel]
    every: Rhythm
    first: Day
    until: Day
    report_contains: list[ReportContent]
    authority: Text
    text: Text


class Plan(TypedDict):
    schema: int
    id: str
    kind: Kind
    title: Text
    language: Text
    created: Day
    revision: int
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
    signals: list[dict[str, Any]]
    escalation: list[dict[str, Any]]
    reviews: list[dict[str, Any]]


def empty(kind: str, language: str, id: str = "blank") -> Plan:
    """Give the plan of a kind in which nothing is filled in yet."""
    raw = {"schema": SCHEMA, "id": id, "kind": kind, "language": language, "revision": 1}
    plan, _ = fit(raw, Plan)
    return cast(Plan, plan)
