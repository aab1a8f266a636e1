"""Takes the actions; remarks what every action needs: an owner, a deadline, milestones and a way to verify."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice import schedule
from planner.advice.checks.case import Case, missing, remark
from planner.advice.suggestions import TOO_WEAK_ALONE
from planner.advice.view import ActionView
from planner.errors import Remark
from planner.remembering import remembered
from planner.vocabularies import WITHDRAWN


def actions(case: Case) -> Iterator[Remark]:
    """Look at the actions in their order."""
    for action in case.actions:
        yield from _of_action(action)


@remembered
def _of_action(view: ActionView) -> tuple[Remark, ...]:
    return tuple(_action(view))


def _action(view: ActionView) -> Iterator[Remark]:
    action, path, item = view.record, f"actions[{view.place}]", view.number
    left = action["status"] in ("blocked", "disputed", WITHDRAWN) and not action["status_reason"]
    yield from missing([(left, f"{path}.status_reason", "status-without-reason")], item=item)
    if action["status"] == WITHDRAWN:
        return
    yield from missing(
        [
            (not action["text"] and not view.measure, f"{path}.text", "action-without-text"),
            (not view.answers, f"{path}.findings", "action-without-finding"),
            (not action["owner"], f"{path}.owner", "action-without-owner"),
            (not action["due"], f"{path}.due", "action-without-due"),
            (not action["milestones"], f"{path}.milestones", "action-without-milestones"),
            (not action["verification"], f"{path}.verification", "action-without-verification"),
            (
                action["status"] == "verified" and not action["verified"]["by"],
                f"{path}.verified.by",
                "verified-by-nobody",
            ),
        ],
        item=item,
    )
    if view.level == "critical" and action["verification"] in TOO_WEAK_ALONE:
        yield remark(f"{path}.verification", "weak-verification", "advice", item=item)
    if action["verification"] == "union-confirmation":
        yield remark(f"{path}.verification", "union-must-be-free", "advice", item=item)
    if view.late:
        yield remark(f"{path}.due", "action-late", "advice", item=item)
    for place, milestone in enumerate(action["milestones"]):
        if schedule.day(milestone["due"]) is None:
            yield remark(f"{path}.milestones[{place}].due", "milestone-without-due", "missing", item=item)
