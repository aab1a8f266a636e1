"""Takes a JSON value and one of the plan's types; gives the value in that shape, and what does not fit."""

from __future__ import annotations

import marshal
import re
import types
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Annotated, Any, NamedTuple, TypeVar, Union, cast, get_args, get_origin, get_type_hints, is_typeddict

from planner.errors import Remark
from planner.remembering import MOST, Record

PART = re.compile(r"\[\d+\]|[^.\[]+")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
T = TypeVar("T")
LIMITS = {"score": range(1, 5), "percent": range(101)}


@cache
def fields(record: type) -> dict[str, Any]:
    """Give the fields of a record type with their types, marks included."""
    return get_type_hints(record, include_extras=True)


class Known(NamedTuple):
    """What there is to know of a type, taken apart once: a plan has thousands of fields and few types."""

    record: Mapping[str, Known] | None = None
    """The fields of a record."""
    hint: Any = None
    """The record's type itself."""
    item: Known | None = None
    """What a list holds."""
    plain: tuple[type, ...] = ()
    """What a scalar may be."""
    nothing: str | int | None = None
    """What stands for a scalar nobody has given."""
    mark: str = ""
    is_free: bool = False
    """Whether any text will do."""
    is_object: bool = False
    """Whether anything in braces will do."""
    has_marks: bool = False
    """Whether a vocabulary is named here or further in."""


@cache
def known(hint: Any) -> Known:
    """Take a type apart: a record, a list of items, or a scalar with what it allows and its mark."""
    mark = ""
    if get_origin(hint) is Annotated:
        hint, mark = get_args(hint)[:2]
    if is_typeddict(hint):
        record = {name: known(field) for name, field in fields(hint).items()}
        return Known(record, hint, has_marks=any(one.has_marks for one in record.values()))
    if get_origin(hint) is list:
        item = known(get_args(hint)[0])
        return Known(item=item, has_marks=item.has_marks)
    allowed = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    if dict[str, Any] in allowed:
        return Known(plain=(dict,), is_object=True)
    return Known(
        plain=(*allowed, int) if float in allowed else allowed,
        nothing=None if type(None) in allowed else 1 if int in allowed else "",
        mark=mark,
        is_free=str in allowed and mark != "date",
        has_marks=bool(mark),
    )


def fit(value: object, hint: Any, path: str = "", keeps: Collection[str] = ()) -> tuple[Any, list[Remark]]:
    """Bring a value into shape; what cannot be brought is left out and remarked as an error.

    `keeps` are paths of lists whose rows nobody will change: a row that is the same as one before is that one.
    """
    remarks: list[Remark] = []
    return _fit(value, known(hint), path, remarks, keeps), remarks


def _fit(value: object, to: Known, path: str, remarks: list[Remark], keeps: Collection[str] = ()) -> Any:
    if to.record is not None:
        return _record(value, to.record, path, remarks, keeps)
    if to.item is not None:
        return _list(value, to.item, path, remarks, keeps)
    return _scalar(value, to, path, remarks)


def _record(
    value: object, record: Mapping[str, Known], path: str, remarks: list[Remark], keeps: Collection[str] = ()
) -> dict[str, Any]:
    if not isinstance(value, dict):
        if value is not None:
            remarks.append(_wrong(path, "object"))
        value = {}
    shaped: dict[str, Any] = {}
    for name, to in record.items():
        given = value.get(name)
        if to.is_free and type(given) is str and given:  # as most are
            shaped[name] = given
        elif given is None and to.plain:
            shaped[name] = {} if to.is_object else to.nothing
        else:
            shaped[name] = _fit(given, to, f"{path}.{name}" if path else name, remarks, keeps)
    for name, kept in value.items():
        if name not in record:
            shaped[name] = kept
    return shaped


