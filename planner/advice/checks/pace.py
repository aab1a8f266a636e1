"""Takes the actions; remarks an order that lets grave harm wait, and too much at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planner.advice import schedule
from planner.advice.checks.case import Case, remark
from planner.advice.severity import LEVELS
from planner.advice.view import ActionView
from planner.errors import Remark
from planner.vocabularies import CLOSED

PACE = 8
"""So many of one side's actions due in the same month are too many at once; danger to life or freedom never waits."""


def order(case: Case) -> Iterator[Remark]:
    """The most serious first: a critical action that starts its work after every lesser one's deadline is late."""
    first: dict[str, str] = {}
    for action in _going(case):
        due = action.record["due"]
        if action.level and schedule.day(due) and action.record["side"] != "buyer":
            first[action.level] = min(first.get(action.level, "9999"), str(due))
    for place, level in enumerate(LEVELS):
        lesser = [(first[other], other) for other in LEVELS[place + 1 :] if other in first]
        if level in first and lesser and min(lesser)[0] < first[level]:
            yield remark("actions", "less-severe-first", "advice", level=level, other=min(lesser)[1])
            return


def pace(case: Case) -> Iterator[Remark]:
    """Improvement takes time, but own pace never covers containment or life and freedom (A14)."""
    months: Counter[tuple[str, str]] = Counter()
    for action in _going(case):
        due, side = action.record["due"], action.record["side"]
        waits_for_nobody = action.level == "critical" or action.record["nature"] == "contain"
        if schedule.day(due) and side and not waits_for_nobody:
            months[str(due)[:7], side] += 1
    for (month, side), count in sorted(months.items()):
        if count > PACE:
            yield remark("actions", "too-much-at-once", "advice", month=month, side=side, count=str(count))


def _going(case: Case) -> list[ActionView]:
    return [one for one in case.actions if one.record["status"] not in CLOSED]
