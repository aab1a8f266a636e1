"""Takes a remark or a failure; gives it as a sentence, with the rule it rests on and what to do instead."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planner.errors import NotAPlan, PlannerError, Remark
from planner.library import Library
from planner.reply.labels import label, step
from planner.reply.lines import line, written
from planner.words import Words

TERMS = {"level": "levels", "other": "levels", "side": "sides", "obstacle": "obstacles"}
DATES = ("end", "month", "start", "due")


def remark(one: Remark, library: Library, words: Words) -> dict[str, Any]:
    """Write a remark out, with the step of the page its field is on and the rule and standards it rests on."""
    found = library.rule_of(one.code)
    return {
        "code": one.code,
        "path": one.path,
        "step": step(one.path),
        "weight": one.weight,
        "sentence": sentence(one, words),
        "references": library.references(one.code),
        "rule": found["rule"] if found else None,
        "proposal": words(f"proposals.{one.code}", **_values(one, words))
        if words.has(f"proposals.{one.code}")
        else None,
    }


def rules(remarks: Iterable[Remark], library: Library, words: Words) -> dict[str, str]:
    """Explain every rule these remarks rest on, once."""
    found = (library.rule_of(code) for code in dict.fromkeys(one.code for one in remarks))
    return {written(id): _rule(id, words) for id in dict.fromkeys(rule["rule"] for rule in found if rule)}


@line
def _rule(id: str, words: Words) -> dict[str, str]:
    return {"title": words(f"rules.{id}.title"), "text": words(f"rules.{id}.text")}


def sentence(one: Remark, words: Words) -> str:
    """Write a remark out."""
    return words(f"remarks.{one.code}", **_values(one, words))


def _values(one: Remark, words: Words) -> dict[str, object]:
    values: dict[str, object] = {**one.values, "field": label(one.path, words)}
    for name, said in one.values.items():
        if name in TERMS:
            values[name] = words.term(TERMS[name], said)
        elif name in DATES:
            values[name] = words.date(said)
        elif name == "count":
            values[name] = int(said)
        elif name == "supports":
            values[name] = " · ".join(words.term("supports", id) for id in said.split(","))
        elif name == "letters":
            values[name] = " ".join(words(f"reasons.smart.{letter}") for letter in said.split(","))
    return values


def failure(error: PlannerError, words: Words | None) -> dict[str, Any]:
    """Write out why a call could not be answered; before there are words, the code has to do.

    For a file that is no plan `places` has a sentence for each place that is wrong.
    """
    if words is None or not words.has(f"errors.{error.code}"):
        return {"code": error.code, "where": error.where, "sentence": error.code, "places": []}
    values = {"field": label(error.where, words), "where": error.where, **error.values}
    places = [sentence(one, words) for one in error.remarks] if isinstance(error, NotAPlan) else []
    text = words(f"errors.{error.code}", **values)
    return {"code": error.code, "where": error.where, "sentence": text, "places": places}
