"""Takes a plan; gives what its ladder and its means bring with them: leaving to be weighed, competition law to be kept.

The steps are options in proportion and no fixed sequence; only what a step rests on comes before it (UNGP 19).
"""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice import schedule
from planner.library import Library
from planner.plan import Plan, Step

LEAVING = ("suspend", "terminate")
"""Steps that can harm the very people they are meant to help."""
TOGETHER = ("joint-buyers", "sector")
"""Means that buyers use together, among them such as compete with each other."""
JOINT_STEP = "joint-leverage"
COMPETITION_LAW = "competition-law"


def leaving(plan: Plan) -> int | None:
    """Give the place of the first step that has to be weighed as leaving; None while the ladder holds none."""
    return next((index for index, step in enumerate(plan["escalation"]) if step["step"] in LEAVING), None)


def weighed(plan: Plan, step: Step) -> bool:
    """Tell whether a review of the form `leaving` came before a step, or on its day; without dates it counts."""
    taken = schedule.day(step["date"])
    held = [schedule.day(review["date"]) for review in plan["reviews"] if review["type"] == "leaving"]
    return any(one is None or taken is None or one <= taken for one in held)


def together(plan: Plan, library: Library) -> Iterator[str]:
    """Give the places where the plan names means that competitors use together."""
    for index, finding in enumerate(plan["findings"]):
        if set(TOGETHER) & set(finding["leverage"]["means"]):
            yield f"findings[{index}].leverage.means"
    for index, action in enumerate(plan["actions"]):
        if library.rests_on(action["measure"], COMPETITION_LAW):
            yield f"actions[{index}].text"
    for index, step in enumerate(plan["escalation"]):
        if step["step"] == JOINT_STEP:
            yield f"escalation[{index}].step"
