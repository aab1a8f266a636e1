"""Takes the follow-ups of a programme; gives each its traffic light, computed from dated deviations.

Red: not remedied in time. Yellow: being handled. Green: examined, nothing open. Grey: not examined (Swedish regions).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from planner.advice import schedule
from planner.advice.actions import is_late
from planner.advice.view import ActionView, DeviationView, Light, OpenedView
from planner.plan import FollowUp, Plan
from planner.vocabularies import VOCABULARIES


def opened(
    plan: Plan, today: date, numbers: dict[str, str], answering: Mapping[str, Sequence[ActionView]]
) -> tuple[OpenedView, ...]:
    """Give the follow-ups in the order typed, each with its light, its deviations and what closing it still lacks."""
    found = []
    for index, follow_up in enumerate(plan["programme"]["follow_ups"]):
        deviations = tuple(
            DeviationView(
                number=numbers[one["id"]],
                record=one,
                supplier=follow_up["supplier"],
                late=is_late(one["due"], today, closed=bool(one["closed"])),
                actions=tuple(action.number for action in answering.get(numbers[one["id"]], ())),
            )
            for one in follow_up["deviations"]
        )
        to_do = tuple(id for id in VOCABULARIES["closing"] if id not in follow_up["checklist"])
        light = light_of(follow_up, today)
        found.append(OpenedView(place=index, record=follow_up, light=light, deviations=deviations, to_do=to_do))
    return tuple(found)


def light_of(follow_up: FollowUp, today: date) -> Light:
    """Give the light of one follow-up on a day."""
    pending = [one for one in follow_up["deviations"] if not one["closed"]]
    if any(is_late(one["due"], today, closed=False) for one in pending):
        return "red"
    if pending:
        return "yellow"
    examined = schedule.day(follow_up["date"])
    has_been = examined is not None and examined <= today
    return "green" if has_been or follow_up["deviations"] or follow_up["closed"] else "grey"
