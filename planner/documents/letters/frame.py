"""Takes the View, a voice, a letter and what it is about; gives the letter's blocks, from draft box to signature."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import AboutView, View
from planner.documents.blocks import Block, Callout, Facts, Heading, Lines, Paragraph
from planner.documents.chapters.parts import Fact, asked_for, if_known, or_gap, unread
from planner.documents.letters.bodies import BODIES, matter
from planner.documents.letters.parts import say
from planner.documents.tables import plan_title
from planner.documents.voice import LINE, NOTHING, Phrase, Run, Voice
from planner.plan import Party

ENCLOSING = ("invitation", "reminder", "closing")
"""Letters that go with a copy of the plan."""
TALKING = ("inquiry", "reminder", "report-request")
"""Letters that ask something which is easier said than written."""
FINAL = "closing"
"""The letter that waits for no answer."""
REPORT = "report-request"
"""The letter whose head names what it is about."""


def frame(view: View, voice: Voice, letter: str, about: AboutView) -> Iterator[Block]:
    before = (say(voice, "common.draft-note"), say(voice, f"{letter}.before"), *unread(voice))
    yield Callout(_first(say(voice, "common.draft")), tuple(_first(line) for line in before))
    yield Facts(tuple(_head(view, voice, letter, about)))
    yield Heading(1, say(voice, f"{letter}.subject"))
    name = voice.typed(view.plan["supplier"]["contact"])
    yield Paragraph(say(voice, "common.salutation", name=name) if name else say(voice, "common.salutation-unnamed"))
    yield from BODIES[letter](view, voice, about.number)
    if letter in TALKING:
        yield Paragraph(say(voice, "common.talk"))
    buyer = view.plan["buyer"]
    yield Paragraph(say(voice, "common.closing"), keep=True)
    yield Paragraph(LINE, keep=True)
    yield Paragraph(voice.typed(buyer["contact"]) or voice.missing(), keep=True)
    yield Paragraph(voice.typed(buyer["organisation"]) or voice.missing())
    if letter in ENCLOSING:
        revision = voice.number(view.plan["revision"])
        yield Paragraph(say(voice, "common.enclosed", title=plan_title(view, voice), revision=revision), "note")


def _head(view: View, voice: Voice, letter: str, about: AboutView) -> Iterator[Fact]:
    """Give who writes to whom, when and about which contract, and by when an answer is asked."""
    contract = view.plan["contract"]
    yield say(voice, "common.from"), or_gap(voice, *_address(view.plan["buyer"], voice))
    yield say(voice, "common.to"), or_gap(voice, *_address(view.plan["supplier"], voice))
    yield asked_for(voice, "date", voice.date(view.day.isoformat()))
    yield say(voice, "common.our-reference"), (plan_title(view, voice),)
    known = voice.typed(contract["reference"]), voice.typed(contract["category"])
    yield from if_known(voice, "contract-reference", _one_line(*known))
    if letter != FINAL:
        yield say(voice, "common.reply-by"), or_gap(voice, voice.date(about.reply_by))
    if letter == REPORT:
        yield from matter(view, voice, about.number)


def _address(party: Party, voice: Voice) -> Lines:
    """Give the lines of an address; who it is addressed to may not be missing."""
    place = _one_line(voice.typed(party["site"]), voice.term("countries", party["country"])[:1])
    name = _one_line(voice.typed(party["contact"]), voice.typed(party["email"]))
    return voice.typed(party["organisation"]) or voice.missing(), name, place


def _one_line(*parts: Phrase) -> Phrase:
    """Give what is known on one line, as on an envelope: it stands there once, in whatever languages it has."""
    known = [run for part in parts for run in part]
    return (Run(known[0].language, ", ".join(run.text for run in known)),) if known else NOTHING


def _first(phrase: Phrase) -> Phrase:
    """Give what only the sender reads: once, in the first language."""
    return phrase[:1]
