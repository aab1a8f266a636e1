"""Takes the View; gives how and when the plan is followed up."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import Event, View
from planner.documents import subjects
from planner.documents.blocks import Block, Facts, Heading, Lines, Table
from planner.documents.chapters.parts import asked_for, columns, empty_rows, if_known, or_gap
from planner.documents.voice import Voice

SHOWN = ("follow-up", "effectiveness", "answer", "report", "deviation")
"""Deadlines and milestones stand with their actions."""


def follow_up(view: View, voice: Voice) -> Iterator[Block]:
    agreement = view.plan["agreement"]
    yield Heading(1, voice.say("headings.follow-up"))
    yield Facts(
        (
            asked_for(voice, "channel", *voice.terms("channels", agreement["channel"])),
            asked_for(voice, "every", voice.term("rhythms", agreement["every"])),
            asked_for(voice, "first", voice.date(agreement["first"])),
            *if_known(voice, "until", voice.date(agreement["until"])),
            asked_for(voice, "report-contains", *voice.terms("report_contains", agreement["report_contains"])),
            asked_for(voice, "authority-agreement", voice.typed(agreement["authority"])),
            *if_known(voice, "agreement-text", voice.typed(agreement["text"])),
        )
    )
    events = [event for event in view.events if event.kind in SHOWN and not event.done]
    if events or view.blank:
        yield Heading(2, voice.say("headings.dates"))
        named = columns(voice, date=20, kind=22, action=33, owner=25)
        rows = tuple(_row(view, event, voice) for event in events)
        yield Table(voice.say("headings.dates"), named, empty_rows(4, 4) if view.blank else rows, titled=True)


def _row(view: View, event: Event, voice: Voice) -> tuple[Lines, ...]:
    action = event.action
    by = action and (action.record["effectiveness"]["by"] or action.record["owner"])
    date = voice.date(event.date)
    return (
        (date, voice.say("common.late", "late")) if event.late else (date,),
        (voice.say(f"dates.{event.kind}"),),
        (subjects.event_what(view, event, voice),),
        () if action is None else or_gap(voice, voice.typed(by)),
    )
