"""Takes nothing; gives the shape of what a plan knows of its copies: when it was handed out, what it is a copy of."""

from __future__ import annotations

from typing import Any, TypedDict

from planner.plan.fields import Day, Text


class Shared(TypedDict):
    """The last time the plan left the planner. The first change after it begins a new revision."""

    revision: int | None
    day: Day


class CopyOf(TypedDict):
    """What a copy for somebody else remembers, so that what comes back can be told from what was sent."""

    revision: int | None
    audience: Text
    plan: dict[str, Any]
    """The plan as it was sent; empty while the copy itself still is what was sent."""