def _list(value: object, item: Known, path: str, remarks: list[Remark], keeps: Collection[str] = ()) -> list[Any]:
    if not isinstance(value, list):
        if value is not None:
            remarks.append(_wrong(path, "list"))
        return []
    if path in keeps:
        return [_kept(one, item, f"{path}[{index}]", remarks) for index, one in enumerate(value) if one is not None]
    fitted = (_fit(one, item, f"{path}[{index}]", remarks) for index, one in enumerate(value) if one is not None)
    return [one for one in fitted if one is not None]


def _kept(value: object, item: Known, path: str, remarks: list[Remark]) -> Any:
    """Bring a row into shape as `_fit` does, once for the same content; one without an id is still to be given one."""
    if not (isinstance(value, dict) and value.get("id")):
        return _fit(value, item, path, remarks)
    shaped, found = _row(marshal.dumps(value, 2), item.hint)  # of the versions the one in which content alone counts
    remarks += [one._replace(path=f"{path}.{one.path}" if one.path else path) for one in found]
    return shaped


@lru_cache(MOST)
def _row(content: bytes, hint: Any) -> tuple[Record, list[Remark]]:
    shaped, remarks = fit(marshal.loads(content), hint)  # noqa: S302 - what was written a line before
    return Record(shaped), remarks


def _scalar(value: object, to: Known, path: str, remarks: list[Remark]) -> Any:
    if to.is_object:
        if not isinstance(value, dict) and value is not None:
            remarks.append(_wrong(path, "object"))
        return value if isinstance(value, dict) else {}
    if value is None or value == "":
        return to.nothing
    if isinstance(value, bool) or not isinstance(value, to.plain):
        remarks.append(_wrong(path, "number" if int in to.plain else "text"))
        return to.nothing
    limits = LIMITS.get(to.mark)
    if to.mark == "date" and not is_day(value):
        remarks.append(Remark(path=path, code="bad-date", weight="error", values={"value": str(value)}))
    elif limits is not None and value not in limits:
        between = {"value": str(value), "low": str(limits[0]), "high": str(limits[-1])}
        remarks.append(Remark(path=path, code="out-of-range", weight="error", values=between))
    return value


def _wrong(path: str, wanted: str) -> Remark:
    return Remark(path=path, code=f"wrong-{wanted}", weight="error")


def is_day(value: object) -> bool:
    """Tell whether a value is a calendar date as ISO 8601 writes it, `2026-11-22`."""
    return isinstance(value, str) and day(value) is not None


@lru_cache(10_000)
def day(text: str) -> date | None:
    """Read a calendar date as ISO 8601 writes it; what is none is None."""
    if not DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def copied(value: T) -> T:
    """Copy a JSON value, all the way down."""
    made: Any = value
    if isinstance(made, dict):
        made = {name: copied(one) if isinstance(one, dict | list) else one for name, one in made.items()}
    elif isinstance(made, list):
        made = [copied(one) if isinstance(one, dict | list) else one for one in made]
    return cast(T, made)


def mark_at(path: str, hint: Any) -> str:
    """Give the mark of the field at a path, `findings[0].topic` → `topics`; nothing for a field without one."""
    found = known(hint)
    for part in PART.findall(path):
        inner = found.item if part.startswith("[") else (found.record or {}).get(part)
        if inner is None:
            return ""
        found = inner
    return found.mark


def marked(value: Any, hint: Any, path: str = "") -> list[tuple[str, str, str]]:
    """Walk a value in shape; give path, vocabulary and id of every field that has a vocabulary."""
    found: list[tuple[str, str, str]] = []
    _mark(value, known(hint), path, found)
    return found


def _mark(value: Any, to: Known, path: str, found: list[tuple[str, str, str]]) -> None:
    if to.record is not None:
        for name, field in to.record.items():
            one = value[name]
            if one and field.has_marks:
                _mark(one, field, f"{path}.{name}" if path else name, found)
    elif to.item is not None:
        for index, one in enumerate(value):
            _mark(one, to.item, f"{path}[{index}]", found)
    elif to.mark and isinstance(value, str):
        found.append((path, to.mark, value))
