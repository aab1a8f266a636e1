"""Takes the View; gives what will be done, side by side of the table: each action with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import ActionView, View
from planner.documents import tables
from planner.documents.blocks import Block, Callout, Facts, Heading, Paragraph, Table
from planner.documents.chapters.parts import asked_for, columns, empty_rows, or_gap
from planner.documents.chapters.progress import course
from planner.documents.voice import Voice

SIDES = ("supplier", "buyer", "joint")
BLANK = ("findings", "nature", "owner", "start", "due", "indicator", "baseline", "target", "verification", "evidence")


def actions(view: View, voice: Voice) -> Iterator[Block]:
    yield Heading(1, voice.say("headings.actions"))
    yield Paragraph(voice.say("sentences.deadlines"))
    yield Paragraph(voice.say("sentences.effectiveness"))
    for side in SIDES:
        of_side = [action for action in view.actions if action.record["side"] == side]
        if of_side or side != "joint" or view.blank:
            yield Heading(2, voice.say(f"headings.actions-{side}"))
        if side == "buyer":
            yield Paragraph(voice.say("sentences.own-practice"))
        for action in of_side:
            yield from _action(action, voice)
        if view.blank:
            yield from _blank(voice)
        elif side == "buyer" and not of_side:
            yield Facts((asked_for(voice, "no-buyer-action-reason", voice.typed(view.plan["no_buyer_action_reason"])),))
        elif side == "supplier" and not of_side:
            yield Paragraph(voice.missing())
    sideless = [action for action in view.actions if action.record["side"] not in SIDES]
    if sideless:
        yield Heading(2, voice.say("headings.actions-open"))
    for action in sideless:
        yield from _action(action, voice)


def _action(action: ActionView, voice: Voice) -> Iterator[Block]:
    yield Heading(3, tables.action_title(action, voice), action.number)
    if how := tables.action_how(action, voice):
        yield Paragraph(how)
    if safeguard := tables.action_safeguard(action, voice):
        yield Callout(voice.say("labels.safeguard"), safeguard)
    yield Facts(course(action, voice))
    if action.milestones:
        rows = tuple(
            (
                (tables.milestone_text(one, voice),),
                or_gap(voice, voice.date(one.record["due"])),
                (voice.date(one.record["done"]) or (voice.say("common.late", "late") if one.late else ()),),
            )
            for one in action.milestones
        )
        yield Table(voice.say("headings.milestones"), columns(voice, milestone=56, due=22, done=22), rows)
    if action.indicators:
        yield _indicators(action, voice)


def _indicators(action: ActionView, voice: Voice) -> Table:
    rows = []
    for one in action.indicators:
        record = one.record
        latest = record["readings"][-1] if record["readings"] else None
        reading = () if latest is None else voice.number(latest["value"])
        rows.append((
            (tables.indicator_name(one, voice),),
            (voice.term("units", record["unit"]),),
            or_gap(voice, voice.number(record["baseline"])),
            or_gap(voice, voice.number(record["target"])),
            (reading, voice.date(latest["date"]) if latest else ()),
        ))  # fmt: skip
    named = columns(voice, indicator=38, unit=16, baseline=15, target=15, reading=16)
    return Table(voice.say("headings.indicators"), named, tuple(rows))


def _blank(voice: Voice) -> Iterator[Block]:
    """Give one action to fill in by hand; more are copies of it."""
    yield Heading(3, voice.missing(), "A…")
    yield Facts(tuple(asked_for(voice, label) for label in BLANK))
    yield Table(
        voice.say("headings.milestones"), columns(voice, milestone=56, due=22, done=22), empty_rows(3, 3)
    )
