"""Takes a pure function; gives one that remembers what it gave: after a change, what is as before costs nothing.

What it remembers by are rows of a plan brought into shape with `keeps`, and whatever is made of them alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
R = TypeVar("R")
MOST = 16_384
"""More than the longest list of actions has dates, so that going through one never drives out its own beginning."""


class Record(dict[str, Any]):
    """A record nobody changes any more, so that it can be remembered by."""

    __hash__ = object.__hash__  # type: ignore[assignment]


def remembered(work: Callable[[*Given], R]) -> Callable[[*Given], R]:
    """Remember by the arguments; where one of them may still change, nothing is remembered."""
    kept = lru_cache(MOST)(work)

    @wraps(work)
    def ask(*given: *Given) -> R:
        try:
            return kept(*given)
        except TypeError:  # unhashable
            return work(*given)

    return ask
