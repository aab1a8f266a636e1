"""Takes the View; gives a year of follow-up: who organises it, each light, what closing lacks, what changed."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import DeviationView, OpenedView, View
from planner.documents import subjects, tables
from planner.documents.blocks import Block, Facts, Heading, Items, Lines, Paragraph, Table
from planner.documents.chapters.parts import asked_for, columns, empty_rows, or_gap, rows_or_gap, to_tick
from planner.documents.voice import Phrase, Voice, toned
from planner.vocabularies import VOCABULARIES


def organisation(view: View, voice: Voice) -> Iterator[Block]:
    found = view.plan["programme"]
    yield Heading(1, voice.say("headings.programme"))
    yield Facts(
        (
            asked_for(voice, "year", voice.number(found["year"])),
            asked_for(voice, "steering", voice.typed(found["steering"])),
        )
    )
    yield Heading(2, voice.say("headings.coordinators"))
    people = [
        (
            or_gap(voice, voice.typed(one["name"]), voice.typed(one["role"])),
            or_gap(voice, voice.typed(one["area"])),
        )
        for one in found["coordinators"]
    ]
    named = columns(voice, name=45, coordinator_area=55)
    filled = empty_rows(4, 2) if view.blank else rows_or_gap(voice, people, 2)
    yield Table(voice.say("headings.coordinators"), named, filled, titled=True)
    yield Heading(2, voice.say("headings.categories"))
    categories = [
        (
            or_gap(voice, voice.typed(one["name"])),
            or_gap(voice, voice.typed(one["risks"])),
            (tables.severity(one["priority"], voice),),
        )
        for one in found["categories"]
    ]
    named = columns(voice, category=28, category_risks=54, priority=18)
    filled = empty_rows(4, 3) if view.blank else rows_or_gap(voice, categories, 3)
    yield Table(voice.say("headings.categories"), named, filled, titled=True)


def lights(view: View, voice: Voice) -> Iterator[Block]:
    yield Heading(1, voice.say("headings.lights"))
    yield Paragraph(voice.say("sentences.lights"), keep=True)
    named = columns(voice, supplier=21, method=21, light=16, deviations=27, shared_with=15)
    rows = [_light(one, voice) for one in view.opened]
    filled = empty_rows(8, 5) if view.blank else rows_or_gap(voice, rows, 5)
    yield Table(voice.say("headings.lights"), named, filled, titled=True, wide=True)


def _light(one: OpenedView, voice: Voice) -> tuple[Lines, ...]:
    record = one.record
    pending = (deviation for deviation in one.deviations if not deviation.record["closed"])
    return (
        or_gap(voice, voice.typed(record["supplier"]), voice.typed(record["category"])),
        or_gap(voice, voice.term("verification", record["method"]), voice.date(record["date"])),
        (subjects.light(one.light, voice),),
        tuple(line for deviation in pending for line in _deviation(deviation, voice)),
        tuple(voice.typed(other) for other in record["shared_with"]),
    )


def _deviation(deviation: DeviationView, voice: Voice) -> tuple[Phrase, ...]:
    due = deviation.record["due"]
    by = voice.each(lambda words: words("documents.common.by-date", date=words.date(due))) if due else voice.missing()
    text = tables.short(subjects.deviation_text(deviation, voice))
    late = voice.say("common.late", "late") if deviation.late else ()
    return tables.numbered(deviation.number, text), toned(by, "late") if deviation.late else by, late


def closing_list(view: View, voice: Voice) -> Iterator[Block]:
    """Give per follow-up what closing it still lacks; there is nothing to close where nothing was examined."""
    pending = [one for one in view.opened if not one.record["closed"] and one.light != "grey"]
    if not pending and not view.blank:
        return
    yield Heading(1, voice.say("headings.closing-list"))
    yield Paragraph(voice.say("sentences.closing-list"), keep=True)
    if view.blank:
        yield Items(voice.terms("closing", VOCABULARIES["closing"]))
        return
    rows = tuple(
        (
            or_gap(voice, voice.typed(one.record["supplier"])),
            tuple(to_tick(voice.term("closing", id)) for id in one.to_do),
        )
        for one in pending
    )
    yield Table(voice.say("headings.closing-list"), columns(voice, supplier=32, lacking=68), rows, titled=True)


def effects(view: View, voice: Voice) -> Iterator[Block]:
    found = view.plan["programme"]["effects"]
    if not found and not view.blank:
        return
    yield Heading(1, voice.say("headings.effects"))
    rows = tuple(
        (or_gap(voice, voice.typed(one["text"])), or_gap(voice, voice.typed(one["shown_by"]))) for one in found
    )
    filled = empty_rows(3, 2) if view.blank else rows
    yield Table(voice.say("headings.effects"), columns(voice, effect=58, shown_by=42), filled, titled=True)
