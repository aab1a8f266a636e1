"""Takes a View, suggestions and words; gives what the page shows, as plain JSON with every sentence written out."""

from __future__ import annotations

from typing import Any

from planner.advice.suggestions import Suggestion
from planner.advice.view import View
from planner.library import Library
from planner.reply import actions, course, findings, sections, texts
from planner.reply.letters import letters
from planner.reply.portfolio import portfolio
from planner.reply.recorded import changes
from planner.reply.remarks import failure, remark, sentence
from planner.reply.returned import incoming, refused, review_changes
from planner.reply.suggestions import suggestions
from planner.words import Words

__all__ = [
    "advice", "changes", "failure", "incoming", "letters", "portfolio", "refused", "remark", "review_changes",
    "sentence",
]  # fmt: skip


def advice(view: View, found: list[Suggestion], library: Library, words: Words) -> dict[str, Any]:
    """Give everything the page shows beside what was typed; `index` is the place in the plan as typed."""
    return {
        "findings": [findings.finding(one, library, words) for one in view.findings],
        "areas": [sections.area(one, words) for one in view.areas],
        "risks": [sections.risk(one, words) for one in view.risks],
        "opened": [sections.opened(one, words) for one in view.opened],
        "signals": [course.signal(one, words) for one in view.signals],
        "steps": [course.step(one, words) for one in view.steps],
        "reviews": [course.review(one, words) for one in view.reviews],
        "agenda": course.agenda(view, words),
        "weigh": course.weigh(view, library, words),
        "competition": words("rules.competition-law.text") if view.competing else None,
        "smart": list(actions.smart(view, words)),
        "suggestions": suggestions(found, view, words),
        "texts": dict(texts.library_texts(view, words)),
        "remarks": [remark(one, library, words) for one in view.remarks],
        "follow_ups": [{"date": one, "text": words.date(one)} for one in view.follow_ups],
        "timeline": actions.timeline(view, words),
        "figures": actions.figures(view),
    }
