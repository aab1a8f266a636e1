"""Takes what was noted between two plans; gives the changes of a review, in words both parties read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.advice.recording import Noted
from planner.library import Library
from planner.plan import ReviewChange
from planner.reply.labels import label
from planner.words import Words

PATHS = {
    "areas": "policy.areas", "risks": "chain.risks", "follow_ups": "programme.follow_ups",
    "deviations": "programme.follow_ups.deviations",
}  # fmt: skip
"""Where a part is asked on the page; elsewhere under its own name."""


def changes(found: list[Noted], library: Library, words: Words) -> list[ReviewChange]:
    """Give each change as the place and both values, in words."""
    return [_change(one, library, words) for one in found]


def _change(one: Noted, library: Library, words: Words) -> ReviewChange:
    name = title(one.part, one.row, library, words)
    if one.field is None:
        return ReviewChange(path=name, old=None, new=words(f"reasons.recorded.{one.new}"))
    place = label(f"{PATHS.get(one.part, one.part)}.{one.field}", words)
    old, new = (_said(value, one.vocabulary, words) for value in (one.old, one.new))
    return ReviewChange(path=f"{name} · {place}", old=old, new=new)


def title(part: str, row: Mapping[str, Any], library: Library, words: Words) -> str:
    """Give the row's own words, else the library's; areas have the library's alone."""
    if part == "areas":
        return words(f"areas.{row['id']}.title") if words.has(f"areas.{row['id']}.title") else str(row["id"])
    if part == "follow_ups":
        return row["supplier"] or str(row["id"])
    if row.get("text"):
        return str(row["text"])
    if part == "actions" and row.get("measure") in library.measures:
        return words(f"measures.{row['measure']}.title")
    topic = library.topic_of_sign(row.get("sign"))
    return words(f"topics.{topic}.signs.{row['sign']}") if topic else words.term("topics", row.get("topic"))


def _said(value: Any, vocabulary: str, words: Words) -> str | None:
    if value is None:
        return None
    if vocabulary == "date":
        return words.date(value)
    if vocabulary == "percent":
        return f"{value} %"
    return words.term(vocabulary, value) if vocabulary else str(value)
