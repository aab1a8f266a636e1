"""Takes nothing; gives the shape, in the View, of what actions answer and of the actions themselves."""

from __future__ import annotations

from typing import NamedTuple

from planner.plan import Action, Area, Finding, Indicator, Milestone, Risk


class FindingView(NamedTuple):
    """A finding in its place in the order of severity."""

    number: str
    """`F1` is the most severe."""
    place: int
    """Its place in the plan as typed."""
    record: Finding
    sign: str | None
    """Key of the words of the risk sign it was started from, while no text is typed: `forced-labour.signs.papers`."""
    level: str | None
    why: tuple[str, ...]
    unknown: tuple[str, ...]
    urgent: bool
    """Whether the first hours count: critical harm that is happening, or danger to life or freedom."""
    contained: bool
    """Whether an action that stops the harm is done, so that the first hours are over."""
    asked: tuple[str, ...]
    actions: tuple[str, ...]
    """Numbers of the actions that answer it."""


class AreaView(NamedTuple):
    """An area of the kind, in the library's order; where it stands is in the record, None where nobody said."""

    number: str
    place: int | None
    """Its place in the plan as typed; None where nobody answered."""
    id: str
    record: Area | None
    known: bool
    """Whether the library has words for it."""
    actions: tuple[str, ...]


class RiskView(NamedTuple):
    """A risk in the chain, the gravest first."""

    number: str
    place: int
    record: Risk
    actions: tuple[str, ...]


class ActionView(NamedTuple):
    """An action with the level it inherits from its most severe finding."""

    number: str
    place: int
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

    def __hash__(self) -> int:
        return hash((self.number, self.record))


class MilestoneView(NamedTuple):
    """A milestone; its words are the library's while its text is None and `measure` is set."""

    record: Milestone
    measure: str | None
    late: bool


class IndicatorView(NamedTuple):
    """An indicator; its name is the library's while it is None and `measure` is set."""

    record: Indicator
    measure: str | None
    lacks: tuple[str, ...]
    """Which letters of SMART it does not meet yet, by their ids in `smart.py`."""
