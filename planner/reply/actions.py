"""Takes the actions of a View; gives their indicators letter by letter, their dates in order, and the figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.advice.smart import SMART
from planner.advice.view import Event, View
from planner.reply.texts import milestone_title, numbered
from planner.words import Words


def smart(view: View, words: Words) -> Iterator[dict[str, Any]]:
    """Give the letters of SMART each indicator meets, and what it lacks in words."""
    for action in view.actions:
        for place, one in enumerate(action.indicators):
            yield {
                "path": f"actions[{action.place}].indicators[{place}]",
                "lacks": [{"id": letter, "text": words(f"reasons.smart.{letter}")} for letter in one.lacks],
                "met": [letter for letter in SMART if letter not in one.lacks],
            }


def timeline(view: View, words: Words) -> list[dict[str, Any]]:
    """Give everything with a date, in the order of time."""
    said = numbered(view, words)
    return [_event(one, said, words) for one in view.events]


def _event(one: Event, said: dict[str, str], words: Words) -> dict[str, Any]:
    number = one.action.number if one.action else one.about
    if one.milestone:
        title = milestone_title(one.milestone, words)
    elif one.kind == "report":
        title = words("documents.dates.report")
    else:
        title = said[number] if number else ""
    return {
        "date": one.date,
        "text": words.date(one.date),
        "kind": one.kind,
        "number": number,
        "title": title,
        "done": one.done,
        "late": one.late,
    }


def figures(view: View) -> dict[str, Any]:
    """Give the plan in numbers."""
    return view.figures._asdict()
