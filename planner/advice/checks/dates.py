"""Takes what happened and what is agreed; remarks dates and states that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice import schedule
from planner.advice.checks.case import Case, remark
from planner.advice.view import ActionView
from planner.errors import Remark
from planner.remembering import remembered
from planner.vocabularies import CLOSED, DONE


def dates(case: Case) -> Iterator[Remark]:
    """Contradictions are questions, each with a proposal in the words; they block nothing."""
    contract = case.plan["contract"]
    start, end = schedule.day(contract["start"]), schedule.day(contract["end"])
    if start and end and end < start:
        yield remark("contract.end", "contract-ends-before-start", "advice", start=start.isoformat())
    elif start or end:
        yield from _follow_ups(case, start.isoformat() if start else "", end.isoformat() if end else "9999")
    created = schedule.day(case.plan["created"])
    for index, review in enumerate(case.plan["reviews"]):
        held = schedule.day(review["date"])
        if held and created and held < created:
            yield remark(f"reviews[{index}].date", "review-before-plan", "advice", start=created.isoformat())
    for action in case.actions:
        yield from _of_action(action, contract["end"])


def _follow_ups(case: Case, start: str, end: str) -> Iterator[Remark]:
    early = [one for one in case.follow_ups if one < start]
    late = [one for one in case.follow_ups if one > end]
    if early:
        yield remark("agreement.first", "follow-up-before-contract", "advice", start=start)
    if late:
        yield remark("agreement.until", "follow-up-after-contract", "advice", end=end)


@remembered
def _of_action(view: ActionView, contract_end: str | None) -> tuple[Remark, ...]:
    return (*_course(view, contract_end), *_closing(view))


def _course(view: ActionView, contract_end: str | None) -> Iterator[Remark]:
    action, path, item = view.record, f"actions[{view.place}]", view.number
    start, due, end = (schedule.day(one) for one in (action["start"], action["due"], contract_end))
    if start and due and due < start:
        yield remark(f"{path}.due", "due-before-start", "advice", item=item, start=start.isoformat())
    if due and end and due > end:
        yield remark(f"{path}.due", "due-after-contract", "advice", item=item, end=end.isoformat())
    for place, milestone in enumerate(action["milestones"]):
        one = schedule.day(milestone["due"])
        if one and due and one > due:
            where = f"{path}.milestones[{place}].due"
            yield remark(where, "milestone-after-due", "advice", item=item, due=due.isoformat())
    second = schedule.day(action["effectiveness"]["due"])
    if due and second and second < due:
        yield remark(f"{path}.effectiveness.due", "effectiveness-before-due", "advice", item=item, due=due.isoformat())


def _closing(view: ActionView) -> Iterator[Remark]:
    action, path, item = view.record, f"actions[{view.place}]", view.number
    start, closed = schedule.day(action["start"]), schedule.day(action["closed"])
    if start and closed and closed < start:
        yield remark(f"{path}.closed", "closed-before-start", "advice", item=item, start=start.isoformat())
    if action["status"] in DONE and not action["closed"] and not action["verified"]["date"]:
        yield remark(f"{path}.closed", "closed-without-date", "advice", item=item)
    if action["percent"] == 100 and action["status"] not in CLOSED:
        yield remark(f"{path}.status", "complete-but-open", "advice", item=item)
