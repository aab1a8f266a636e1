"""Takes two plans; gives what differs, place by place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from planner.plan import Plan


class Row(NamedTuple):
    """A step of a way through a plan: the row of a list that has this id."""

    id: str


Way = tuple[str | Row, ...]
"""Names of fields and rows, from the plan down to one place."""


class Change(NamedTuple):
    """One place in which two plans differ; None is "was not there"."""

    way: Way
    old: Any
    new: Any

    @property
    def path(self) -> str:
        """The place as people write it: `actions[a1].milestones[m2].done`."""
        return "".join(f"[{one.id}]" if isinstance(one, Row) else f".{one}" for one in self.way).removeprefix(".")


def compare(old: Plan, new: Plan) -> list[Change]:
    """Give the changes from one plan to another; rows are matched by their id, so moving a row is no change."""
    return list(_compare(old, new, ()))


def _compare(old: Any, new: Any, way: Way) -> Iterator[Change]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in dict.fromkeys((*old, *new)):
            yield from _compare(old.get(name), new.get(name), (*way, name))
    elif _are_rows(old) and _are_rows(new) and (old or new):
        before, after = ({row["id"]: row for row in rows} for rows in (old, new))
        for id in dict.fromkeys((*before, *after)):
            yield from _compare(before.get(id), after.get(id), (*way, Row(id)))
    elif old != new:
        yield Change(way=way, old=old, new=new)


def found(plan: Any, way: Way) -> Any:
    """Give what stands at a place; None where nothing does."""
    for step in way:
        if isinstance(step, Row):
            rows = plan if isinstance(plan, list) else ()
            plan = next((row for row in rows if isinstance(row, Mapping) and row.get("id") == step.id), None)
        else:
            plan = plan.get(step) if isinstance(plan, Mapping) else None
    return plan


def finder(plan: Any) -> Callable[[Way], Any]:
    """Give what finds as `found` does, for many places of one plan, which must not change meanwhile."""

    @cache
    def find(way: Way) -> Any:
        if not way:
            return plan
        *before, step = way
        if isinstance(step, Row):
            return rows(tuple(before)).get(step.id)
        home = find(tuple(before))
        return home.get(step) if isinstance(home, Mapping) else None

    @cache
    def rows(way: Way) -> dict[str, Any]:
        home = find(way)
        listed: Sequence[Any] = home if isinstance(home, list) else ()
        return {row["id"]: row for row in reversed(listed) if isinstance(row, Mapping) and "id" in row}

    return find


def put(plan: Any, way: Way, value: Any) -> bool:
    """Write a value at a place, None in the place of a row to take it away; False where the way leads nowhere."""
    *before, last = way
    home = found(plan, tuple(before))
    if isinstance(last, Row) and isinstance(home, list):
        places = [place for place, row in enumerate(home) if row.get("id") == last.id]
        home[:] = [row for place, row in enumerate(home) if place not in places] if places else home
        if value is not None:
            home.insert(places[0] if places else len(home), value)
        return True
    if isinstance(last, str) and isinstance(home, dict):
        home[last] = value
        return True
    return False


def _are_rows(value: Any) -> bool:
    """Rows with an id each; an empty list may become such rows."""
    if not isinstance(value, list):
        return False
    ids = [row.get("id") for row in value if isinstance(row, Mapping)]
    return len(ids) == len(value) and len(set(ids)) == len(ids) and None not in ids
