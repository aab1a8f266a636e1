"""Takes nothing; gives the shape of the View: a plan with everything computed. Nothing that comes after it decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from planner.errors import Remark
from planner.plan import (
    Action,
    Area,
    Deviation,
    Finding,
    FollowUp,
    Indicator,
    Milestone,
    Plan,
    Review,
    Risk,
    Signal,
    Step,
)

EventKind = Literal["milestone", "due", "follow-up", "effectiveness", "answer", "report", "deviation"]
Light = Literal["red", "yellow", "green", "grey"]
AgendaKind = Literal["late", "open", "signal", "step", "deviation", "report", "question"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding in its place in the order of severity."""

    number: str
    """`F1` is the most severe."""
    index: int
    """Its place in the plan as typed."""
    record: Finding
    sign: str | None
    """Key of the words of the risk sign it was started from, while no text is typed: `forced-labour.signs.papers`."""
    level: str | None
    why: tuple[str, ...]
    unknown: tuple[str, ...]
    asked: tuple[str, ...]
    actions: tuple[str, ...]
    """Numbers of the actions that answer it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneView:
    """A milestone; its words are the library's while its text is None and `measure` is set."""

    record: Milestone
    measure: str | None
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorView:
    """An indicator; its name is the library's while it is None and `measure` is set."""

    record: Indicator
    measure: str | None
    lacks: tuple[str, ...]
    """Which letters of SMART it does not meet yet, by their ids in `smart.py`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """An action with the level it inherits from its most severe finding."""

    number: str
    index: int
    record: Action
    measure: str | None
    """Id of the library's measure whose words serve where the plan has none; None if the library has no such."""
    safeguard: bool
    """Whether the measure can backfire, so that its words carry a safeguard."""
    answers: tuple[str, ...]
    """Numbers of what it answers, such as `F1` or `P3`."""
    topics: tuple[str, ...]
    level: str | None
    late: bool
    milestones: tuple[MilestoneView, ...]
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaView:
    """An area of the kind, in the library's order; where it stands is in the record, None where nobody said."""

    number: str
    id: str
    record: Area | None
    known: bool
    """Whether the library has words for it."""
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskView:
    """A risk in the chain, the gravest first."""

    number: str
    index: int
    record: Risk
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalView:
    """A signal, in the order of time."""

    number: str
    index: int
    record: Signal
    asked: tuple[str, ...]
    """What is asked, as keys of `reasons.asked`, by where in the chain it lies."""
    findings: tuple[str, ...]
    """Numbers of the findings it led to."""
    answer_due: str | None
    """Until when an answer is expected; proposed where nobody typed a date."""
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A step taken on the ladder."""

    number: str
    index: int
    record: Step
    basis: bool
    """Whether it needs a basis in contract or law."""
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviationView:
    number: str
    record: Deviation
    late: bool
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedView:
    """The follow-up of one supplier, with its traffic light."""

    index: int
    record: FollowUp
    light: Light
    deviations: tuple[DeviationView, ...]
    to_do: tuple[str, ...]
    """What the closing checklist still lacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """Something to speak about at the next follow-up."""

    kind: AgendaKind
    number: str | None
    """Of the action, signal, step or deviation."""
    date: str | None
    key: str | None
    """Of a question: `dialogue.incidents`, form and part of `reviews`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """A review that took place; the latest first."""

    number: str
    index: int
    record: Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something with a date, in the order of time."""

    date: str
    kind: EventKind
    id: str
    """Stable over revisions, unique in the plan."""
    action: ActionView | None
    milestone: MilestoneView | None
    about: str | None
    """What else it is about: the number of a signal, step or deviation."""
    done: bool
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The plan in numbers. Withdrawn actions do not count."""

    findings: int
    actions: int
    done: int
    """Done or verified."""
    late: int
    percent: int
    """Mean of the actions' own percentages; a done one counts 100."""
    by_level: dict[str, int]
    """Findings by level, the unrated under `unrated`."""
    by_status: dict[str, int]
    by_side: dict[str, int]
    by_standing: dict[str, int]
    """Areas by where they stand, the unanswered under `unknown`."""
    by_light: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """All a document or the page may know of a plan."""

    plan: Plan
    parties: tuple[str, ...]
    """Who the plan is between: `buyer`, `supplier`."""
    section: str | None
    """The section of the plan that only its kind has."""
    chapters: tuple[str, ...]
    """Of the written plan, in their order."""
    day: date
    findings: tuple[FindingView, ...]
    areas: tuple[AreaView, ...]
    risks: tuple[RiskView, ...]
    opened: tuple[OpenedView, ...]
    """The follow-ups of a programme."""
    actions: tuple[ActionView, ...]
    signals: tuple[SignalView, ...]
    steps: tuple[StepView, ...]
    reviews: tuple[ReviewView, ...]
    agenda: tuple[AgendaItem, ...]
    """Of the next follow-up."""
    forms: tuple[str, ...]
    """Ids of the forms of review that this kind of plan uses."""
    follow_ups: tuple[str, ...]
    """Dates the agreement asks for."""
    events: tuple[Event, ...]
    figures: Figures
    remarks: tuple[Remark, ...]
    blank: bool
    """Whether nothing has been filled in: documents then become templates with rows to write on."""
