"""Takes the parts of an answer, each row written out already; gives the answer as JSON with a line for each row.

Most rows that have not changed are not written anew, since what is asked for a line remembers it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
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
    return _between("{", (f"{written(name)}: {_part(one)}" for name, one in parts.items()), "}")


def listed(items: Iterable[str]) -> Lines:
    """Lay out a list, of items written already."""
    return _between("[", items, "]")


def _part(part: Part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, list):
        return listed(part)
    return _between("{", (f"{key}: {value}" for key, value in part.items()), "}")


def _between(start: str, items: Iterable[str], end: str) -> Lines:
    inside = ",\n".join(items)
    return Lines(f"{start}\n{inside}\n{end}" if inside else f"{start}\n{end}")
