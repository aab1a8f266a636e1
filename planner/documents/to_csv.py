"""Takes the View and words; gives one row for each action, for spreadsheets and other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from planner.advice.view import ActionView, View
from planner.documents import tables
from planner.documents.base import Brand
from planner.documents.voice import Phrase, Voice, flat
from planner.words import Words

COLUMNS = (
    "number", "findings", "topic", "severity", "side", "nature", "action", "how", "owner", "start", "due", "status",
    "percent", "closed", "milestones", "indicators", "verification", "evidence", "support", "note",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""With these a cell would start to calculate in a spreadsheet."""


def write(view: View, words: Words, brand: Brand, second: Words | None = None) -> bytes:  # noqa: ARG001
    """Give the table: semicolons, UTF-8 with a mark so that Excel reads it right, dates as ISO writes them."""
    voice = Voice(words, second, view.plan["language"])
    buffer = io.StringIO(newline="")
    table = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    # Tables of several plans are put together elsewhere, so each row says whose it is.
    supplier = view.plan["supplier"]["organisation"] or ""
    names = [voice.say("headings.supplier"), *(voice.say(f"labels.{column}") for column in COLUMNS)]
    table.writerow([safe(flat(name)) for name in names])
    for action in view.actions:
        table.writerow([safe(cell) for cell in (supplier, *_row(action, voice))])
    return buffer.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _row(action: ActionView, voice: Voice) -> tuple[str, ...]:
    record = action.record
    milestones = (
        (one.record["due"] or "", flat(tables.milestone_text(one, voice)), one.record["done"] or "")
        for one in action.milestones
    )
    return (
        action.number,
        ", ".join(action.answers),
        _list(voice.term("topics", topic) for topic in action.topics),
        flat(tables.severity(action.level, voice)) if action.level else "",
        flat(voice.term("sides", record["side"])),
        flat(voice.term("natures", record["nature"])),
        flat(voice.typed(record["text"]) or tables.measure(voice, action.measure, "title")),
        "" if record["text"] else flat(tables.action_how(action, voice)),
        record["owner"] or "",
        record["start"] or "",
        record["due"] or "",
        flat(voice.term("statuses", record["status"])),
        "" if record["percent"] is None else str(record["percent"]),
        record["closed"] or "",
        " | ".join(" ".join(part for part in parts if part) for parts in milestones),
        _list(tables.indicator_name(one, voice) for one in action.indicators),
        flat(voice.term("verification", record["verification"])),
        _list(tables.action_evidence(action, voice)),
        record["support"] or "",
        record["note"] or "",
    )


def _list(phrases: Iterable[Phrase]) -> str:
    return " | ".join(flat(phrase) for phrase in phrases)
