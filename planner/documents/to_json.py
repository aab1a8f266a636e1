"""Takes the View; gives the plan itself as text people can read and the planner can open again."""

from __future__ import annotations

import json
from json.encoder import encode_basestring as text
from typing import Any

from planner.advice.view import View
from planner.documents.base import Brand
from planner.plan import Plan
from planner.shape import Known, known
from planner.words import Words

LINE = "\n"


def write(view: View, words: Words, brand: Brand, second: Words | None = None) -> bytes:  # noqa: ARG001
    """Give the plan as JSON, its fields in the order of the schema and those it does not know after them."""
    return f"{_written(view.plan, known(Plan), LINE)}\n".encode()


def _written(value: Any, to: Known | None, line: str) -> str:
    """Write a value; `line` begins a line as far in as the value stands. Python's own writer takes thrice as long."""
    inner = f"{line}  "
    if isinstance(value, dict) and value:
        fields = (to and to.record) or {}
        names = (*(name for name in fields if name in value), *(name for name in value if name not in fields))
        rows = [f"{text(name)}: {_written(value[name], fields.get(name), inner)}" for name in names]
        return f"{{{inner}{f',{inner}'.join(rows)}{line}}}"
    if isinstance(value, list) and value:
        item = to and to.item
        return f"[{inner}{f',{inner}'.join([_written(one, item, inner) for one in value])}{line}]"
    return text(value) if isinstance(value, str) else json.dumps(value, allow_nan=False)
