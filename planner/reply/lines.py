"""Takes the parts of an answer, each row written out already; gives the answer as JSON with a line for each row.

A row that has not changed is the same line as before, so the page is sent the others alone. Most are not even written
anew, since what is asked for a line remembers it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from planner.remembering import remembered

ENCODER = json.JSONEncoder(ensure_ascii=False)
Part = list[str] | dict[str, str] | str


class Lines(str):
    """JSON, written out."""


def line(give: Callable[..., Any]) -> Callable[..., str]:
    """Give what a function gives, written out on a line."""

    @remembered
    def told(*given: Any) -> str:
        return written(give(*given))

    return told


def written(value: Any) -> str:
    """Write a value on a line."""
    return ENCODER.encode(value)


def lines(parts: Mapping[str, Part]) -> Lines:
    """Lay the parts out one after the other; the keys of a mapping are written already, too."""
    return Lines("{\n" + ",\n".join(f"{written(name)}: {_part(one)}" for name, one in parts.items()) + "\n}")


def _part(part: Part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, list):
        return _between("[", part, "]")
    return _between("{", [f"{key}: {value}" for key, value in part.items()], "}")


def _between(start: str, rows: list[str], end: str) -> str:
    return "\n".join((start, ",\n".join(rows), end)) if rows else f"{start}\n{end}"
