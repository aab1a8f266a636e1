"""Takes nothing; gives the shape of the View: a plan with everything computed. Nothing that comes after it decides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from planner.advice.view.answered import ActionView, AreaView, FindingView, IndicatorView, MilestoneView, RiskView
from planner.advice.view.course import (
    AboutView,
    AgendaItem,
    AgendaKind,
    DeviationView,
    Event,
    EventKind,
    FormView,
    LetterView,
    Light,
    OpenedView,
    ReviewView,
    SignalView,
    StepView,
)
from planner.errors import Remark
from planner.plan import Plan

__all__ = [
    "AboutView", "ActionView", "AgendaItem", "AgendaKind", "AreaView", "DeviationView", "Event", "EventKind",
    "Figures", "FindingView", "FormView", "IndicatorView", "LetterView", "Light", "MilestoneView", "Numbered",
    "OpenedView", "ReviewView", "RiskView", "SignalView", "StepView", "View",
]  # fmt: skip


Numbered = ActionView | SignalView | StepView | DeviationView
"""What dates and the agenda are about."""


class Figures(NamedTuple):
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


class View(NamedTuple):
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
    leaving: bool
    """Whether the ladder reaches a step that can harm people by itself, so that leaving has to be weighed."""
    competing: bool
    """Whether means are named that competitors use together, so that competition law sets the limits."""
    reviews: tuple[ReviewView, ...]
    agenda: tuple[AgendaItem, ...]
    """Of the next follow-up."""
    forms: tuple[FormView, ...]
    """Forms of review that this kind of plan uses."""
    first_hours: tuple[tuple[str, str], ...]
    """What to do first when a finding is urgent, each with the time within which, `PT4H`."""
    follow_ups: tuple[str, ...]
    """Dates the agreement asks for."""
    events: tuple[Event, ...]
    letters: tuple[LetterView, ...]
    """Letters the buyer can send to the supplier."""
    numbered: Mapping[str, Numbered]
    """By number."""
    figures: Figures
    remarks: tuple[Remark, ...]
    blank: bool
    """Whether nothing has been filled in: documents then become templates with rows to write on."""
