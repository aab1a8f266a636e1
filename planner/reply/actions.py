"""Takes the actions of a View; gives their indicators letter by letter, their dates in order, and the figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.advice.smart import SMART
from planner.advice.view import View
from planner.reply.lines import line
from planner.reply.texts import milestone_title, numbered
from planner.words import Words


def smart(view: View, words: Words) -> Iterator[str]:
    """Give the letters of SMART each indicator meets, and what it lacks in words."""
    for action in view.actions:
        for place, one in enumerate(action.indicators):
            yield _indicator(f"actions[{action.place}].indicators[{place}]", one.lacks, words)


@line
def _indicator(path: str, lacks: tuple[str, ...], words: Words) -> dict[str, Any]:
    return {
        "path": path,
        "lacks": [{"id": letter, "text": words(f"reasons.smart.{letter}")} for letter in lacks],
        "met": [letter for letter in SMART if letter not in lacks],
    }


def timeline(view: View, words: Words) -> Iterator[str]:
    """Give everything with a date, in the order of time."""
    said = numbered(view, words)
    for one in view.events:
        number = one.action.number if one.action else one.about
        if one.milestone:
            title = milestone_title(one.milestone, words)
        elif one.kind == "report":
            title = words("documents.dates.report")
        else:
            title = said[number] if number else ""
        yield _event(one.date, one.kind, number, title, one.done, one.late, words)


@line
def _event(
    date: str,
    kind: str,
    number: str | None,
    title: str,
    done: bool,  # noqa: FBT001
    late: bool,  # noqa: FBT001
    words: Words,
) -> dict[str, Any]:
    return {
        "date": date,
        "text": words.date(date),
        "kind": kind,
        "number": number,
        "title": title,
        "done": done,
        "late": late,
    }


def figures(view: View) -> dict[str, Any]:
    """Give the plan in numbers."""
    return view.figures._asdict()
