"""Takes what came back in a copy; gives it as the page lists it: beside what was sent and what is there now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.advice.changes import Change, Row, Way, found
from planner.advice.returned import Incoming
from planner.advice.view import View
from planner.library import Library
from planner.plan import Plan, ReviewChange
from planner.reply.labels import label
from planner.reply.recorded import title
from planner.shape import mark_at
from planner.words import Words

PARTS = {"policy": "areas", "chain": "risks", "programme": "follow_ups"}
"""What the rows of a section are, by the section."""
SEPARATE = " · "


def incoming(changes: list[Incoming], view: View, came: Plan, library: Library, words: Words) -> list[dict[str, Any]]:
    """Give every change with the row it belongs to, so that the page can group and offer them."""
    return [_incoming(one, view, came, library, words) for one in changes]


def review_changes(
    changes: list[Incoming], view: View, came: Plan, library: Library, words: Words
) -> list[ReviewChange]:
    """Give the changes as a review keeps them, in words."""
    told = incoming(changes, view, came, library, words)
    return [
        ReviewChange(path=SEPARATE.join(filter(None, (one["title"], one["label"]))), old=one["mine"], new=one["came"])
        for one in told
    ]


def _incoming(one: Incoming, view: View, came: Plan, library: Library, words: Words) -> dict[str, Any]:
    way = one.change.way
    row = _row(way)
    whole = way == row
    record = found(view.plan, row) or found(came, row)
    kind = "changed" if not whole else "removed" if one.change.new is None else "added"
    return {
        "path": one.change.path,
        "row": Change(way=row, old=None, new=None).path,
        "title": _title(row, record, view, library, words),
        "label": "" if whole else label(_plain(way[len(row) :], row), words),
        "kind": kind,
        "sent": _said(one.change.old, way, kind, words),
        "came": _said(one.change.new, way, kind, words),
        "mine": _said(one.mine, way, kind, words),
        "clash": one.clash,
        "unasked": one.unasked,
    }


def _row(way: Way) -> Way:
    """Give the way to the first row on the way, else to the part of the plan."""
    at = next((place for place, step in enumerate(way) if isinstance(step, Row)), 0)
    return way[: at + 1]


def _plain(rest: Way, row: Way) -> str:
    names = [step for step in (*row, *rest) if isinstance(step, str)]
    return ".".join(names)


def _title(row: Way, record: Any, view: View, library: Library, words: Words) -> str:
    """Give number and words of a row; a part of the plan goes by its name on the page."""
    if not isinstance(row[-1], Row) or not isinstance(record, Mapping):
        return label(str(row[0]), words)
    part = str(row[-2])
    rows: tuple[Any, ...] = (*view.actions, *view.findings, *view.signals, *view.risks)
    number = next((one.number for one in rows if one.record["id"] == row[-1].id), "")
    if part == "reviews":
        said = words.term("review_types", record.get("type"))
    else:
        said = title(PARTS.get(part, part), record, library, words)
    return f"{number} {said}".strip()


def _said(value: Any, way: Way, kind: str, words: Words) -> str | None:
    """Write a value out: ids as words, dates as dates, a whole row as what it says."""
    if value in (None, "", [], {}):
        return None
    if isinstance(value, Mapping):
        return _record(value, way, words)
    if isinstance(value, list):
        return "\n".join(filter(None, (_said(one, way, kind, words) for one in value)))
    mark = mark_at(_mark_path(way), Plan)
    if mark == "date":
        return words.date(str(value))
    if mark == "percent":
        return f"{value} %"
    if mark:
        return words.term(mark, str(value))
    return words.number(value) if isinstance(value, int | float) else str(value)


def _mark_path(way: Way) -> str:
    """Give a way as the types of the plan know it: `actions[0].due`."""
    return "".join("[0]" if isinstance(step, Row) else f".{step}" for step in way).removeprefix(".")


def _record(value: Mapping[str, Any], way: Way, words: Words) -> str:
    """Give what a whole row says, field by field; ids and what is empty are left out."""
    said = []
    for name, one in value.items():
        if name not in ("id", "findings", "visibility") and one not in (None, "", [], {}):
            text = _said(one, (*way, name), "changed", words)
            if text:
                said.append(text)
    return SEPARATE.join(said)
