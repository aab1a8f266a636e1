"""Takes the View and words; gives its dates as all-day calendar entries (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from planner.advice.view import ActionView, Event, EventKind, View
from planner.documents import subjects, tables
from planner.documents.base import Brand
from planner.documents.voice import Phrase, Voice, flat, headline
from planner.shape import is_day
from planner.vocabularies import WITHDRAWN
from planner.words import Words

PRODUCT = "-//action-plan//planner//EN"
"""The same for every brand, as the UIDs are: two copies of one plan are one plan."""
LINE = 75
"""Octets a line may have before it is folded (RFC 5545, 3.1)."""
DAY_BEFORE, WEEK_BEFORE = "-PT15H", "-P6DT15H"
"""Before midnight of the day: at nine in the morning."""
REMIND: Mapping[EventKind, str] = {
    "milestone": DAY_BEFORE, "answer": DAY_BEFORE, "follow-up": WEEK_BEFORE, "due": WEEK_BEFORE,
    "effectiveness": WEEK_BEFORE, "report": WEEK_BEFORE, "deviation": WEEK_BEFORE,
}  # fmt: skip


def write(view: View, words: Words, brand: Brand, second: Words | None = None) -> bytes:
    """Give the calendar. A new revision of the plan changes the entries of the one before instead of adding to them."""
    voice = Voice(words, second, view.plan["language"])
    title = view.plan["title"]
    name = (
        voice.each(lambda one: one("documents.calendar.name", title=headline(title)))
        if title
        else tables.plan_title(view, voice)
    )
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{escape(flat(name))}")
    lines.append(f"X-WR-CALDESC:{escape(' · '.join((brand['name'], *brand['footer'])))}")
    lines.append(f"X-APPLE-CALENDAR-COLOR:{brand['accent'].upper()}")
    for event in view.events:
        lines += _entry(view, event, voice)
    for action in view.actions:
        if action.record["status"] == WITHDRAWN:
            lines += _cancelled(view, action, voice)
    if not view.events:
        lines += _undated(view, voice)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold(line)}\r\n" for line in lines).encode()


def _entry(view: View, event: Event, voice: Voice) -> Iterator[str]:
    whole = event.action if event.milestone is None else None
    what = tables.action_title(whole, voice) if whole else subjects.event_what(view, event, voice)
    summary = _said(voice, f"documents.calendar.{event.kind}", what)
    if event.done:
        summary = _said(voice, "documents.calendar.done", what or summary)
    remind = None if event.done else REMIND[event.kind]
    yield from _all_day(view, event.id, event.date, flat(summary), "\n".join(_description(view, event, voice)), remind)


def _cancelled(view: View, action: ActionView, voice: Voice) -> Iterator[str]:
    """Take the dates of a withdrawn action out of the calendars an earlier revision put them into."""
    record = action.record
    dates = [(f"{record['id']}-due", record["due"]), (f"{record['id']}-effectiveness", record["effectiveness"]["due"])]
    dates += [(f"{record['id']}-{one.record['id']}", one.record["due"]) for one in action.milestones]
    for id, due in dates:
        if is_day(due):
            yield from _all_day(view, id, str(due), flat(tables.action_title(action, voice)), "", None, "CANCELLED")


def _said(voice: Voice, key: str, what: Phrase) -> Phrase:
    """Say a sentence about something in each language; what was typed once is said in both."""
    in_each = {run.language: run.text for run in what} if len(what) == len(voice.all) else {}
    only = what[0].text if what else ""
    return voice.each(lambda words: words(key, what=in_each.get(words.language, only)))


def _description(view: View, event: Event, voice: Voice) -> Iterator[str]:
    action = event.action
    if action:
        record = action.record
        owner = voice.typed(record["owner"]) or voice.missing()
        yield f"{action.number}: {flat(tables.action_title(action, voice))}"
        yield _fact(voice, "side", voice.term("sides", record["side"]))
        yield _fact(voice, "owner", owner)
        yield _fact(voice, "verification", voice.term("verification", record["verification"]) or voice.missing())
    for side in view.parties:
        organisation = voice.typed(view.plan[side]["organisation"])  # type: ignore[literal-required]
        if organisation:
            yield f"{flat(tables.side_label(view, side, voice))}: {flat(organisation)}"
    yield flat(voice.say("common.revision", revision=view.plan["revision"]))


def _fact(voice: Voice, label: str, value: Phrase) -> str:
    return f"{flat(voice.say(f'labels.{label}'))}: {flat(value)}"


def _undated(view: View, voice: Voice) -> Iterator[str]:
    """Remind of what is missing: a calendar has at least one entry, and a plan without dates is not one yet."""
    yield from _all_day(view, "undated", view.day.isoformat(), flat(voice.say("calendar.undated")), "", None)


def _all_day(
    view: View, id: str, day: str, summary: str, text: str, remind: str | None, status: str = "CONFIRMED"
) -> Iterator[str]:
    first = date.fromisoformat(day)
    yield "BEGIN:VEVENT"
    yield f"UID:{escape(view.plan['id'])}/{escape(id)}@action-plan"
    yield f"DTSTAMP:{_compact(view.day)}T000000Z"
    yield f"SEQUENCE:{view.plan['revision']}"
    yield f"DTSTART;VALUE=DATE:{_compact(first)}"
    if first < date.max:
        yield f"DTEND;VALUE=DATE:{_compact(first + timedelta(days=1))}"
    yield f"SUMMARY:{escape(summary)}"
    if text:
        yield f"DESCRIPTION:{escape(text)}"
    yield f"STATUS:{status}"
    yield "TRANSP:TRANSPARENT"
    if remind:
        yield from (
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{escape(summary)}",
            f"TRIGGER:{remind}",
            "END:VALARM",
        )
    yield "END:VEVENT"


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def escape(text: str) -> str:
    """Write a text as RFC 5545 wants it (3.3.11)."""
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n").replace("\t", " ")


def fold(line: str) -> str:
    """Break a line into lines of at most 75 octets, never inside a character."""
    rest = line.encode()
    if len(rest) <= LINE:
        return line
    parts, most = [], LINE
    while rest:
        end = most
        while end < len(rest) and rest[end] & 0xC0 == 0x80:  # goes on with a character
            end -= 1
        parts.append(rest[:end])
        rest, most = rest[end:], LINE - 1  # less the space a line goes on with
    return b"\r\n ".join(parts).decode()
