"""Takes areas, risks and opened follow-ups of a View; gives what the page shows beside each."""

from __future__ import annotations

from typing import Any

from planner.advice.view import AreaView, OpenedView, RiskView
from planner.reply.texts import area_title, risk_title
from planner.words import Words


def area(view: AreaView, words: Words) -> dict[str, Any]:
    """Give an area with the actions that answer it."""
    return {
        "id": view.id,
        "index": view.place,
        "number": view.number,
        "title": area_title(view, words),
        "standing": view.record["standing"] if view.record else None,
        "actions": list(view.actions),
    }


def risk(view: RiskView, words: Words) -> dict[str, Any]:
    """Give a risk with its level in words and the actions that answer it."""
    return {
        "index": view.place,
        "number": view.number,
        "level": view.record["severity"],
        "title": words.term("levels", view.record["severity"]),
        "subject": risk_title(view, words),
        "actions": list(view.actions),
    }


def opened(view: OpenedView, words: Words) -> dict[str, Any]:
    """Give the follow-up of a supplier with its light and what closing it still lacks."""
    return {
        "index": view.place,
        "light": view.light,
        "light_title": words.term("lights", view.light),
        "to_do": [{"id": id, "title": words.term("closing", id)} for id in view.to_do],
        "deviations": [{"number": one.number, "late": one.late} for one in view.deviations],
    }
