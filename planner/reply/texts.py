"""Takes rows of a View; gives the text each goes by: what was typed, else the library's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.advice.view import ActionView, AreaView, FindingView, MilestoneView, RiskView, View
from planner.plan import Finding
from planner.remembering import remembered
from planner.reply.lines import written
from planner.words import Words


def action_title(action: ActionView, words: Words) -> str:
    """Give an action's text."""
    if action.record["text"] is None and action.measure:
        return words(f"measures.{action.measure}.title")
    return action.record["text"] or ""


def milestone_title(one: MilestoneView, words: Words) -> str:
    """Give a milestone's text."""
    if one.record["text"] is None and one.measure:
        return words(f"measures.{one.measure}.milestones.{one.record['id']}")
    return one.record["text"] or ""


def finding_title(finding: Finding, words: Words, sign: str | None = None) -> str:
    """Give what a finding is about: its text, its risk sign, else its topic. `sign` is the key of the sign's words."""
    return finding["text"] or (words(f"topics.{sign}") if sign else words.term("topics", finding["topic"]))


def area_title(area: AreaView, words: Words) -> str:
    """Give an area's name; an area of a newer library goes by its id."""
    return words(f"areas.{area.id}.title") if area.known else area.id


def risk_title(risk: RiskView, words: Words) -> str:
    """Give a risk's text, else its topic and product."""
    record = risk.record
    parts = (words.term("topics", record["topic"]), record["product"] or "")
    return record["text"] or " · ".join(part for part in parts if part)


def titles(view: View, words: Words) -> dict[str, tuple[str, str]]:
    """Give number and title of all that actions can answer, by place: two may share an id, and are then remarked on."""
    found = {f"findings[{one.place}]": (one.number, _of(one, words)) for one in view.findings}
    found |= {f"{view.section}.areas[{one.place}]": (one.number, area_title(one, words)) for one in view.areas}
    found |= {f"chain.risks[{one.place}]": (one.number, risk_title(one, words)) for one in view.risks}
    for opened in view.opened:
        for place, one in enumerate(opened.deviations):
            said = one.record["text"] or words.term("topics", one.record["topic"])
            parts = (opened.record["supplier"] or "", said)
            path = f"programme.follow_ups[{opened.place}].deviations[{place}]"
            found[path] = (one.number, " · ".join(part for part in parts if part))
    return found


def numbered(view: View, words: Words) -> dict[str, str]:
    """Give the title of everything that has a number, by it: `A1`, `S2`, `D3`."""
    said = {one.number: action_title(one, words) for one in view.actions}
    said |= {one.number: one.record["text"] or words.term("topics", one.record["topic"]) for one in view.signals}
    said |= {one.number: words.term("ladder", one.record["step"]) for one in view.steps}
    return said | dict(titles(view, words).values())


def _of(view: FindingView, words: Words) -> str:
    return finding_title(view.record, words, view.sign)


def library_texts(view: View, words: Words) -> Iterator[tuple[str, str]]:
    """Give, by path, the library's words for every text of a finding or an action that nobody has typed, as JSON."""
    for finding in view.findings:
        if finding.sign:
            yield written(f"findings[{finding.place}].text"), written(words(f"topics.{finding.sign}"))
    for action in view.actions:
        yield from _texts(action, words)


@remembered
def _texts(action: ActionView, words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((written(path), written(text)) for path, text in _texts_of(action, words))


def _texts_of(action: ActionView, words: Words) -> Iterator[tuple[str, Any]]:
    if action.measure is None:
        return
    path, key = f"actions[{action.place}]", f"measures.{action.measure}"
    if action.record["text"] is None:
        yield f"{path}.text", words(f"{key}.title")
    if not action.record["evidence"]:
        yield f"{path}.evidence", list(words.list(f"{key}.evidence"))
    for place, one in enumerate(action.milestones):
        if one.measure and one.record["text"] is None:
            yield f"{path}.milestones[{place}].text", milestone_title(one, words)
    for place, indicator in enumerate(action.indicators):
        if indicator.measure and indicator.record["name"] is None:
            yield f"{path}.indicators[{place}].name", words(f"{key}.indicator")
