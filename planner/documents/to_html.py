"""Takes the View, words and brand; gives the plan as one page for reading, printing and PDF, without any script."""

from __future__ import annotations

from planner.advice.view import View
from planner.documents.base import Brand, Tell
from planner.documents.outline import followed, outline, progress
from planner.documents.page_text import PageText
from planner.documents.render import render
from planner.documents.tables import plan_title
from planner.documents.voice import Voice, flat, headline
from planner.words import Words


def write(view: View, words: Words, brand: Brand, second: Words | None = None, tell: Tell | None = None) -> bytes:
    """Give the page, UTF-8."""
    voice = Voice(words, second, view.plan["language"])
    steps = progress(view, tell)
    page = render(
        "html/plan.html",
        blocks=followed(tuple(followed(outline(view, voice), steps)), steps),
        brand=brand,
        language=words.language,
        text=PageText(words.language),
        title=headline(flat(plan_title(view, voice))),
        style=style(brand),
    )
    return page.encode("utf-8")


def style(brand: Brand) -> str:
    """Give the page's one style sheet, the same for every plan, so that a policy can allow it by its hash."""
    return render("html/plan.css", brand=brand)
