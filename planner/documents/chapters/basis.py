"""Takes the View; gives what the plan rests on: parties, contract, occasion, who took part, who was heard."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import View
from planner.documents import tables
from planner.documents.blocks import Block, Column, Facts, Heading, Paragraph, Table
from planner.documents.chapters.parts import Fact, asked_for, columns, empty_rows, if_known, or_gap, rows_or_gap
from planner.documents.voice import NOTHING, Voice


def basis(view: View, voice: Voice) -> Iterator[Block]:
    plan = view.plan
    together = len(view.parties) > 1
    yield Heading(1, voice.say("headings.basis" if together else "headings.basis-one"))
    yield _parties(view, voice) if together else _organisation(view, voice)
    yield Heading(2, voice.say("headings.background" if together else "headings.occasion"))
    trigger = plan["trigger"]
    yield Facts(
        (
            *(_contract(view, voice) if together else ()),
            asked_for(voice, "trigger", voice.term("triggers", trigger["type"])),
            asked_for(voice, "trigger-date", voice.date(trigger["date"])),
        )
    )
    yield Heading(2, voice.say("headings.participants"))
    named = columns(voice, name=35, role=35, party=30)
    rows = [
        (
            or_gap(voice, voice.typed(one["name"])),
            or_gap(voice, voice.typed(one["role"])),
            or_gap(voice, tables.person_side(view, one["side"], voice)),
        )
        for one in plan["participants"]
    ]
    filled = empty_rows(4, 3) if view.blank else rows_or_gap(voice, rows, 3)
    yield Table(voice.say("headings.participants"), named, filled, titled=True)


def _contract(view: View, voice: Voice) -> tuple[Fact, ...]:
    contract = view.plan["contract"]
    return (
        asked_for(voice, "contract-reference", voice.typed(contract["reference"])),
        asked_for(voice, "contract-category", voice.typed(contract["category"])),
        *if_known(voice, "contract-start", voice.date(contract["start"])),
        *if_known(voice, "contract-end", voice.date(contract["end"])),
    )


def _organisation(view: View, voice: Voice) -> Facts:
    (side,) = view.parties
    known = tables.party(view.plan[side], voice)  # type: ignore[literal-required]
    return Facts(tuple(asked_for(voice, label, value) for label, value in known))


def _parties(view: View, voice: Voice) -> Table:
    buyer, supplier = tables.party(view.plan["buyer"], voice), tables.party(view.plan["supplier"], voice)
    rows = tuple(
        ((voice.say(f"labels.{label}"),), or_gap(voice, one), or_gap(voice, other))
        for (label, one), (_, other) in zip(buyer, supplier, strict=True)
    )
    heads = (
        Column(NOTHING, 24),
        Column(voice.say("headings.buyer"), 38),
        Column(voice.say("headings.supplier"), 38),
    )
    return Table(voice.say("headings.parties"), heads, rows, titled=True)


def consultations(view: View, voice: Voice) -> Iterator[Block]:
    yield Heading(1, voice.say("headings.consultations"))
    yield Paragraph(voice.say("sentences.consultation"), keep=True)
    named = columns(voice, body=26, how_asked=22, date=19, input=33)
    rows = [
        (
            or_gap(voice, voice.typed(one["body"])),
            or_gap(voice, voice.typed(one["how"])),
            or_gap(voice, voice.date(one["date"])),
            or_gap(voice, voice.typed(one["input"])),
        )
        for one in view.plan["consultations"]
    ]
    filled = empty_rows(3, 4) if view.blank else rows_or_gap(voice, rows, 4)
    yield Table(voice.say("headings.consultations"), named, filled, titled=True)
