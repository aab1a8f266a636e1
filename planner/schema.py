"""Takes the types of a plan; gives its JSON Schema, for others to build on."""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin, is_typeddict

from planner.plan import SCHEMA, Plan
from planner.shape import fields
from planner.vocabularies import VOCABULARIES

NAMES = {str: "string", int: "integer", float: "number", type(None): "null"}
LIMITS: dict[str, dict[str, Any]] = {
    "date": {"format": "date"},
    "score": {"minimum": 1, "maximum": 4},
    "percent": {"minimum": 0, "maximum": 100},
}


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a plan.

    Every part may be missing or null, and other fields are allowed: readers keep what they do not know. Vocabularies
    are examples, not closed lists, for the same reason.
    """
    described = _describe(Plan)
    described["properties"]["schema"] = {"const": SCHEMA}
    described["properties"]["kind"] = {"enum": list(VOCABULARIES["kinds"])}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:action-plan:schema:{SCHEMA}",
        "title": "Action plan",
        **described,
        "required": ["schema", "kind"],
    }


def _describe(hint: Any) -> dict[str, Any]:
    if get_origin(hint) is Annotated:
        inner, mark = get_args(hint)[:2]
        return {**_describe(inner), **_marked(mark)}
    if is_typeddict(hint):
        properties = {name: _describe(field) for name, field in fields(hint).items()}
        return {"type": ["object", "null"], "properties": properties}
    if get_origin(hint) is list:
        return {"type": ["array", "null"], "items": _describe(get_args(hint)[0])}
    allowed = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    names = [NAMES[one] for one in allowed if one in NAMES]
    return {"type": [*dict.fromkeys([*names, "null"])]} if names else {"type": "object"}


def _marked(mark: str) -> dict[str, Any]:
    if mark in LIMITS:
        return LIMITS[mark]
    known = VOCABULARIES.get(mark)
    return {"x-vocabulary": mark, **({"examples": list(known)} if known else {})}
