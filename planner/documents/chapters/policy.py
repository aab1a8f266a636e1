"""Takes the View; gives who answers for a policy, where its areas stand, and what is published."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import AreaView, View
from planner.documents import subjects
from planner.documents.blocks import Block, Facts, Heading, Lines, Paragraph, Table
from planner.documents.chapters.parts import asked_for, columns, empty_rows, or_gap, rows_or_gap, to_tick
from planner.documents.voice import Voice, toned
from planner.vocabularies import VOCABULARIES

MISSING = ("no", "partly")


def policy(view: View, voice: Voice) -> Iterator[Block]:
    found = view.plan["policy"]
    yield Heading(1, voice.say("headings.policy"))
    yield Facts(
        (
            asked_for(voice, "management", voice.typed(found["management"])),
            asked_for(voice, "board", voice.typed(found["board"])),
            asked_for(voice, "approved", voice.date(found["approved"])),
            asked_for(voice, "revised", voice.date(found["revised"])),
        )
    )


def areas(view: View, voice: Voice) -> Iterator[Block]:
    """Give every area; a blank plan says what "in place" means, and leaves the choice to be marked."""
    yield Heading(1, voice.say("headings.areas"))
    yield Paragraph(voice.say("sentences.areas"), keep=True)
    if view.blank:
        named = columns(voice, number=7, area=50, standing=18, area_evidence=25)
        rows = tuple(_to_mark(area, voice) for area in view.areas)
    else:
        named = columns(voice, number=7, area=30, standing=18, area_evidence=33, actions=12)
        rows = tuple(_area(area, voice) for area in view.areas)
    yield Table(voice.say("headings.areas"), named, rows, titled=True)


def _to_mark(area: AreaView, voice: Voice) -> tuple[Lines, ...]:
    about = toned(voice.known(f"areas.{area.id}.about"), "hint")
    boxes = tuple(to_tick(voice.term("standings", id)) for id in reversed(VOCABULARIES["standings"]))
    return (
        (voice.typed(area.number),),
        (subjects.area_title(area, voice), about),
        boxes,
        (),
    )


def _area(area: AreaView, voice: Voice) -> tuple[Lines, ...]:
    missing = area.record is not None and area.record["standing"] in MISSING
    answered = voice.typed(", ".join(area.actions))
    return (
        (voice.typed(area.number),),
        (subjects.area_title(area, voice),),
        (subjects.standing(area, voice),),
        (voice.typed(area.record and area.record["evidence"]),),
        or_gap(voice, answered) if missing else (answered,),
    )


def publications(view: View, voice: Voice) -> Iterator[Block]:
    yield Heading(1, voice.say("headings.publications"))
    yield Paragraph(voice.say("sentences.publications"), keep=True)
    named = columns(voice, what=28, where=22, when=18, not_yet=32)
    rows = [
        (
            or_gap(voice, voice.typed(one["what"])),
            or_gap(voice, voice.typed(one["where"])),
            or_gap(voice, voice.date(one["when"])),
            (voice.typed(one["not_yet"]),),
        )
        for one in view.plan["policy"]["publications"]
    ]
    filled = empty_rows(4, 4) if view.blank else rows_or_gap(voice, rows, 4)
    yield Table(voice.say("headings.publications"), named, filled, titled=True)
