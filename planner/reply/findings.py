"""Takes the findings of a View; gives what the page shows beside each: its level, what is asked, and help with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.advice.view import FindingView
from planner.library import Library
from planner.words import Words


def finding(view: FindingView, library: Library, words: Words) -> dict[str, Any]:
    """Give a finding's level and why, what is asked, and what the library knows of its topic."""
    topic = library.topic(view.record["topic"])
    key = f"topics.{topic['id']}" if topic else ""
    return {
        "index": view.place,
        "number": view.number,
        "level": view.level,
        "title": words.term("levels", view.level),
        "why": list(why(view, words)),
        "asked": asked(view.asked, words),
        "urgent": _urgent(key, library, words) if view.urgent and not view.contained else None,
        "causes": [_cause(id, library, words) for id in library.causes(view.record["topic"])],
        "example": words(f"{key}.whys") if topic else None,
        "avoid": list(words.list(f"{key}.avoid")) if topic else [],
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


def _urgent(key: str, library: Library, words: Words) -> dict[str, Any]:
    """Give what to do in the first hours, of the topic and in general."""
    return {
        "title": words("first_hours.title"),
        "intro": words("first_hours.intro"),
        "steps": [
            {"within": step["within"], "text": words(f"first_hours.steps.{step['id']}")} for step in library.first_hours
        ],
        "first": list(words.list(f"{key}.first")) if key else [],
        "avoid": list(words.list(f"{key}.avoid")) if key else [],
    }


def _cause(id: str, library: Library, words: Words) -> dict[str, str]:
    origin = library.origins[id]
    return {
        "id": id,
        "title": words.term("root_causes", id),
        "origin": origin,
        "origin_title": words.term("origins", origin),
    }
