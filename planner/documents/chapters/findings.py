"""Takes the View; gives what has to improve, most severe first, each finding with why it is as severe as it is."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import FindingView, View
from planner.documents import tables
from planner.documents.blocks import Block, Callout, Facts, Heading, Items, Paragraph, Table
from planner.documents.chapters.parts import Fact, asked_for, columns, empty_rows, if_known
from planner.documents.voice import Phrase, Voice


def findings(view: View, voice: Voice) -> Iterator[Block]:
    if not view.findings and view.section is not None:
        return
    yield Heading(1, voice.say("headings.findings"))
    yield Paragraph(voice.say("sentences.severity"), keep=True)
    if view.blank:
        named = columns(voice, number=7, finding=37, topic=20, severity=18, answered_by=18)
        yield Table(voice.say("headings.overview-findings"), named, empty_rows(4, len(named)))
    elif not view.findings:
        yield Paragraph(voice.missing())
    urgent = [finding for finding in view.findings if finding.urgent and not finding.contained]
    if urgent:
        yield Callout(_first_hours_label(urgent, voice), tuple(_first_hours(view, voice)))
    for finding in view.findings:
        yield Heading(2, tables.finding_title(finding, voice), finding.number)
        text = tables.finding_text(finding, voice)
        if finding.record["text"] and text != tables.finding_title(finding, voice):
            yield Paragraph(text)
        yield Facts(_facts(finding, voice))
        if finding.urgent and not finding.contained:
            yield from _of_topic(finding, voice)
    if view.plan["strengths"]:
        yield Heading(2, voice.say("headings.strengths"))
        yield Items(tuple(voice.typed(one) for one in view.plan["strengths"]))


def _first_hours_label(urgent: list[FindingView], voice: Voice) -> Phrase:
    """Name the first hours, and the findings they are about."""
    numbers = ", ".join(finding.number for finding in urgent)
    return voice.each(lambda words: f"{words('first_hours.title')}: {numbers}")


def _first_hours(view: View, voice: Voice) -> Iterator[Phrase]:
    yield voice.known("first_hours.intro")
    for step, within in view.first_hours:
        hours = within.removeprefix("PT").removesuffix("H")
        yield voice.each(
            lambda words, step=step, hours=hours: words(  # type: ignore[misc]
                "documents.common.within", hours=hours, step=words(f"first_hours.steps.{step}")
            )
        )


def _of_topic(finding: FindingView, voice: Voice) -> Iterator[Block]:
    """Give what the topic adds to the first hours: what comes first, and what could make it worse."""
    for label, part in (("first-steps", "first"), ("avoid", "avoid")):
        if lines := voice.known_list(f"topics.{finding.record['topic']}.{part}"):
            yield Callout(voice.say(f"labels.{label}"), lines)


def _facts(finding: FindingView, voice: Voice) -> tuple[Fact, ...]:
    record = finding.record
    seen = (voice.typed(one) for one in record["evidence"])
    extent = (voice.term("states", record["state"]), voice.term("spreads", record["spread"]))
    response = record["response"]
    means = voice.terms("means", record["leverage"]["means"])
    return (
        asked_for(voice, "severity", tables.severity(finding.level, voice), *tables.reasons(finding, voice)),
        *if_known(voice, "asked", *tables.asked(finding, voice)),
        asked_for(voice, "topic", voice.term("topics", record["topic"]), voice.typed(record["clause"])),
        *if_known(voice, "source", voice.typed(record["source"]), *seen),
        asked_for(voice, "place", voice.term("positions", record["position"]), voice.typed(record["site"])),
        *if_known(voice, "spread", *extent, voice.typed(record["people"])),
        *if_known(voice, "likelihood", _score(voice, "likelihood", record["likelihood"])),
        *if_known(voice, "involvement-supplier", voice.term("involvement", record["involvement"]["supplier"])),
        *if_known(voice, "involvement-buyer", voice.term("involvement", record["involvement"]["buyer"])),
        *if_known(voice, "leverage", voice.term("leverage", record["leverage"]["level"]), *means),
        *if_known(voice, "whys", *(voice.typed(one) for one in record["whys"])),
        *if_known(voice, "root-causes", *(tables.root_cause(one, voice) for one in record["root_causes"])),
        *if_known(voice, "response", voice.term("stances", response["stance"]), voice.typed(response["reason"])),
        *_answer(finding, voice),
    )


def _answer(finding: FindingView, voice: Voice) -> tuple[Fact, ...]:
    reason = voice.typed(finding.record["no_action_reason"])
    if not finding.actions and reason:
        return if_known(voice, "no-action-reason", reason)
    return (asked_for(voice, "answered-by", voice.typed(", ".join(finding.actions))),)


def _score(voice: Voice, name: str, score: int | None) -> Phrase:
    return () if score is None else voice.term(name, str(score))
