"""Takes a JSON value and one of the plan's types; gives the value in that shape, and what does not fit."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints, is_typeddict

from planner.errors import Remark

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters XML 1.0 cannot hold, hence no Word or Excel file either; lone surrogates are not text at all."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
LIMITS = {"score": range(1, 5), "percent": range(101)}


@cache
def fields(record: type) -> dict[str, Any]:
    """Give the fields of a record type with their types, marks included."""
    return get_type_hints(record, include_extras=True)


class Known(NamedTuple):
    """What there is to know of a type: a plan has thousands of fields and few types."""

    record: type | None
    item: Any
    allowed: tuple[Any, ...]
    mark: str


@cache
def known(hint: Any) -> Known:
    """Take a type apart: a record, a list of items, or a scalar with what it allows and its mark."""
    mark = ""
    if get_origin(hint) is Annotated:
        hint, mark = get_args(hint)[:2]
    if is_typeddict(hint):
        return Known(hint, None, (), mark)
    if get_origin(hint) is list:
        return Known(None, get_args(hint)[0], (), mark)
    allowed = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    return Known(None, None, allowed, mark)


def fit(value: object, hint: Any, path: str = "") -> tuple[Any, list[Remark]]:
    """Bring a value into shape; what cannot be brought is left out and remarked as an error."""
    record, item, allowed, mark = known(hint)
    if record:
        return _record(value, record, path)
    if item is not None:
        return _list(value, item, path)
    return _scalar(value, allowed, path, mark)


def _record(value: object, hint: type, path: str) -> tuple[Any, list[Remark]]:
    if not isinstance(value, dict):
        remarks = [] if value is None else [_wrong(path, "object")]
        value = {}
    else:
        remarks = []
    shaped: dict[str, Any] = {}
    for name, field in fields(hint).items():
        shaped[name], found = fit(value.get(name), field, f"{path}.{name}" if path else name)
        if found:
            remarks += found
    shaped.update((name, kept) for name, kept in value.items() if name not in shaped)
    return shaped, remarks


def _list(value: object, item: Any, path: str) -> tuple[Any, list[Remark]]:
    if not isinstance(value, list):
        return [], [] if value is None else [_wrong(path, "list")]
    shaped, remarks = [], []
    for index, one in enumerate(value):
        if one is None:
            continue
        fitted, found = fit(one, item, f"{path}[{index}]")
        remarks += found
        if fitted is not None:
            shaped.append(fitted)
    return shaped, remarks


def _scalar(value: object, allowed: tuple[Any, ...], path: str, mark: str) -> tuple[Any, list[Remark]]:
    if allowed == (dict[str, Any],):
        return (value, []) if isinstance(value, dict) else ({}, [] if value is None else [_wrong(path, "object")])
    if value is None or value == "":
        return _nothing(allowed), []
    plain = _plain(allowed)
    if isinstance(value, bool) or not isinstance(value, plain):
        return _nothing(allowed), [_wrong(path, "number" if int in plain else "text")]
    if mark == "date" and not is_day(value):
        return value, [Remark(path=path, code="bad-date", weight="error", values={"value": str(value)})]
    limits = LIMITS.get(mark)
    if limits is not None and value not in limits:
        between = {"value": str(value), "low": str(limits[0]), "high": str(limits[-1])}
        return value, [Remark(path=path, code="out-of-range", weight="error", values=between)]
    return value, []


@cache
def _plain(allowed: tuple[Any, ...]) -> tuple[type, ...]:
    return tuple(one for one in allowed if isinstance(one, type)) + ((int,) if float in allowed else ())


@cache
def _nothing(allowed: tuple[Any, ...]) -> str | int | None:
    if type(None) in allowed:
        return None
    return 1 if int in allowed else ""


def _wrong(path: str, wanted: str) -> Remark:
    return Remark(path=path, code=f"wrong-{wanted}", weight="error")


def is_day(value: object) -> bool:
    """Tell whether a value is a calendar date as ISO 8601 writes it, `2026-11-22`."""
    if not isinstance(value, str) or not DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def clean(value: Any, path: str = "") -> tuple[Any, list[Remark]]:
    """Replace what no document can hold by U+FFFD, everywhere in a JSON value, and remark where."""
    if isinstance(value, str):
        if "\r" not in value and not FORBIDDEN.search(value):
            return value, []
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        text, count = FORBIDDEN.subn("\ufffd", text)
        remarks = [Remark(path=path, code="replaced-characters", weight="advice")] if count else []
        return text, remarks
    if isinstance(value, list):
        cleaned = [clean(one, f"{path}[{index}]") for index, one in enumerate(value)]
        return [one for one, _ in cleaned], [remark for _, found in cleaned for remark in found]
    if isinstance(value, dict):
        items = [(clean(name)[0], clean(one, f"{path}.{name}".lstrip("."))) for name, one in value.items()]
        return {name: one for name, (one, _) in items}, [remark for _, (_, found) in items for remark in found]
    return value, []


def mark_at(path: str, hint: Any) -> str:
    """Give the mark of the field at a path, `findings[0].topic` → `topics`; nothing for a field without one."""
    mark = ""
    for part in (*re.sub(r"\[\d+\]", "[]", path).replace("[]", ".[]").split("."), ""):
        record, item, _, mark = known(hint)
        if part == "[]" and item is not None:
            hint = item
        elif record and part in fields(record):
            hint = fields(record)[part]
        elif part:
            return ""
    return mark


def marked(value: Any, hint: Any, path: str = "") -> Iterator[tuple[str, str, str]]:
    """Walk a value in shape; give path, vocabulary and id of every field that has a vocabulary."""
    record, item, _, mark = known(hint)
    if record:
        for name, field in fields(record).items():
            if value[name]:
                yield from marked(value[name], field, f"{path}.{name}" if path else name)
    elif item is not None:
        for index, one in enumerate(value):
            yield from marked(one, item, f"{path}[{index}]")
    elif mark and isinstance(value, str):
        yield path, mark, value
