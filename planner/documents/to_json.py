"""Takes the View; gives the plan itself as text people can read and the planner can open again."""

from __future__ import annotations

import json
from typing import Any, get_args, get_origin, is_typeddict

from planner.advice.view import View
from planner.documents.base import Brand
from planner.plan import Plan
from planner.shape import fields
from planner.words import Words


def write(view: View, words: Words, brand: Brand, second: Words | None = None) -> bytes:  # noqa: ARG001
    """Give the plan as JSON, its fields in the order of the schema and those it does not know after them."""
    text = json.dumps(in_order(view.plan, Plan), ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode()


def in_order(value: Any, hint: Any) -> Any:
    """Put the fields of every record in the order its type names them."""
    arguments = get_args(hint)
    if is_typeddict(hint) and isinstance(value, dict):
        known = fields(hint)
        names = [*(name for name in known if name in value), *(name for name in value if name not in known)]
        return {name: in_order(value[name], known.get(name)) for name in names}
    if get_origin(hint) is list and isinstance(value, list):
        return [in_order(one, arguments[0]) for one in value]
    return value
