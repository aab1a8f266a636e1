"""Takes a plan and what its actions can answer; gives the actions as the View holds them, numbered in their order."""

from __future__ import annotations

from datetime import date

from planner.advice import schedule, severity, smart
from planner.advice.subjects import Subject
from planner.advice.view import ActionView, IndicatorView, MilestoneView
from planner.library import Library
from planner.plan import Action, Plan
from planner.remembering import remembered
from planner.vocabularies import CLOSED, DONE, WITHDRAWN


def view_actions(plan: Plan, library: Library, today: date, found: tuple[Subject, ...]) -> tuple[ActionView, ...]:
    """Number the actions: those on the most severe first, then by deadline (A8 of the source documents)."""
    places = {subject.id: (severity.place(subject.level), place) for place, subject in enumerate(found)}
    last = (len(severity.LEVELS), 0)

    def key(index: int) -> tuple[tuple[int, int], str, int]:
        action = plan["actions"][index]
        own = [places[id] for id in action["findings"] if id in places]
        return min(own, default=last), action["due"] or "9999", index

    by_id: dict[str, list[int]] = {}
    for place, subject in enumerate(found):
        by_id.setdefault(subject.id, []).append(place)

    def answered(index: int) -> tuple[Subject, ...]:
        ids = plan["actions"][index]["findings"]
        return tuple(found[place] for place in sorted({place for id in ids for place in by_id.get(id, ())}))

    in_order = sorted(range(len(plan["actions"])), key=key)
    begin, helped = schedule.day(plan["created"]) or today, bool(plan["supports"])
    return tuple(
        _action(plan["actions"][index], index, f"A{place}", answered(index), library, today, begin, helped)
        for place, index in enumerate(in_order, 1)
    )


def is_late(due: str | None, today: date, *, closed: bool) -> bool:
    """Tell whether a date has passed with nothing closed by then."""
    deadline = schedule.day(due)
    return not closed and deadline is not None and deadline < today


@remembered
def _action(
    action: Action,
    index: int,
    number: str,
    answered: tuple[Subject, ...],
    library: Library,
    today: date,
    begin: date,
    helped: bool,  # noqa: FBT001 - only what stands in a row is remembered by
) -> ActionView:
    fact = library.measures.get(action["measure"] or "")
    levels = [subject.level for subject in answered if subject.level in severity.LEVELS]
    known = {one["id"] for one in fact["milestones"]} if fact else set()
    measured = fact if fact and "indicator" in fact else None
    return ActionView(
        number=number,
        place=index,
        record=action,
        measure=fact["id"] if fact else None,
        safeguard=bool(fact and fact.get("safeguard")),
        answers=tuple(subject.number for subject in answered),
        topics=tuple(dict.fromkeys(subject.topic for subject in answered if subject.topic)),
        level=min(levels, key=severity.place, default=None),
        late=is_late(action["due"], today, closed=action["status"] in CLOSED),
        milestones=tuple(
            MilestoneView(
                record=one,
                measure=fact["id"] if fact and one["id"] in known else None,
                late=is_late(one["due"], today, closed=bool(one["done"]) or action["status"] in CLOSED),
            )
            for one in action["milestones"]
        ),
        indicators=tuple(
            IndicatorView(
                record=one,
                measure=measured["id"] if measured else None,
                lacks=smart.lacks(one, action, measured, begin=begin, helped=helped),
            )
            for one in action["indicators"]
        ),
    )


def is_remedied(actions: list[Action]) -> bool:
    """Tell whether every action that answers a finding is done or verified; withdrawn ones do not count."""
    statuses = [one["status"] for one in actions if one["status"] != WITHDRAWN]
    return bool(statuses) and all(status in DONE for status in statuses)
