"""Takes a View, suggestions and words; gives what the page shows, as plain JSON with every sentence written out."""

from __future__ import annotations

from planner.advice.suggestions import Suggestion
from planner.advice.view import View
from planner.library import Library
from planner.reply import actions, course, findings, sections, texts
from planner.reply.changed import Sent
from planner.reply.letters import letters
from planner.reply.lines import Lines, Part, line, lines, listed, written
from planner.reply.portfolio import portfolio
from planner.reply.recorded import changes
from planner.reply.remarks import failure, remark, rules, sentence
from planner.reply.returned import incoming, refused, review_changes
from planner.reply.suggestions import measures, suggestions
from planner.words import Words

__all__ = [
    "Lines", "Sent", "advice", "changes", "failure", "incoming", "letters", "lines", "listed", "portfolio", "refused",
    "remark", "review_changes", "sentence",
]  # fmt: skip


def advice(view: View, found: list[Suggestion], library: Library, words: Words) -> dict[str, Part]:
    """Give everything the page shows beside what was typed; `index` is the place in the plan as typed.

    Each row is written out. What many rows would say alike stands once: of a topic, a measure, a rule, by its id.
    """
    return {
        "findings": [findings.finding(one, library, words) for one in view.findings],
        "topics": findings.topics(view.findings, library, words),
        "first_hours": findings.first_hours(library, words),
        "areas": [written(sections.area(one, words)) for one in view.areas],
        "risks": [written(sections.risk(one, words)) for one in view.risks],
        "opened": [written(sections.opened(one, words)) for one in view.opened],
        "signals": [written(course.signal(one, words)) for one in view.signals],
        "steps": [written(course.step(one, words)) for one in view.steps],
        "reviews": [written(course.review(one, words)) for one in view.reviews],
        "agenda": list(course.agenda(view, words)),
        "weigh": written(course.weigh(view, library, words)),
        "competition": written(words("rules.competition-law.text") if view.competing else None),
        "smart": list(actions.smart(view, words)),
        "suggestions": list(suggestions(found, view, words)),
        "measures": measures(found, library, words),
        "texts": dict(texts.library_texts(view, words)),
        "remarks": [remark_line(one, library, words) for one in view.remarks],
        "rules": rules(view.remarks, library, words),
        "follow_ups": [written({"date": one, "text": words.date(one)}) for one in view.follow_ups],
        "timeline": list(actions.timeline(view, words)),
        "figures": written(actions.figures(view)),
    }


remark_line = line(remark)
