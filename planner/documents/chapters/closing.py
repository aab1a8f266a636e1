"""Takes the View; gives the end of the plan: what it does not do, and room to sign."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import View
from planner.documents.blocks import Block, Heading, Items, Paragraph, Signature
from planner.documents.voice import LINE, NOTHING, Phrase, Voice
from planner.plan import Signatory

LIMITS = ("limit-contract", "limit-rights", "limit-law")


def limits(_: View, voice: Voice) -> Iterator[Block]:
    yield Heading(1, voice.say("headings.limits"))
    yield Items(tuple(voice.say(f"sentences.{limit}") for limit in LIMITS))


def clauses(_: View, voice: Voice) -> Iterator[Block]:
    """Give the terms of whoever publishes the planner, if it has any."""
    own = voice.known_list("documents.clauses")
    if own:
        yield Heading(1, voice.say("headings.clauses"))
        yield Items(own)


def signatures(view: View, voice: Voice) -> Iterator[Block]:
    """Give room for each who signs, and for every party whoever else signs."""
    yield Heading(1, voice.say("headings.signatures"))
    yield Paragraph(voice.say("sentences.authority"), keep=True)
    signing = view.plan["signatories"]
    for side in view.parties:
        of_side = [one for one in signing if one["side"] == side]
        for one in of_side or (None,):
            yield _signature(view, voice, side, one)
    for one in signing:
        if one["side"] not in view.parties:
            yield _signature(view, voice, one["side"], one)


def _signature(view: View, voice: Voice, side: str | None, one: Signatory | None) -> Signature:
    party = side if side in view.parties else None
    organisation = voice.typed(view.plan[party]["organisation"]) if party else NOTHING  # type: ignore[literal-required]
    alone = "organisation" if len(view.parties) == 1 else party
    caption = voice.say(f"headings.signature-{alone}") if party else (
        voice.term("people", side) or voice.say("headings.signature-other")
    )  # fmt: skip
    return Signature(
        (
            *(((voice.say("labels.organisation"), (organisation or LINE,)),) if party else ()),
            (voice.say("labels.name"), ((one and voice.typed(one["name"])) or LINE,)),
            (voice.say("labels.role"), ((one and voice.typed(one["role"])) or LINE,)),
            (voice.say("labels.authority"), (_authority(voice, one and one["authority"]),)),
            (voice.say("labels.date"), ((one and voice.date(one["date"])) or LINE,)),
            (voice.say("labels.signature"), (LINE,)),
        ),
        caption,
    )


def _authority(voice: Voice, authority: str | None) -> Phrase:
    if authority in ("yes", "no"):
        return voice.say(f"labels.{authority}")
    return voice.each(lambda words: f"☐ {words('documents.labels.yes')}   ☐ {words('documents.labels.no')}")
