"""Takes the parts of a view that have dates; gives what happens when, in the order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter

from planner.advice import course, schedule
from planner.advice.actions import is_late
from planner.advice.view import ActionView, Event, EventKind, MilestoneView, OpenedView, SignalView, StepView
from planner.library import Library
from planner.plan import Plan
from planner.remembering import remembered
from planner.vocabularies import CLOSED, WITHDRAWN


def follow_ups(plan: Plan, library: Library) -> list[str]:
    """Give the working days on which the agreement asks for a follow-up."""
    going = [action for action in plan["actions"] if action["status"] != WITHDRAWN]
    dues = [found for action in going if (found := schedule.day(action["due"]))]
    end = max(dues, default=None) or schedule.day(plan["contract"]["end"])
    country = plan["buyer"]["country"]
    return [one.isoformat() for one in schedule.follow_ups(plan["agreement"], end, country, library.workweek)]


def events(
    plan: Plan,
    actions: tuple[ActionView, ...],
    signals: tuple[SignalView, ...],
    steps: tuple[StepView, ...],
    opened: tuple[OpenedView, ...],
    follow_ups: Iterable[str],
    today: date,
) -> tuple[Event, ...]:
    """Give everything with a date. Withdrawn actions have none; closed signals and steps need no answer."""
    found = [
        *(event for action in actions for event in _of_action(action, today)),
        *(_event(one, "follow-up", f"follow-up-{place}") for place, one in enumerate(follow_ups, 1)),
        *_of_signals(signals),
        *_of_steps(steps),
        *_of_reports(plan, today),
        *_of_deviations(opened),
    ]
    return tuple(sorted(found, key=attrgetter("date", "id")))


def _event(
    day: str,
    kind: EventKind,
    id: str,
    *,
    action: ActionView | None = None,
    milestone: MilestoneView | None = None,
    about: str | None = None,
    done: bool = False,
    late: bool = False,
) -> Event:
    return Event(date=day, kind=kind, id=id, action=action, milestone=milestone, about=about, done=done, late=late)


@remembered
def _of_action(action: ActionView, today: date) -> tuple[Event, ...]:
    return () if action.record["status"] == WITHDRAWN else tuple(_action(action, today))


def _action(action: ActionView, today: date) -> Iterator[Event]:
    record, check = action.record, action.record["effectiveness"]
    closed = record["status"] in CLOSED
    if schedule.day(record["due"]):
        yield _event(str(record["due"]), "due", f"{record['id']}-due", action=action, done=closed, late=action.late)
    if schedule.day(check["due"]):
        done = bool(check["done"])
        late = is_late(check["due"], today, closed=done)
        yield _event(
            str(check["due"]), "effectiveness", f"{record['id']}-effectiveness", action=action, done=done, late=late
        )
    for one in action.milestones:
        if schedule.day(one.record["due"]):
            yield _event(
                str(one.record["due"]), "milestone", f"{record['id']}-{one.record['id']}",
                action=action, milestone=one, done=bool(one.record["done"]) or closed, late=one.late,
            )  # fmt: skip


def _of_signals(signals: tuple[SignalView, ...]) -> Iterator[Event]:
    for signal in signals:
        if schedule.day(signal.answer_due):
            yield _event(
                str(signal.answer_due), "answer", f"{signal.record['id']}-answer",
                about=signal.number, done=course.is_answered(signal.record), late=signal.late,
            )  # fmt: skip


def _of_steps(steps: tuple[StepView, ...]) -> Iterator[Event]:
    for step in steps:
        if schedule.day(step.record["answer_due"]):
            yield _event(
                str(step.record["answer_due"]), "answer", f"{step.record['id']}-answer",
                about=step.number, done=bool(step.record["outcome"]), late=step.late,
            )  # fmt: skip


def _of_reports(plan: Plan, today: date) -> Iterator[Event]:
    for report in plan["chain"]["reports_due"]:
        if schedule.day(report["due"]):
            done = bool(report["received"])
            late = is_late(report["due"], today, closed=done)
            yield _event(str(report["due"]), "report", f"{report['id']}-report", done=done, late=late)


def _of_deviations(opened: tuple[OpenedView, ...]) -> Iterator[Event]:
    for one in opened:
        for deviation in one.deviations:
            if schedule.day(deviation.record["due"]):
                yield _event(
                    str(deviation.record["due"]), "deviation", f"{deviation.record['id']}-due",
                    about=deviation.number, done=bool(deviation.record["closed"]), late=deviation.late,
                )  # fmt: skip
