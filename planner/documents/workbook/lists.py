"""Takes the View and a book; adds the lists people work in: actions, milestones, findings and dates."""

from __future__ import annotations

from planner.advice.view import ActionView, FindingView, View
from planner.documents import subjects, tables
from planner.documents.voice import Voice, flat
from planner.documents.workbook.book import MORE_ROWS, Book, Column, day, stack, stacked

ACTIONS = (
    Column("number", 6),
    Column("action", 38, field="text"),
    Column("side", 13, choices="sides", field="side"),
    Column("owner", 20, field="owner"),
    Column("due", 12, "date", fill_in=True, field="due"),
    Column("status", 16, fill_in=True, choices="statuses", field="status"),
    Column("percent", 11, "percent", fill_in=True, field="percent"),
    Column("closed", 12, "date", fill_in=True, field="closed"),
    Column("note", 34, fill_in=True, field="note"),
    Column("severity", 12),
    Column("findings", 11),
    Column("verification", 20, choices="verification", field="verification"),
    Column("evidence", 36),
    Column("how", 64),
    Column("safeguard", 44),
    Column("nature", 18),
    Column("start", 12, "date"),
    Column("id", 10, hidden=True, field="id"),
)
MILESTONES = (
    Column("number", 6),
    Column("action", 38),
    Column("milestone", 48),
    Column("due", 13, "date"),
    Column("done", 13, "date", fill_in=True, field="done"),
    Column("id", 10, hidden=True, field="id"),
)
FINDINGS = (
    Column("number", 6),
    Column("finding", 46),
    Column("topic", 22),
    Column("severity", 13),
    Column("why", 40),
    Column("place", 26),
    Column("spread", 26),
    Column("root-causes", 34),
    Column("answered-by", 14),
)
DATES = (
    Column("date", 13, "date"),
    Column("kind", 20),
    Column("what", 52),
    Column("side", 16),
    Column("owner", 26),
    Column("done", 10),
)
CLOSED = ("done", "verified", "withdrawn")
BLANK_ROWS = 30


def actions(view: View, book: Book) -> None:
    """Add the list of actions: status, progress, deadline, closing and note are the reader's to fill in."""
    rows = [_action(action, book.voice) for action in view.actions]
    sheet = book.list("actions", ACTIONS, rows or [[""] * len(ACTIONS)] * BLANK_ROWS)
    due, status = _letter(ACTIONS, "due"), _letter(ACTIONS, "status")
    closed = ",".join(f'{status}2="{_quoted(book, one)}"' for one in CLOSED)
    late = f"=AND(ISNUMBER({due}2),{due}2<TODAY(),NOT(OR({closed})))"
    style = book.workbook.add_format({"bold": True, "font_color": "#9B1C1C"})
    sheet.conditional_format(1, 4, len(rows) + MORE_ROWS, 4, {"type": "formula", "criteria": late, "format": style})


def milestones(view: View, book: Book) -> None:
    """Add the list of milestones: the date each was reached is the reader's to fill in."""
    rows = [
        (
            action.number,
            stacked(tables.action_title(action, book.voice)),
            stacked(tables.milestone_text(one, book.voice)),
            day(one.record["due"]),
            day(one.record["done"]),
            f"{action.record['id']}/{one.record['id']}",
        )
        for action in view.actions
        for one in action.milestones
    ]
    book.list("milestones", MILESTONES, rows or [[""] * len(MILESTONES)] * BLANK_ROWS)


def findings(view: View, book: Book) -> None:
    """Add the list of findings, most severe first."""
    rows = [_finding(finding, book.voice) for finding in view.findings]
    book.list("findings", FINDINGS, rows or [[""] * len(FINDINGS)] * BLANK_ROWS)


def dates(view: View, book: Book) -> None:
    """Add every date of the plan in the order of time, milestones and deadlines included."""
    rows = []
    for event in view.events:
        action = event.action
        what = subjects.event_what(view, event, book.voice)
        rows.append((
            day(event.date),
            stacked(book.voice.say(f"dates.{event.kind}")),
            stacked(what),
            stacked(book.voice.term("sides", action.record["side"])) if action else "",
            action.record["owner"] if action else "",
            "✓" if event.done else "",
        ))  # fmt: skip
    book.list("follow-up", DATES, rows or [[""] * len(DATES)] * BLANK_ROWS)


def _action(action: ActionView, voice: Voice) -> list[object]:
    record = action.record
    percent = record["percent"]
    return [
        action.number,
        stacked(tables.action_text(action, voice)),
        flat(voice.term("sides", record["side"])),
        record["owner"],
        day(record["due"]),
        flat(voice.term("statuses", record["status"])),
        "" if percent is None else percent / 100,
        day(record["closed"]),
        record["note"],
        stacked(tables.severity(action.level, voice)) if action.level else "",
        ", ".join(action.answers),
        flat(voice.term("verification", record["verification"])),
        stack(tables.action_evidence(action, voice)),
        stacked(tables.action_how(action, voice)) if not record["text"] else "",
        stacked(tables.action_safeguard(action, voice)),
        stacked(voice.term("natures", record["nature"])),
        day(record["start"]),
        record["id"],
    ]


def _finding(finding: FindingView, voice: Voice) -> list[object]:
    record = finding.record
    extent = (
        voice.term("states", record["state"]),
        voice.term("spreads", record["spread"]),
        voice.typed(record["people"]),
    )
    return [
        finding.number,
        stacked(tables.finding_text(finding, voice)),
        stacked(voice.term("topics", record["topic"])),
        stacked(tables.severity(finding.level, voice)),
        stack(tables.reasons(finding, voice)),
        stack((voice.term("positions", record["position"]), voice.typed(record["site"]))),
        stack(extent),
        stack(tuple(tables.root_cause(one, voice) for one in record["root_causes"])),
        ", ".join(finding.actions) or stacked(voice.typed(record["no_action_reason"])),
    ]


def _letter(columns: tuple[Column, ...], field: str) -> str:
    return f"${chr(ord('A') + [column.field for column in columns].index(field))}"


def _quoted(book: Book, status: str) -> str:
    return flat(book.voice.term("statuses", status)).replace('"', '""')
