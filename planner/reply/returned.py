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
    # A text nobody has typed is the library's, which is what the other side read.
    unsaid = _own_title(row, record, library, words) if way[len(row) :] == ("text",) else None
    return {
        "path": one.change.path,
        "row": Change(way=row, old=None, new=None).path,
        "title": _title(row, record, view, library, words),
        "label": "" if whole else _label(way, row, record, words),
        "kind": kind,
        "sent": _said(one.change.old, way, words) or unsaid,
        "came": _said(one.change.new, way, words),
        "mine": _said(one.mine, way, words) or unsaid,
        "clash": one.clash,
        "unasked": one.unasked,
    }


def _label(way: Way, row: Way, record: Mapping[str, Any], words: Words) -> str:
    """Give the name of a field on the page; of a milestone, which one it is too."""
    name = label(".".join(step for step in way if isinstance(step, str)), words)
    inner = next(
        (way[:place] for place, step in enumerate(way[:-1], 1) if isinstance(step, Row) and place > len(row)), ()
    )
    part = found(record, inner[len(row) :]) if inner else None
    if not isinstance(part, Mapping):
        return name
    known = f"measures.{record.get('measure')}.milestones.{part.get('id')}"
    said = part.get("text") or (words(known) if words.has(known) else part.get("id"))
    return f"{said}: {name}"


def _row(way: Way) -> Way:
    """Give the way to the first row on the way, else to the part of the plan."""
    at = next((place for place, step in enumerate(way) if isinstance(step, Row)), 0)
    return way[: at + 1]


def _title(row: Way, record: Any, view: View, library: Library, words: Words) -> str:
    """Give number and words of a row; a part of the plan goes by its name on the page."""
    if not isinstance(row[-1], Row) or not isinstance(record, Mapping):
        return label(str(row[0]), words)
    rows: tuple[Any, ...] = (*view.actions, *view.findings, *view.signals, *view.risks)
    number = next((one.number for one in rows if one.record["id"] == row[-1].id), "")
    return f"{number} {_own_title(row, record, library, words)}".strip()


def _own_title(row: Way, record: Any, library: Library, words: Words) -> str:
    part = str(row[-2])
    return words.term("review_types", record.get("type")) if part == "reviews" else title(part, record, library, words)


def _said(value: Any, way: Way, words: Words) -> str | None:
    """Write a value out: ids as words, dates as dates, a whole row as what it says."""
    if value in (None, "", [], {}):
        return None
    if isinstance(value, Mapping):
        return _record(value, way, words)
    if isinstance(value, list):
        return "\n".join(filter(None, (_said(one, (*way, Row("")), words) for one in value)))
    mark = _mark(way)
    if mark == "date":
        return words.date(str(value))
    if mark == "percent":
        return f"{value} %"
    if mark:
        return words.term(mark, str(value))
    return words.number(value) if isinstance(value, int | float) else str(value)


def _mark(way: Way) -> str:
    """Give the vocabulary or format of the field at the end of a way, as the types of the plan name it."""
    return mark_at("".join("[0]" if isinstance(step, Row) else f".{step}" for step in way).removeprefix("."), Plan)


def _record(value: Mapping[str, Any], way: Way, words: Words) -> str:
    """Give what a whole row says, field by field; ids that are no words, and what is empty, are left out."""
    told = (name for name in value if name not in ("findings", "visibility"))
    said = [_said(value[name], (*way, name), words) for name in told if name != "id" or _mark((*way, name))]
    return SEPARATE.join(filter(None, said))
