"""Takes the View; gives what will be done, side by side of the table: each action with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import ActionView, View
from planner.documents import tables
from planner.documents.blocks import Block, Callout, Facts, Heading, Paragraph, Table
from planner.documents.chapters.parts import asked_for, columns, empty_rows, or_gap
from planner.documents.chapters.progress import course
from planner.documents.voice import Phrase, Voice
from planner.words import Words

SIDES = ("supplier", "buyer", "joint")
"""The supplier's first: most is asked of it."""
BLANK = ("findings", "nature", "how", "owner", "start", "due", "indicators", "verification", "evidence")


def actions(view: View, voice: Voice) -> Iterator[Block]:
    yield Heading(1, voice.say("headings.actions"))
    yield Paragraph(voice.say("sentences.deadlines"))
    yield Paragraph(voice.say("sentences.effectiveness"))
    if view.competing:
        yield Callout(voice.say("headings.competition"), (voice.say("sentences.competition"),))
    for side in sorted(SIDES, key=lambda side: side not in view.parties):
        yield from _side(view, side, voice)
    sideless = [action for action in view.actions if action.record["side"] not in SIDES]
    if sideless:
        yield Heading(2, voice.say("headings.actions-open"))
    for action in sideless:
        yield from _action(action, voice)


def _side(view: View, side: str, voice: Voice) -> Iterator[Block]:
    """Give what one side does; what a party does not do is a gap, and what nobody does together is none."""
    of_side = [action for action in view.actions if action.record["side"] == side]
    party, alone = side in view.parties, len(view.parties) == 1
    if not of_side and not party and not (view.blank and not alone):
        return
    yield Heading(2, voice.say(f"headings.actions-{'organisation' if party and alone else side}"))
    if side == "buyer" and not alone:
        yield Paragraph(voice.say("sentences.own-practice"), keep=True)
    for action in of_side:
        yield from _action(action, voice)
    if view.blank:
        yield from _blank(voice)
    elif not of_side and side == "buyer" and not alone:
        yield Facts((asked_for(voice, "no-buyer-action-reason", voice.typed(view.plan["no_buyer_action_reason"])),))
    elif not of_side:
        yield Paragraph(voice.missing())


def _action(action: ActionView, voice: Voice) -> Iterator[Block]:
    yield Heading(3, tables.action_title(action, voice), action.number)
    if purpose := _purpose(action, voice):
        yield Paragraph(purpose, "note", keep=True)
    if how := tables.action_how(action, voice):
        yield Paragraph(how, keep=True)
    if safeguard := tables.action_safeguard(action, voice):
        yield Callout(voice.say("labels.safeguard"), (safeguard,))
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


def _purpose(action: ActionView, voice: Voice) -> Phrase:
    """Say in one line which findings the action answers, and what it is for."""
    nature = action.record["nature"]
    answered = ", ".join(action.answers)

    def speak(words: Words) -> str:
        parts = [f"{words('documents.labels.findings')} {answered}" if answered else "", words.term("natures", nature)]
        return " · ".join(part for part in parts if part)

    return voice.each(speak) if answered or nature else ()


def _blank(voice: Voice) -> Iterator[Block]:
    """Give one action to fill in by hand; more are copies of it."""
    yield Heading(3, voice.missing(), "A…")
    yield Facts(tuple(asked_for(voice, label) for label in BLANK))
    yield Table(voice.say("headings.milestones"), columns(voice, milestone=56, due=22, done=22), empty_rows(3, 3))
