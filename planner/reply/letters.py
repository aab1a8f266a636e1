"""Takes the View of the supplier's copy; gives the letters the page can offer, each with what it can be about."""

from __future__ import annotations

from typing import Any

from planner.advice.view import View
from planner.reply.texts import numbered
from planner.words import Words


def letters(view: View, words: Words) -> list[dict[str, Any]]:
    """Give name and use of each letter; what it can be about has a number and a title, the plan as a whole has none."""
    said = numbered(view, words)
    return [
        {
            "id": letter.id,
            "title": words(f"letters.{letter.id}.title"),
            "use": words(f"letters.{letter.id}.use"),
            "about": [
                {"number": one.number, "title": said.get(one.number) if one.number else None} for one in letter.about
            ],
        }
        for letter in view.letters
    ]
