"""Takes the View, a voice and the number of what a letter is about; gives what stands between greeting and closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from planner.advice.view import View
from planner.documents import subjects, tables
from planner.documents.blocks import Block, Facts, Items
from planner.documents.chapters.parts import Fact, asked_for, if_known, or_gap
from planner.documents.letters.parts import asks, on_days, paragraph, say, with_deadlines
from planner.documents.voice import Voice
from planner.vocabularies import CLOSED, DONE

REWARDS = "support"
"""The chapter of plans in which the buyer may reward; a public contract rewards only as it provides itself."""


def invitation(view: View, voice: Voice, _: str | None) -> Iterator[Block]:
    rewards = REWARDS in view.chapters
    gains = voice.terms("benefits", view.plan["benefits"] if rewards else ())
    offers = (
        *voice.terms("incentives", view.plan["incentives"] if rewards else ()),
        *voice.terms("supports", view.plan["supports"]),
    )
    yield paragraph(voice, "invitation", "invite")
    yield paragraph(voice, "invitation", "gain")
    for name, listed in (("gains", gains), ("offers", offers)):
        if listed:
            yield paragraph(voice, "invitation", name, keep=True)
            yield Items(listed)
    yield paragraph(voice, "invitation", "ours")
    yield paragraph(voice, "invitation", "meeting")


def inquiry(view: View, voice: Voice, number: str | None) -> Iterator[Block]:
    """Ask about a signal. Its source stays out, whoever may see it."""
    record = next(one.record for one in view.signals if one.number == number)
    yield paragraph(voice, "inquiry", "received")
    yield Facts(
        (
            asked_for(voice, "date", voice.date(record["date"])),
            asked_for(voice, "topic", voice.term("topics", record["topic"])),
            *if_known(voice, "chain", voice.term("positions", record["position"])),
            asked_for(voice, "signal", voice.typed(record["text"])),
        )
    )
    yield paragraph(voice, "inquiry", "ask", keep=True)
    yield asks(voice, "inquiry")
    yield paragraph(voice, "inquiry", "protect")
    yield paragraph(voice, "inquiry", "unknown")


def reminder(view: View, voice: Voice, number: str | None) -> Iterator[Block]:
    """Remind of one late action, or of all; then the buyer's own are among them."""
    late = [one for one in view.actions if one.late and number in (None, one.number)]
    ours = [one for one in late if one.record["side"] == "buyer"]
    yield paragraph(voice, "reminder", "late", keep=True)
    yield with_deadlines(voice, (one for one in late if one.record["side"] != "buyer"))
    yield paragraph(voice, "reminder", "done")
    yield paragraph(voice, "reminder", "obstacle")
    yield paragraph(voice, "reminder", "date")
    if ours:
        yield paragraph(voice, "reminder", "ours", keep=True)
        yield with_deadlines(voice, ours)
    yield paragraph(voice, "reminder", "help")


def report_request(view: View, voice: Voice, number: str | None) -> Iterator[Block]:
    named = any(one.number == number and one.record["clause"] for one in view.findings)
    yield paragraph(voice, "report-request", "ask")
    yield paragraph(voice, "report-request", "requirement" if named else "our-wish")
    yield paragraph(voice, "report-request", "contents", keep=True)
    yield asks(voice, "report-request")
    yield paragraph(voice, "report-request", "first")


def matter(view: View, voice: Voice, number: str | None) -> Iterator[Fact]:
    """Name the finding a report is asked on, for the head of the letter."""
    for one in view.findings:
        if one.number == number:
            yield asked_for(voice, "finding", tables.numbered(one.number, tables.finding_text(one, voice)))
            yield from if_known(voice, "place", voice.typed(one.record["site"]))
            yield from if_known(voice, "clause", voice.typed(one.record["clause"]))


def closing(view: View, voice: Voice, _: str | None) -> Iterator[Block]:
    ended = [one for one in view.actions if one.record["status"] in DONE]
    pending = [one for one in view.actions if one.record["status"] not in CLOSED]
    coming = [one for one in view.events if one.kind == "effectiveness" and not one.done]
    checks = [(one.date, one.action) for one in coming if one.action and one.action.record["status"] in DONE]
    yield paragraph(voice, "closing", "thanks")
    yield paragraph(voice, "closing", "achieved", keep=True)
    yield Items(tuple(tables.numbered_title(one, voice) for one in ended))
    if pending:
        yield paragraph(voice, "closing", "open", keep=True)
        yield with_deadlines(voice, pending)
    yield paragraph(voice, "closing", "check")
    if checks:
        yield paragraph(voice, "closing", "checks", keep=True)
        yield on_days(voice, checks)
    else:
        yield paragraph(voice, "closing", "check-undated")
    yield paragraph(voice, "closing", "onward")


def notice(view: View, voice: Voice, number: str | None) -> Iterator[Block]:
    """Give notice of a step: with its basis, or a gap nobody can overlook where one is needed and none is typed."""
    step = next(one for one in view.steps if one.number == number)
    record = step.record
    basis = voice.typed(record["basis"])
    yield paragraph(voice, "notice", "view", keep=True)
    yield Facts(
        (
            asked_for(voice, "step", subjects.step_title(step, voice)),
            (say(voice, "common.reason"), or_gap(voice, voice.typed(record["reason"]))),
            *((asked_for(voice, "basis", basis),) if step.basis else if_known(voice, "basis", basis)),
        )
    )
    for name in ("answer", "way-on", "workers", "rights"):
        yield paragraph(voice, "notice", name)


BODIES: Mapping[str, Callable[[View, Voice, str | None], Iterator[Block]]] = {
    "invitation": invitation,
    "inquiry": inquiry,
    "reminder": reminder,
    "report-request": report_request,
    "closing": closing,
    "notice": notice,
}
"""By the ids that `advice/letters.py` gives them."""
