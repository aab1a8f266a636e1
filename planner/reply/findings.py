"""Takes the findings of a View; gives what the page shows beside each: its level, what is asked, and help with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.advice.view import FindingView
from planner.library import Library
from planner.reply.lines import line, written
from planner.words import Words

UNKNOWN = ""
"""Stands for every topic the library does not know."""


@line
def finding(view: FindingView, library: Library, words: Words) -> dict[str, Any]:
    """Give a finding's level and why, what is asked, its topic, and whether the first hours count."""
    return {
        "index": view.place,
        "number": view.number,
        "level": view.level,
        "title": words.term("levels", view.level),
        "why": list(why(view, words)),
        "asked": asked(view.asked, words),
        "urgent": view.urgent and not view.contained,
        "topic": _topic(view, library),
    }


def topics(views: tuple[FindingView, ...], library: Library, words: Words) -> dict[str, str]:
    """Give what the library knows of every topic of these findings, once."""
    return {written(id): topic(id, library, words) for id in dict.fromkeys(_topic(view, library) for view in views)}


def _topic(view: FindingView, library: Library) -> str:
    topic = library.topic(view.record["topic"])
    return topic["id"] if topic else UNKNOWN


@line
def topic(id: str, library: Library, words: Words) -> dict[str, Any]:
    """Give what a topic's findings need to know: causes, an example, what to avoid and to do first, the standards."""
    topic, key = library.topic(id), f"topics.{id}"
    return {
        "causes": [_cause(cause, library, words) for cause in library.causes(id)],
        "example": words(f"{key}.whys") if topic else None,
        "avoid": list(words.list(f"{key}.avoid")) if topic else [],
        "first": list(words.list(f"{key}.first")) if topic else [],
        "guide": {"path": topic["guide"]} if topic else None,
        "about": words(f"{key}.about") if topic else None,
        "references": [library.sources[source]["reference"] for source in topic["references"]] if topic else [],
    }


def why(view: FindingView, words: Words) -> Iterator[str]:
    """Give the sentences that explain a finding's level."""
    if view.level is None:
        yield words("reasons.why.unknown")
        return
    for code in view.why:
        score = words.term(code, str(view.record[code])) if code != "life_or_freedom" else ""  # type: ignore[literal-required]
        yield words(f"reasons.why.{code}", score=score)
    yield words(f"reasons.levels.{view.level}")


def asked(codes: tuple[str, ...], words: Words) -> list[str]:
    """Give what is asked in sentences."""
    return [words(f"reasons.asked.{code}") for code in codes]


@line
def first_hours(library: Library, words: Words) -> dict[str, Any]:
    """Give what to do in the first hours, whatever the topic."""
    return {
        "title": words("first_hours.title"),
        "intro": words("first_hours.intro"),
        "steps": [
            {"within": step["within"], "text": words(f"first_hours.steps.{step['id']}")} for step in library.first_hours
        ],
    }


def _cause(id: str, library: Library, words: Words) -> dict[str, str]:
    origin = library.origins[id]
    return {
        "id": id,
        "title": words.term("root_causes", id),
        "origin": origin,
        "origin_title": words.term("origins", origin),
    }
