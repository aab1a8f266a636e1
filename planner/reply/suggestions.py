"""Takes suggestions; gives each measure in words, with what it answers and the answers that chose it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from planner.advice.suggestions import Suggestion
from planner.advice.view import View
from planner.plan import Plan
from planner.reply.labels import label
from planner.reply.texts import titles
from planner.shape import mark_at
from planner.words import Words

SAYS_ALL = ("topics", "positions", "states", "spreads")
"""Vocabularies whose words need no question before them."""


def suggestions(found: list[Suggestion], view: View, words: Words) -> list[dict[str, Any]]:
    """Give the suggestions in their order; the page groups them by number and subject."""
    named = titles(view, words)

    @cache
    def of_library(measure: str, milestones: tuple[tuple[str, str], ...]) -> dict[str, Any]:
        return _of_library(measure, milestones, words)

    @cache
    def said(path: str, subject: str) -> str:
        return _answer(path, subject, view, words)

    return [
        {**_suggestion(one, *named[one.finding], said, words), **of_library(one.measure, one.milestones)}
        for one in found
    ]


def _suggestion(
    one: Suggestion, number: str, subject: str, said: Callable[[str, str], str], words: Words
) -> dict[str, Any]:
    key = f"measures.{one.measure}"
    answers = " · ".join(dict.fromkeys([said(path, subject) for path in one.because]))
    return {
        "finding": one.finding,
        "number": number,
        "subject": subject,
        "measure": one.measure,
        "side": one.side,
        "nature": one.nature,
        "due": one.due,
        "verification": one.verification,
        "unit": one.unit,
        "target": one.target,
        "indicator": words(f"{key}.indicator") if one.unit else None,
        "effectiveness": one.effectiveness,
        "because": list(one.because),
        "why": words("reasons.because", answers=answers),
        "safeguard": words(f"{key}.safeguard") if one.safeguard else None,
    }


def _of_library(measure: str, milestones: tuple[tuple[str, str], ...], words: Words) -> dict[str, Any]:
    """Give what is the same wherever a measure is proposed for the same dates."""
    key = f"measures.{measure}"
    return {
        "milestones": [{"id": id, "due": due, "text": words(f"{key}.milestones.{id}")} for id, due in milestones],
        "title": words(f"{key}.title"),
        "how": words(f"{key}.how"),
        "check": words(f"{key}.check"),
    }


def _answer(path: str, subject: str, view: View, words: Words) -> str:
    """Put the answer at a path into words: `findings[0].scale` → “How grave …: Serious”."""
    found: Any = view.plan
    for part in re.findall(r"\w+", path):
        found = found[int(part)] if part.isdigit() else found[part]
    vocabulary = mark_at(path, Plan)
    if vocabulary == "score":
        vocabulary = path.rsplit(".", 1)[-1]
    said = words.term(vocabulary, str(found))
    if vocabulary in SAYS_ALL:
        return said
    asked = subject if vocabulary == "standings" else label(path, words)
    return f"{asked}{'' if asked.endswith('?') else ':'} {said}"
