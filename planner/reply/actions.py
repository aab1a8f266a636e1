"""Takes the actions of a View; gives their indicators letter by letter, their dates in order, and the figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from planner.advice.smart import SMART
from planner.advice.view import Event, View
from planner.reply.texts import action_title, milestone_title
from planner.words import Words


def smart(view: View, words: Words) -> Iterator[dict[str, Any]]:
    """Give the letters of SMART each indicator meets, and what it lacks in words."""
    for action in view.actions:
        for place, one in enumerate(action.indicators):
            yield {
                "path": f"actions[{action.index}].indicators[{place}]",
                "lacks": [{"id": letter, "text": words(f"reasons.smart.{letter}")} for letter in one.lacks],
                "met": [letter for letter in SMART if letter not in one.lacks],
            }


def event(one: Event, words: Words) -> dict[str, Any]:
    """Give an entry of the timeline."""
    if one.milestone:
        title = milestone_title(one.milestone, words)
    else:
        title = action_title(one.action, words) if one.action else ""
    return {
        "date": one.date,
        "text": words.date(one.date),
        "kind": one.kind,
        "number": one.action.number if one.action else one.about,
        "title": title,
        "done": one.done,
        "late": one.late,
    }


def figures(view: View) -> dict[str, Any]:
    """Give the plan in numbers."""
    return asdict(view.figures)
