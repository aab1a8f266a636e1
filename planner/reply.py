"""Takes a View, suggestions and words; gives what the page shows, as plain JSON with every sentence written out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from planner.advice.suggestions import Suggestion
from planner.advice.view import ActionView, Event, FindingView, View
from planner.errors import NotAPlan, PlannerError, Remark
from planner.library import Library
from planner.plan import Plan
from planner.shape import mark_at
from planner.words import Words

STEPS = {
    "findings": "findings", "strengths": "findings", "actions": "actions", "no_buyer_action_reason": "actions",
    "agreement": "follow-up", "benefits": "follow-up", "incentives": "follow-up", "obstacles": "follow-up",
    "supports": "follow-up", "title": "start",
}  # fmt: skip
"""The step of the page on which a part of the plan is asked; all else is who and why."""


def advice(view: View, suggestions: list[Suggestion], library: Library, words: Words) -> dict[str, Any]:
    """Give everything the page shows beside what was typed."""
    return {
        "findings": [_finding(finding, words) for finding in view.findings],
        "suggestions": [_suggestion(one, view, words) for one in suggestions],
        "texts": dict(library_texts(view, words)),
        "remarks": [remark(one, library, words) for one in view.remarks],
        "follow_ups": [{"date": one, "text": words.date(one)} for one in view.follow_ups],
        "timeline": [_event(event, words) for event in view.events],
        "figures": {
            "findings": view.figures.findings,
            "actions": view.figures.actions,
            "done": view.figures.done,
            "late": view.figures.late,
            "percent": view.figures.percent,
            "by_level": view.figures.by_level,
            "by_status": view.figures.by_status,
            "by_side": view.figures.by_side,
            "by_standing": view.figures.by_standing,
            "by_light": view.figures.by_light,
        },
    }


def _finding(view: FindingView, words: Words) -> dict[str, Any]:
    return {
        "index": view.index,
        "number": view.number,
        "level": view.level,
        "title": words.term("levels", view.level),
        "why": list(why(view, words)),
        "asked": [words(f"reasons.asked.{code}") for code in view.asked if words.has(f"reasons.asked.{code}")],
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


def _suggestion(one: Suggestion, view: View, words: Words) -> dict[str, Any]:
    key = f"measures.{one.measure}"
    answers = " · ".join(dict.fromkeys(_answer(path, view, words) for path in one.because))
    return {
        "finding": one.finding,
        "measure": one.measure,
        "side": one.side,
        "nature": one.nature,
        "due": one.due,
        "milestones": [{"id": id, "due": due, "text": words(f"{key}.milestones.{id}")} for id, due in one.milestones],
        "verification": one.verification,
        "unit": one.unit,
        "target": one.target,
        "indicator": words(f"{key}.indicator") if one.unit else None,
        "effectiveness": one.effectiveness,
        "because": list(one.because),
        "title": words(f"{key}.title"),
        "how": words(f"{key}.how"),
        "check": words(f"{key}.check"),
        "why": words("reasons.because", answers=answers),
        "safeguard": words(f"{key}.safeguard") if one.safeguard else None,
    }


def _answer(path: str, view: View, words: Words) -> str:
    """Put the answer at a path into words: `findings[0].scale` → “How grave …: Serious”."""
    found: Any = view.plan
    for part in re.findall(r"\w+", path):
        found = found[int(part)] if part.isdigit() else found[part]
    vocabulary = mark_at(path, Plan)
    if vocabulary == "score":
        vocabulary = path.rsplit(".", 1)[-1]
    said = words.term(vocabulary, str(found))
    if vocabulary in ("topics", "positions", "states", "spreads"):
        return said
    return f"{label(path, words)}{'' if label(path, words).endswith('?') else ':'} {said}"


def library_texts(view: View, words: Words) -> Iterator[tuple[str, Any]]:
    """Give, by path, the library's words for every text of an action that nobody has typed."""
    for finding in view.findings:
        if finding.sign:
            yield f"findings[{finding.index}].text", words(f"topics.{finding.sign}")
    for action in view.actions:
        if action.measure is None:
            continue
        path, key = f"actions[{action.index}]", f"measures.{action.measure}"
        if action.record["text"] is None:
            yield f"{path}.text", words(f"{key}.title")
        if not action.record["evidence"]:
            yield f"{path}.evidence", list(words.list(f"{key}.evidence"))
        for place, one in enumerate(action.milestones):
            if one.measure and one.record["text"] is None:
                yield f"{path}.milestones[{place}].text", words(f"{key}.milestones.{one.record['id']}")
        for place, indicator in enumerate(action.indicators):
            if indicator.measure and indicator.record["name"] is None:
                yield f"{path}.indicators[{place}].name", words(f"{key}.indicator")


def remark(one: Remark, library: Library, words: Words) -> dict[str, Any]:
    """Write a remark out, with the step of the page its field is on and the standard it rests on."""
    return {
        "code": one.code,
        "path": one.path,
        "step": STEPS.get(re.split(r"[.\[]", one.path)[0], "who"),
        "weight": one.weight,
        "sentence": sentence(one, words),
        "references": library.references(one.code),
    }


def sentence(one: Remark, words: Words) -> str:
    """Write a remark out."""
    values = {**one.values, "field": label(one.path, words)}
    for name, vocabulary in (("level", "levels"), ("other", "levels"), ("side", "sides")):
        if name in values:
            values[name] = words.term(vocabulary, values[name])
    for name in ("end", "month"):
        if name in values:
            values[name] = words.date(values[name])
    return words(f"remarks.{one.code}", **values)


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


def label(path: str, words: Words) -> str:
    """Give the name a field has on the page; a place without one goes by its path."""
    key = re.sub(r"\[\d+\]", "", path)
    for found in (f"form.fields.{key}.label", f"form.groups.{key.replace('_', '-')}.title"):
        if words.has(found):
            return words(found)
    return path


def _event(event: Event, words: Words) -> dict[str, Any]:
    return {
        "date": event.date,
        "text": words.date(event.date),
        "kind": event.kind,
        "number": event.action.number if event.action else None,
        "title": _title(event, words),
        "done": event.done,
        "late": event.late,
    }


def _title(event: Event, words: Words) -> str:
    if event.milestone is not None and event.action is not None:
        record = event.milestone.record
        if record["text"] is None and event.milestone.measure:
            return words(f"measures.{event.milestone.measure}.milestones.{record['id']}")
        return record["text"] or ""
    return action_title(event.action, words) if event.action else ""


def action_title(action: ActionView, words: Words) -> str:
    """Give an action's text: what was typed, else the library's title."""
    if action.record["text"] is None and action.measure:
        return words(f"measures.{action.measure}.title")
    return action.record["text"] or ""
