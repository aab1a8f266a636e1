"""Takes the entries of a portfolio; gives what the page and the terminal show of it, every sentence written out."""

from __future__ import annotations

from datetime import date
from typing import Any

from planner.advice.portfolio import Entry, Pending, programme
from planner.plan import Plan
from planner.reply.texts import action_title, finding_title
from planner.words import Words

NEVER = "9999"


def portfolio(entries: list[Entry], today: date, words: Words) -> dict[str, Any]:
    """Give a row for each plan in the order opened; what is late and open by date; and the programme to start from."""
    late = [_late(one, place, words) for one in entries for place in range(len(one.late))]
    deviations = [_pending(one, found, words) for one in entries for found in one.pending]
    return {
        "rows": [_row(one, words) for one in entries],
        "late": sorted(late, key=_due),
        "deviations": sorted(deviations, key=_due),
        "programme": _programme(entries, today, words),
    }


def _row(one: Entry, words: Words) -> dict[str, Any]:
    plan = one.view.plan
    return {
        "name": one.name,
        "title": plan["title"],
        "supplier": plan["supplier"]["organisation"],
        "kind": plan["kind"],
        "kind_title": words.term("kinds", plan["kind"]),
        "percent": one.view.figures.percent,
        "late": len(one.late) + sum(found.late for found in one.pending if found.view is None),
        "open": one.open,
        "critical": one.critical,
        "next": one.next,
        "next_text": words.date(one.next),
        "light": one.light,
        "light_title": words.term("lights", one.light),
    }


def _late(one: Entry, place: int, words: Words) -> dict[str, Any]:
    action = one.late[place]
    due = action.record["due"]
    return {
        "plan": one.name,
        "number": action.number,
        "title": action_title(action, words),
        "due": due,
        "due_text": words.date(due),
        "owner": action.record["owner"],
    }


def _pending(one: Entry, found: Pending, words: Words) -> dict[str, Any]:
    due = found.record["due"]
    return {
        "plan": one.name, "title": _title(found, words), "due": due, "due_text": words.date(due), "late": found.late,
    }  # fmt: skip


def _title(found: Pending, words: Words) -> str:
    if found.view:
        return finding_title(found.view.record, words, found.view.sign)
    return found.record["text"] or words.term("topics", found.record["topic"])


def _programme(entries: list[Entry], today: date, words: Words) -> Plan:
    """Give the programme; a deviation from a finding nobody described takes the words the finding goes by."""
    plan = programme(entries, words.language, today)
    rows = iter(plan["programme"]["follow_ups"])
    for one in entries:
        for follow_up, row in zip(one.follow_ups, rows, strict=False):
            said = {found.record["id"]: _title(found, words) for found in one.pending if found.view}
            for deviation, own in zip(follow_up["deviations"], row["deviations"], strict=True):
                own["text"] = own["text"] or said.get(deviation["id"])
    return plan


def _due(row: dict[str, Any]) -> str:
    return row["due"] or NEVER
