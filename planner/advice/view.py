"""Takes nothing; gives the shape of the View: a plan with everything computed. Nothing that comes after it decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from planner.errors import Remark
from planner.plan import Action, Finding, Indicator, Milestone, Plan

EventKind = Literal["milestone", "due", "follow-up", "effectiveness"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding in its place in the order of severity."""

    number: str
    """`F1` is the most severe."""
    index: int
    """Its place in the plan as typed."""
    record: Finding
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
    findings: tuple[str, ...]
    topics: tuple[str, ...]
    level: str | None
    late: bool
    milestones: tuple[MilestoneView, ...]
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something with a date, in the order of time."""

    date: str
    kind: EventKind
    id: str
    """Stable over revisions, unique in the plan."""
    action: ActionView | None
    milestone: MilestoneView | None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """All a document or the page may know of a plan."""

    plan: Plan
    day: date
    findings: tuple[FindingView, ...]
    actions: tuple[ActionView, ...]
    follow_ups: tuple[str, ...]
    events: tuple[Event, ...]
    figures: Figures
    remarks: tuple[Remark, ...]
    blank: bool
    """Whether nothing has been filled in: documents then become templates with rows to write on."""
