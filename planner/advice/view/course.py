"""Takes nothing; gives the shape, in the View, of what happens on the way: signals, steps, follow-ups, dates."""

from __future__ import annotations

from typing import Literal, NamedTuple

from planner.advice.view.answered import ActionView, MilestoneView
from planner.plan import Deviation, FollowUp, Review, Signal, Step

EventKind = Literal["milestone", "due", "follow-up", "effectiveness", "answer", "report", "deviation"]
Light = Literal["red", "yellow", "green", "grey"]
AgendaKind = Literal["late", "open", "signal", "step", "deviation", "report", "question"]


class SignalView(NamedTuple):
    """A signal, in the order of time."""

    number: str
    place: int
    record: Signal
    asked: tuple[str, ...]
    """What is asked, as keys of `reasons.asked`, by where in the chain it lies."""
    findings: tuple[str, ...]
    """Numbers of the findings it led to."""
    answer_due: str | None
    """Until when an answer is expected; proposed where nobody typed a date."""
    late: bool


class StepView(NamedTuple):
    """A step taken on the ladder."""

    number: str
    place: int
    record: Step
    basis: bool
    """Whether it needs a basis in contract or law."""
    late: bool


class DeviationView(NamedTuple):
    number: str
    record: Deviation
    supplier: str | None
    """Whose it is."""
    late: bool
    actions: tuple[str, ...]


class OpenedView(NamedTuple):
    """The follow-up of one supplier, with its traffic light."""

    place: int
    record: FollowUp
    light: Light
    deviations: tuple[DeviationView, ...]
    to_do: tuple[str, ...]
    """What the closing checklist still lacks."""


class AgendaItem(NamedTuple):
    """Something to speak about at the next follow-up."""

    kind: AgendaKind
    number: str | None
    """Of the action, signal, step or deviation."""
    date: str | None
    key: str | None
    """Of a question: `dialogue.incidents`, form and part of `reviews`."""


class ReviewView(NamedTuple):
    """A review that took place; the latest first."""

    number: str
    place: int
    record: Review


class FormView(NamedTuple):
    """A form of review that the kind uses; its words are in `reviews`."""

    id: str
    by: str
    """Who fills it in: `supplier`, `buyer` or `both`."""
    parts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Each part with its questions, and of each question the type: `long` or `yes_no`."""


class AboutView(NamedTuple):
    """What a letter can be about."""

    number: str | None
    """Of a signal, action, finding or step; None is the plan as a whole."""
    reply_by: str | None
    """The day an answer is asked by; None where nobody has set one."""


class LetterView(NamedTuple):
    """A letter that fits the plan; its words are in `letters`."""

    id: str
    about: tuple[AboutView, ...]
    """What it can be about, the most pressing first."""


class Event(NamedTuple):
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
