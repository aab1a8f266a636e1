"""Takes several plans; gives what is late and open in each, and a programme of follow-up that can start from them.

Improvement happens where what was opened is also closed (D9 of the source documents): what is late comes first.
"""

from __future__ import annotations

import zlib
from datetime import date
from typing import NamedTuple

from planner.advice.actions import is_late, is_remedied
from planner.advice.lights import light_of
from planner.advice.view import ActionView, FindingView, Light, OpenedView, View
from planner.plan import Action, Category, Deviation, FollowUp, Plan, answering, empty
from planner.vocabularies import CLOSED, WITHDRAWN

WORST_FIRST: tuple[Light, ...] = ("red", "yellow", "grey", "green")
EXAMINED_BY = {"visit": "site-visit", "self-assessment": "self-assessment"}
"""How a follow-up began, where the reason for the plan says so."""


class Pending(NamedTuple):
    """Something not remedied yet: an open finding, or an open deviation of a programme."""

    view: FindingView | None
    """The finding, whose words serve where the deviation has no text."""
    record: Deviation
    late: bool


class Entry(NamedTuple):
    """One plan of the portfolio."""

    name: str
    view: View
    open: int
    critical: int
    next: str | None
    light: Light
    late: tuple[ActionView, ...]
    pending: tuple[Pending, ...]
    follow_ups: tuple[FollowUp, ...]
    """What a programme takes over from it; deviations without a text go by `pending`, in the same order."""


def entry(name: str, view: View) -> Entry:
    """Give what a portfolio holds of one plan."""
    actions = answering(view.plan)
    unremedied = [one for one in view.findings if not is_remedied(actions.get(one.record["id"], []))]
    found = tuple(_of_finding(one, actions.get(one.record["id"], []), view) for one in unremedied)
    follow_ups = tuple(_of_programme(view)) if view.section == "programme" else _of_supplier(view, found)
    of_programme = tuple(_of_deviation(one, view) for opened in view.opened for one in _open(opened))
    pending = (*found, *of_programme)
    still_open = [one for one in view.actions if one.record["status"] not in CLOSED]
    return Entry(
        name=name,
        view=view,
        open=len(still_open),
        critical=sum(one.level == "critical" for one in unremedied),
        next=next((one.date for one in view.events if not one.done and one.date >= view.day.isoformat()), None),
        light=_light(view, follow_ups),
        late=tuple(one for one in view.actions if one.late),
        pending=pending,
        follow_ups=follow_ups,
    )


def programme(entries: list[Entry], language: str, today: date) -> Plan:
    """Give a new programme that takes over every supplier's follow-up; ids are new, for two plans may share one."""
    plans = [one.view.plan for one in entries]
    id = zlib.crc32("\n".join(plan["id"] for plan in plans).encode())
    plan = empty("follow-up-programme", language, f"programme-{today.isoformat()}-{id:08x}")
    plan["created"], plan["programme"]["year"] = today.isoformat(), today.year
    if plans:
        plan["buyer"] = {**plans[0]["buyer"]}
    rows = plan["programme"]["follow_ups"]
    count = 0
    for follow_up in (one for found in entries for one in found.follow_ups):
        deviations = []
        for deviation in follow_up["deviations"]:
            count += 1
            deviations.append(Deviation(**{**deviation, "id": f"deviation-{count}"}))
        rows.append(FollowUp(**{**follow_up, "id": f"follow-up-{len(rows) + 1}", "deviations": deviations}))
    names = dict.fromkeys(one["category"] for one in rows if one["category"])
    plan["programme"]["categories"] = [
        Category(id=f"category-{place}", name=name, risks=None, priority=None) for place, name in enumerate(names, 1)
    ]
    return plan


def _light(view: View, follow_ups: tuple[FollowUp, ...]) -> Light:
    """Give the worst: of a programme's follow-ups; of the supplier's findings, and of actions that answer none."""
    if view.section == "programme":
        return min((one.light for one in view.opened), key=WORST_FIRST.index, default="grey")
    findings = {one.record["id"] for one in view.findings}
    going = [one for one in view.actions if one.record["status"] != WITHDRAWN]
    others = [one for one in going if findings.isdisjoint(one.record["findings"])]
    lights = [light_of(one, view.day) for one in follow_ups]
    if others or not lights:
        lights.append(_of_actions(others))
    return min(lights, key=WORST_FIRST.index)


def _of_actions(actions: list[ActionView]) -> Light:
    if any(one.late for one in actions):
        return "red"
    if any(one.record["status"] not in CLOSED for one in actions):
        return "yellow"
    return "green" if actions else "grey"


def _of_finding(finding: FindingView, actions: list[Action], view: View) -> Pending:
    """Give an open finding as a deviation: it is due when its first open action is."""
    plan, record = view.plan, finding.record
    dues = [action["due"] for action in actions if action["status"] not in CLOSED and action["due"]]
    due = min(dues, default=None)
    opened = plan["trigger"]["date"] or plan["created"]
    deviation = Deviation(
        id=record["id"], text=record["text"], topic=record["topic"], opened=opened, due=due, closed=None
    )
    return Pending(view=finding, record=deviation, late=is_late(due, view.day, closed=False))


def _of_deviation(record: Deviation, view: View) -> Pending:
    return Pending(view=None, record=record, late=is_late(record["due"], view.day, closed=False))


def _open(opened: OpenedView) -> list[Deviation]:
    return [one.record for one in opened.deviations if not one.record["closed"]]


def _of_supplier(view: View, found: tuple[Pending, ...]) -> tuple[FollowUp, ...]:
    """Give the one follow-up of a plan with a supplier; none of a plan between nobody else."""
    plan = view.plan
    if "supplier" not in view.parties:
        return ()
    examined = plan["trigger"]["date"] or (plan["created"] if plan["findings"] else None)
    follow_up = FollowUp(
        id=plan["id"],
        supplier=plan["supplier"]["organisation"],
        category=plan["contract"]["category"],
        method=EXAMINED_BY.get(plan["trigger"]["type"] or ""),
        date=examined,
        deviations=[one.record for one in found],
        checklist=[],
        shared_with=[],
        closed=None,
    )
    return (follow_up,)


def _of_programme(view: View) -> list[FollowUp]:
    """Give what an earlier year left open."""
    return [one.record for one in view.opened if not one.record["closed"]]
