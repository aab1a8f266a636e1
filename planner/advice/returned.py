"""Takes a plan and a copy of it, as sent and as it came back; gives what is new, and the plan with what is accepted.

Three plans meet: what was sent tells what the other side has changed, and what the buyer has changed since. So an older
copy never writes over newer work, and what the copy never held, such as the buyer's own notes, stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from planner.advice.changes import Change, Row, Way, compare, finder, put
from planner.plan import Plan
from planner.shape import copied

Relation = Literal["other", "copy", "same", "older", "newer"]
OURS = ("schema", "id", "kind", "language", "created", "revision", "shared", "copy_of")
"""What the planner itself keeps of a plan; nobody fills it in."""
ASKED: dict[str, tuple[str, ...]] = {
    "actions": ("owner", "status", "percent", "closed", "note", "due", "status_reason", "support_asked", "milestones"),
    "findings": ("response", "root_causes"),
    "signals": ("reply",),
    "reviews": (),
    "policy": ("areas",),
    "chain": ("areas",),
    "programme": ("areas", "follow_ups"),
}
"""What the other side is asked to fill in, by part; rows it adds to these parts are welcome too."""


class Incoming(NamedTuple):
    """One thing that came back differently from how it was sent."""

    change: Change
    mine: Any
    """What the plan says there now."""

    @property
    def clash(self) -> bool:
        """Whether the plan has been changed there too since the copy was sent."""
        return bool(self.mine != self.change.old)

    @property
    def unasked(self) -> bool:
        """Whether it lies outside what the other side was asked to fill in."""
        part, *rest = self.change.way
        names = [one for one in rest if isinstance(one, str)]
        asked = ASKED.get(str(part))
        gone = self.change.new is None and isinstance(self.change.way[-1], Row)
        return gone or asked is None or bool(names and names[0] not in asked)


def relation(mine: Plan | None, opened: Plan, sent: Plan | None) -> Relation:
    """Say how a plan that was opened stands to the one that is there."""
    if mine is None or mine["id"] != opened["id"]:
        return "other"
    # Whoever has a copy open, and opens one as it was sent, may have been sent a later one.
    untouched = sent is not None and not _differ(sent, opened)
    if sent is not None and not (untouched and mine["copy_of"]["audience"]):
        return "copy"
    if not _differ(mine, opened):
        return "same"
    return "older" if opened["revision"] < mine["revision"] else "newer"


def _differ(one: Plan, other: Plan) -> bool:
    return any(change.way[0] not in OURS for change in compare(one, other))


def incoming(mine: Plan, sent: Plan, came: Plan) -> list[Incoming]:
    """Give what came back differently, in the order of the plan; what the plan says already is left out."""
    return list(_incoming(mine, sent, came))


def _incoming(mine: Plan, sent: Plan, came: Plan) -> Iterator[Incoming]:
    find = finder(mine)
    for change in compare(sent, came):
        now = find(change.way)
        if change.way[0] not in OURS and now != change.new and _has_place(find, change.way):
            yield Incoming(change=change, mine=now)


def _has_place(find: Callable[[Way], Any], way: Way) -> bool:
    """Tell whether the plan still has the row a change belongs to."""
    rows = [way[: place + 1] for place, step in enumerate(way[:-1]) if isinstance(step, Row)]
    return all(find(row) is not None for row in rows)


def accept(mine: Plan, changes: list[Incoming]) -> Plan:
    """Give the plan with these changes made. Nothing else of it is touched."""
    merged = copied(mine)
    for one in changes:
        put(merged, one.change.way, copied(one.change.new))
    return merged
