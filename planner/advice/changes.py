"""Takes two plans; gives what differs, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planner.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One place in which two plans differ; None is "was not there"."""

    path: str
    old: Any
    new: Any


def compare(old: Plan, new: Plan) -> list[Change]:
    """Give the changes from one plan to another; rows are matched by their id, so moving a row is no change."""
    return list(_compare(old, new, ""))


def _compare(old: Any, new: Any, path: str) -> Iterator[Change]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in dict.fromkeys((*old, *new)):
            yield from _compare(old.get(name), new.get(name), f"{path}.{name}" if path else name)
    elif _are_rows(old) and _are_rows(new) and (old or new):
        before, after = ({row["id"]: row for row in rows} for rows in (old, new))
        for id in dict.fromkeys((*before, *after)):
            yield from _compare(before.get(id), after.get(id), f"{path}[{id}]")
    elif old != new:
        yield Change(path=path, old=old, new=new)


def _are_rows(value: Any) -> bool:
    """Rows with an id each; an empty list may become such rows."""
    if not isinstance(value, list):
        return False
    ids = [row.get("id") for row in value if isinstance(row, Mapping)]
    return len(ids) == len(value) and len(set(ids)) == len(ids) and None not in ids
