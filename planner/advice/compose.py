"""Takes a plan, the library and a day; gives the View. The last station that decides anything."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planner.advice import checks, progress, schedule, severity
from planner.advice.view import ActionView, Event, FindingView, IndicatorView, MilestoneView, View
from planner.errors import Remark
from planner.library import Library
from planner.plan import Action, Milestone, Plan

CLOSED = ("done", "verified", "withdrawn")


def compose(plan: Plan, library: Library, today: date, read: Iterable[Remark] = ()) -> View:
    """Compute everything a document or the page shows of a plan; `read` are the remarks its reader made."""
    ordered = sorted(range(len(plan["findings"])), key=lambda index: severity.rank(plan["findings"][index]))
    numbers = {plan["findings"][index]["id"]: f"F{place}" for place, index in enumerate(ordered, 1)}
    actions = _actions(plan, library, today, ordered, numbers)
    findings = tuple(_finding(plan, index, numbers, actions) for index in ordered)
    follow_ups = _follow_ups(plan, library)
    events = tuple(sorted(_events(actions, follow_ups, today), key=lambda event: (event.date, event.id)))
    return View(
        plan=plan,
        day=today,
        findings=findings,
        actions=actions,
        follow_ups=tuple(follow_ups),
        events=events,
        figures=progress.figures(findings, actions),
        remarks=(*read, *checks.check(plan, library, findings, actions)),
        blank=_is_blank(plan),
    )


def _finding(plan: Plan, index: int, numbers: dict[str, str], actions: tuple[ActionView, ...]) -> FindingView:
    finding = plan["findings"][index]
    number = numbers[finding["id"]]
    return FindingView(
        number=number,
        index=index,
        record=finding,
        level=severity.level(finding),
        why=severity.why(finding),
        unknown=severity.unknown(finding),
        asked=severity.asked(finding),
        actions=tuple(action.number for action in actions if number in action.findings),
    )


def _actions(
    plan: Plan, library: Library, today: date, ordered: list[int], numbers: dict[str, str]
) -> tuple[ActionView, ...]:
    """Number the actions: those of the most severe finding first, then by deadline (A8 of the source documents)."""
    places = {plan["findings"][index]["id"]: place for place, index in enumerate(ordered)}

    def key(index: int) -> tuple[int, str, int]:
        action = plan["actions"][index]
        own = [places[id] for id in action["findings"] if id in places]
        return min(own, default=len(ordered)), action["due"] or "9999", index

    in_order = sorted(range(len(plan["actions"])), key=key)
    return tuple(_action(plan, library, today, index, f"A{place}", numbers) for place, index in enumerate(in_order, 1))


def _action(plan: Plan, library: Library, today: date, index: int, number: str, numbers: dict[str, str]) -> ActionView:
    action = plan["actions"][index]
    fact = library.measures.get(action["measure"] or "")
    answered = [finding for finding in plan["findings"] if finding["id"] in action["findings"]]
    levels = [found for finding in answered if (found := severity.level(finding))]
    known = {one["id"] for one in fact["milestones"]} if fact else set()
    return ActionView(
        number=number,
        index=index,
        record=action,
        measure=fact["id"] if fact else None,
        safeguard=bool(fact and fact.get("safeguard")),
        findings=tuple(numbers[finding["id"]] for finding in answered),
        topics=tuple(dict.fromkeys(finding["topic"] for finding in answered if finding["topic"])),
        level=min(levels, key=severity.LEVELS.index, default=None),
        late=_is_late(action["due"], today, closed=action["status"] in CLOSED),
        milestones=tuple(
            MilestoneView(
                record=one,
                measure=fact["id"] if fact and one["id"] in known else None,
                late=_is_late(one["due"], today, closed=bool(one["done"]) or action["status"] in CLOSED),
            )
            for one in action["milestones"]
        ),
        indicators=tuple(
            IndicatorView(record=one, measure=fact["id"] if fact and "indicator" in fact else None)
            for one in action["indicators"]
        ),
    )


def _is_late(due: str | None, today: date, *, closed: bool) -> bool:
    deadline = schedule.day(due)
    return not closed and deadline is not None and deadline < today


def _follow_ups(plan: Plan, library: Library) -> list[str]:
    dues = [found for action in plan["actions"] if (found := schedule.day(action["due"]))]
    end = max(dues, default=None) or schedule.day(plan["contract"]["end"])
    country = plan["buyer"]["country"]
    return [one.isoformat() for one in schedule.follow_ups(plan["agreement"], end, country, library.workweek)]


def _events(actions: tuple[ActionView, ...], follow_ups: list[str], today: date) -> Iterable[Event]:
    for action in actions:
        if action.record["status"] == "withdrawn":
            continue
        yield from _of_action(action, today)
        yield from (_of_milestone(action, one) for one in action.milestones if schedule.day(one.record["due"]))
    for place, one in enumerate(follow_ups, 1):
        yield Event(
            date=one, kind="follow-up", id=f"follow-up-{place}", action=None, milestone=None, done=False, late=False
        )


def _of_action(action: ActionView, today: date) -> Iterable[Event]:
    record: Action = action.record
    if schedule.day(record["due"]):
        done = record["status"] in CLOSED
        yield Event(
            date=str(record["due"]), kind="due", id=f"{record['id']}-due",
            action=action, milestone=None, done=done, late=action.late,
        )  # fmt: skip
    check = record["effectiveness"]
    if schedule.day(check["due"]):
        done = bool(check["done"])
        yield Event(
            date=str(check["due"]), kind="effectiveness", id=f"{record['id']}-effectiveness",
            action=action, milestone=None, done=done, late=_is_late(check["due"], today, closed=done),
        )  # fmt: skip


def _of_milestone(action: ActionView, one: MilestoneView) -> Event:
    record: Milestone = one.record
    return Event(
        date=str(record["due"]), kind="milestone", id=f"{action.record['id']}-{record['id']}",
        action=action, milestone=one, done=bool(record["done"]), late=one.late,
    )  # fmt: skip


def _is_blank(plan: Plan) -> bool:
    return not plan["findings"] and not plan["actions"] and not plan["supplier"]["organisation"]
