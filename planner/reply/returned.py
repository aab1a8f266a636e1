"""Takes what came back in a copy; gives it as the page lists it: beside what was sent and what is there now."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from planner.advice.changes import Change, Row, Way, finder, found
from planner.advice.returned import Incoming
from planner.advice.view import View
from planner.library import Library
from planner.plan import Plan, ReviewChange
from planner.reply.labels import label
from planner.reply.recorded import title
from planner.shape import is_day, mark_at
from planner.words import Words

SEPARATE = " · "


def incoming(changes: list[Incoming], view: View, came: Plan, library: Library, words: Words) -> list[dict[str, Any]]:
    """Give every change with the row it belongs to, so that the page can group and offer them."""
    mine, theirs, numbers = finder(view.plan), finder(came), _numbers(view)

    def told(one: Incoming) -> dict[str, Any]:
        row = _row(one.change.way)
        number = numbers.get(row[-1].id, "") if isinstance(row[-1], Row) else ""
        return _incoming(one, row, mine(row) or theirs(row), number, library, words)

    return [told(one) for one in changes]


def review_changes(told: list[dict[str, Any]], accepted: Container[str]) -> list[ReviewChange]:
    """Give what is accepted as a review keeps it, in words. Numbers change with the plan, so rows go by their words."""
    return [ReviewChange(path=_named(one), old=one["mine"], new=one["came"]) for one in told if one["path"] in accepted]


def refused(told: list[dict[str, Any]], accepted: Container[str], words: Words) -> str | None:
    """Say what was not taken over; nothing where all of it was."""
    left = [_named(one) for one in told if one["path"] not in accepted]
    return words("form.returned.refused", what="; ".join(left)) if left else None


def _named(one: dict[str, Any]) -> str:
    return SEPARATE.join(filter(None, (one["name"], one["label"])))


def _incoming(one: Incoming, row: Way, record: Any, number: str, library: Library, words: Words) -> dict[str, Any]:
    way = one.change.way
    whole = way == row
    kind = "changed" if not whole else "removed" if one.change.new is None else "added"
    # A text nobody has typed is the library's, which is what the other side read.
    unsaid = _name(row, record, library, words) if way[len(row) :] == ("text",) else None
    return {
        "path": one.change.path,
        "row": Change(way=row, old=None, new=None).path,
        "name": _name(row, record, library, words),
        "number": number,
        "label": "" if whole else _label(way, row, record, words),
        "kind": kind,
        "sent": _said(one.change.old, way, words) or unsaid,
        "came": _said(one.change.new, way, words),
        "mine": _said(one.mine, way, words) or unsaid,
        "clash": one.clash,
        "misfit": kind == "changed" and _misfit(one.change.new, _mark(way), library),
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


def _numbers(view: View) -> dict[str, str]:
    """Give the numbers that rows have now, by id."""
    rows: tuple[Any, ...] = (*view.actions, *view.findings, *view.signals, *view.risks)
    return {one.record["id"]: one.number for one in reversed(rows)}


def _name(row: Way, record: Any, library: Library, words: Words) -> str:
    """Give the words of a row; a part of the plan goes by its name on the page."""
    if not isinstance(row[-1], Row) or not isinstance(record, Mapping):
        return label(str(row[0]), words)
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


def _misfit(value: Any, mark: str, library: Library) -> bool:
    """Tell whether a value is not what its field asks for: no date, or no word of its list."""
    if not isinstance(value, str) or not mark:
        return False
    return not is_day(value) if mark == "date" else not library.knows(mark, value)


def _mark(way: Way) -> str:
    """Give the vocabulary or format of the field at the end of a way, as the types of the plan name it."""
    return mark_at("".join("[0]" if isinstance(step, Row) else f".{step}" for step in way).removeprefix("."), Plan)


def _record(value: Mapping[str, Any], way: Way, words: Words) -> str:
    """Give what a whole row says, field by field; ids that are no words, and what is empty, are left out."""
    told = (name for name in value if name not in ("findings", "visibility"))
    said = [_said(value[name], (*way, name), words) for name in told if name != "id" or _mark((*way, name))]
    return SEPARATE.join(filter(None, said))
