"""Takes a plan and the plan it was before; gives what changed, and the plan with a review that keeps it.

History is kept: where a deadline moved, the old one stays with the action, and nothing a review says is written over.
What only the buyer may see is left out, since a review is for both parties.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from planner.advice.actions import is_remedied
from planner.advice.audience import visible
from planner.plan import Plan, Review, ReviewChange, answering
from planner.shape import copied

Part = Literal["findings", "actions", "signals", "areas", "risks", "follow_ups", "deviations"]
FOLLOWED: dict[Part, tuple[tuple[str, str], ...]] = {
    "findings": (),
    "actions": (("status", "statuses"), ("percent", "percent"), ("due", "date"), ("closed", "date")),
    "signals": (("agreed", ""), ("closed", "date")),
    "areas": (("standing", "standings"),),
    "risks": (("severity", "levels"),),
    "follow_ups": (("closed", "date"),),
    "deviations": (("due", "date"), ("closed", "date")),
}
"""The fields whose changes a review keeps, each with its vocabulary; other fields have no history."""

BUYERS_OWN = ("leaving",)
"""Reviews the buyer holds with itself; it may share them later."""


class Noted(NamedTuple):
    """One change; a field of None says that the row as a whole was added, removed or, for a finding, closed."""

    part: Part
    row: Mapping[str, Any]
    """As it is now; as it was, if it was removed."""
    field: str | None
    vocabulary: str
    old: Any
    new: Any


def noted(base: Plan, plan: Plan) -> list[Noted]:
    """Give what changed from one plan to another: statuses, dates, what is closed, what is new and what is gone."""
    before, after = (_rows(visible(one, "supplier")) for one in (base, plan))
    found: list[Noted] = []
    for part, fields in FOLLOWED.items():
        old, new = before[part], after[part]
        for id, row in new.items():
            found += _changed(part, fields, old[id], row) if id in old else [_whole(part, row, None, "new")]
        found += [_whole(part, row, "there", "removed") for id, row in old.items() if id not in new]
    closed = _closed(plan) - _closed(base)
    return found + [_whole("findings", row, "open", "closed") for id, row in after["findings"].items() if id in closed]


def record(plan: Plan, base: Plan, today: date, type: str, by: str | None, changes: list[ReviewChange]) -> Plan:
    """Give the plan with one review more; its last. `changes` are what was noted, in words."""
    recorded = copied(plan)
    taken = {review["id"] for review in plan["reviews"]}
    id = next(name for count in range(len(taken) + 1) if (name := f"review-{count + 1}") not in taken)
    review = Review(
        id=id, type=type, date=today.isoformat(), by=by, answers={}, verdict=None, changes=changes, note=None,
        visibility="buyer" if type in BUYERS_OWN else None,
    )  # fmt: skip
    recorded["reviews"].append(review)
    if recorded["shared"]["revision"] == recorded["revision"]:
        recorded["revision"] += 1  # as every first change after the plan was handed out
    was = {action["id"]: action for action in base["actions"]}
    for action in recorded["actions"]:
        old = was.get(action["id"], action)
        known = action["due_changes"][len(old["due_changes"]) :]
        if old["due"] and old["due"] != action["due"] and not known:
            given = action["status_reason"] if action["status_reason"] != old["status_reason"] else None
            moved = {"date": today.isoformat(), "old": old["due"], "new": action["due"], "reason": given}
            action["due_changes"].append(moved)  # type: ignore[arg-type]
    return recorded


def _changed(
    part: Part, fields: tuple[tuple[str, str], ...], old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Noted]:
    for field, vocabulary in fields:
        if old[field] != new[field]:
            yield Noted(part=part, row=new, field=field, vocabulary=vocabulary, old=old[field], new=new[field])


def _whole(part: Part, row: Mapping[str, Any], old: str | None, new: str) -> Noted:
    return Noted(part=part, row=row, field=None, vocabulary="", old=old, new=new)


def _rows(plan: Plan) -> dict[Part, dict[str, Mapping[str, Any]]]:
    follow_ups = plan["programme"]["follow_ups"]
    rows: dict[Part, list[Any]] = {
        "findings": list(plan["findings"]),
        "actions": list(plan["actions"]),
        "signals": list(plan["signals"]),
        "areas": [area for section in ("policy", "chain", "programme") for area in plan[section]["areas"]],
        "risks": list(plan["chain"]["risks"]),
        "follow_ups": list(follow_ups),
        "deviations": [one for follow_up in follow_ups for one in follow_up["deviations"]],
    }
    return {part: {row["id"]: row for row in found} for part, found in rows.items()}


def _closed(plan: Plan) -> set[str]:
    """Give the findings all of whose actions are done, and that have any."""
    actions = answering(plan)
    return {finding["id"] for finding in plan["findings"] if is_remedied(actions.get(finding["id"], []))}
