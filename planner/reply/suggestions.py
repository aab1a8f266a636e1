"""Takes suggestions; gives them by what they answer, each with what chose it, and the words of their measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from planner.advice.suggestions import Suggestion
from planner.advice.view import View
from planner.library import Library
from planner.plan import Plan
from planner.reply.labels import label
from planner.reply.lines import line, written
from planner.reply.texts import titles
from planner.shape import mark_at
from planner.words import Words

SAYS_ALL = ("topics", "positions", "states", "spreads")
"""Vocabularies whose words need no question before them."""


def suggestions(found: list[Suggestion], view: View, words: Words) -> Iterator[str]:
    """Give a line for each subject, in their order."""
    named = titles(view, words)
    for place, own in groupby(found, key=lambda one: one.place):
        if place in named:  # of two areas with one id the last is shown
            yield _of_subject(tuple(own), *named[place], _at(view.plan, place), words)


def measures(found: list[Suggestion], library: Library, words: Words) -> dict[str, str]:
    """Give what is the same of every measure that is suggested, wherever it is, once."""
    return {written(id): _measure(id, library, words) for id in dict.fromkeys(one.measure for one in found)}


@line
def _of_subject(
    own: tuple[Suggestion, ...], number: str, subject: str, record: Mapping[str, Any], words: Words
) -> dict[str, Any]:
    paths = dict.fromkeys(path for one in own for path in one.because)
    said = {path: _answer(path, own[0].place, subject, record, words) for path in paths}
    return {
        "finding": own[0].finding,
        "number": number,
        "subject": subject,
        "measures": [_suggestion(one, [said[path] for path in one.because], words) for one in own],
    }


def _suggestion(one: Suggestion, because: list[str], words: Words) -> dict[str, Any]:
    return {
        "measure": one.measure,
        "due": one.due,
        "milestones": [{"id": id, "due": due} for id, due in one.milestones],
        "verification": one.verification,
        "effectiveness": one.effectiveness,
        "why": words("reasons.because", answers=" · ".join(dict.fromkeys(because))),
    }


@line
def _measure(id: str, library: Library, words: Words) -> dict[str, Any]:
    fact, key = library.measures[id], f"measures.{id}"
    indicator = fact.get("indicator")
    return {
        "side": fact["side"],
        "nature": fact["nature"],
        "unit": indicator["unit"] if indicator else None,
        "target": indicator.get("target") if indicator else None,
        "title": words(f"{key}.title"),
        "how": words(f"{key}.how"),
        "check": words(f"{key}.check"),
        "safeguard": words(f"{key}.safeguard") if fact.get("safeguard") else None,
        "milestones": {one["id"]: words(f"{key}.milestones.{one['id']}") for one in fact["milestones"]},
    }


def _answer(path: str, place: str, subject: str, record: Mapping[str, Any], words: Words) -> str:
    """Put the answer at a path into words: `findings[0].scale` → “How grave …: Serious”."""
    found = _at(record, path.removeprefix(place))
    vocabulary = mark_at(path, Plan)
    if vocabulary == "score":
        vocabulary = path.rsplit(".", 1)[-1]
    said = words.term(vocabulary, str(found))
    if vocabulary in SAYS_ALL:
        return said
    asked = subject if vocabulary == "standings" else label(path, words)
    return f"{asked}{'' if asked.endswith('?') else ':'} {said}"


def _at(typed: Any, path: str) -> Any:
    """Give what was typed at a path."""
    for part in re.findall(r"\w+", path):
        typed = typed[int(part)] if part.isdigit() else typed[part]
    return typed
