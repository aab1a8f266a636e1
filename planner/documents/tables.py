"""Takes records of the View and a voice; gives what each says, in the words every format shares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from planner.advice.view import ActionView, FindingView, IndicatorView, MilestoneView, View
from planner.documents.voice import NOTHING, Phrase, Tone, Voice, headline, toned
from planner.plan import Party, RootCause
from planner.vocabularies import VOCABULARIES

KINDS = VOCABULARIES["kinds"]

LEVEL_TONES: Mapping[str, Tone] = {
    "critical": "critical", "major": "major", "minor": "minor", "observation": "observation",
}  # fmt: skip


def measure(voice: Voice, id: str | None, part: str) -> Phrase:
    """Give a text of the library; nothing where the measure has none."""
    return voice.known(f"measures.{id}.{part}")


def revision(view: View, voice: Voice) -> Phrase:
    """Say which revision this is and of which day; a template is of no day."""
    number, day = view.plan["revision"], view.day.isoformat()
    if view.blank:
        return voice.say("common.revision", revision=number)
    return voice.each(lambda words: words("documents.common.revision-as-at", revision=number, date=words.date(day)))


def plan_title(view: View, voice: Voice) -> Phrase:
    """Give the title as typed, else what every plan of the kind is called."""
    return voice.typed(view.plan["title"]) or of_kind(view, voice, "titles")


def of_kind(view: View, voice: Voice, group: str) -> Phrase:
    """Give the text a group of texts has for the kind of plan; an unknown kind is treated as the first."""
    kind = view.plan["kind"] if view.plan["kind"] in KINDS else KINDS[0]
    return voice.say(f"{group}.{kind}")


def side_label(view: View, side: str | None, voice: Voice) -> Phrase:
    """Name a party: where there is no other, it is the organisation."""
    return voice.say(f"headings.{side if len(view.parties) > 1 else 'organisation'}")


def person_side(view: View, side: str | None, voice: Voice) -> Phrase:
    """Say for whom somebody speaks."""
    return side_label(view, side, voice) if view.parties == (side,) else voice.term("people", side)


def action_text(action: ActionView, voice: Voice) -> Phrase:
    """Give what is to be done: as typed, else the library's title, else a gap to fill."""
    return voice.typed(action.record["text"]) or measure(voice, action.measure, "title") or voice.missing()


def action_title(action: ActionView, voice: Voice) -> Phrase:
    """Give what is to be done in one line."""
    return short(action_text(action, voice))


def numbered_title(action: ActionView, voice: Voice) -> Phrase:
    """Give what is to be done in one line, after its number."""
    return numbered(action.number, action_title(action, voice))


def numbered(number: str, phrase: Phrase) -> Phrase:
    """Give a phrase after a number, in each language."""
    return tuple(run._replace(text=f"{number} {run.text}") for run in phrase)


def action_how(action: ActionView, voice: Voice) -> Phrase:
    """Give how to do it: the rest of a long typed text, else the library's words, which typed text replaces."""
    typed = action.record["text"]
    if typed:
        return voice.typed(typed) if headline(typed) != typed.strip() else NOTHING
    return measure(voice, action.measure, "how")


def action_check(action: ActionView, voice: Voice) -> Phrase:
    """Give what shows that it works; the library's words go with its own measure only."""
    return NOTHING if action.record["text"] else measure(voice, action.measure, "check")


def action_evidence(action: ActionView, voice: Voice) -> tuple[Phrase, ...]:
    """Give what is to be shown: as typed, else as the library asks."""
    if action.record["evidence"]:
        return tuple(voice.typed(one) for one in action.record["evidence"])
    return voice.known_list(f"measures.{action.measure}.evidence")


def action_safeguard(action: ActionView, voice: Voice) -> Phrase:
    """Give the warning of a measure that can backfire, also where the action has been reworded."""
    return measure(voice, action.measure, "safeguard") if action.safeguard else NOTHING


def milestone_text(milestone: MilestoneView, voice: Voice) -> Phrase:
    """Give a milestone: as typed, else the library's words, else a gap to fill."""
    record = milestone.record
    return (
        voice.typed(record["text"])
        or measure(voice, milestone.measure, f"milestones.{record['id']}")
        or voice.missing()
    )


def indicator_name(indicator: IndicatorView, voice: Voice) -> Phrase:
    """Give an indicator: as typed, else the library's words, else a gap to fill."""
    return voice.typed(indicator.record["name"]) or measure(voice, indicator.measure, "indicator") or voice.missing()


def status(action: ActionView, voice: Voice) -> tuple[Phrase, ...]:
    """Give where an action stands, and that it is late if it is."""
    late = (voice.say("common.late", "late"),) if action.late else ()
    return (voice.term("statuses", action.record["status"] or "proposed"), *late)


def who(view: View, action: ActionView, voice: Voice) -> tuple[Phrase, ...]:
    """Give who acts: the side unless there is but one, and the person responsible or the gap where one is missing."""
    side = NOTHING if view.parties == (action.record["side"],) else voice.term("sides", action.record["side"])
    return (*([side] if side else []), voice.typed(action.record["owner"]) or voice.missing())


def due(action: ActionView, voice: Voice) -> Phrase:
    """Give the deadline or the gap where one is missing; in the tone of the late if it is."""
    date = voice.date(action.record["due"]) or voice.missing()
    return toned(date, "late") if action.late else date


def finding_text(finding: FindingView, voice: Voice) -> Phrase:
    """Give a finding as typed, else the risk sign it was started from, else its topic, else a gap to fill."""
    record, sign = finding.record, finding.sign
    said = voice.known(f"topics.{sign}") if sign else NOTHING
    return voice.typed(record["text"]) or said or voice.term("topics", record["topic"]) or voice.missing()


def finding_title(finding: FindingView, voice: Voice) -> Phrase:
    """Give a finding in one line."""
    return short(finding_text(finding, voice))


def severity(level: str | None, voice: Voice) -> Phrase:
    """Give a level in its tone; an unrated finding says so."""
    return voice.term("levels", level, LEVEL_TONES.get(level)) if level else voice.say("common.unrated", "missing")


def reasons(finding: FindingView, voice: Voice) -> tuple[Phrase, ...]:
    """Explain a finding's level, one reason after the other."""
    record = cast(dict[str, Any], finding.record)
    return tuple(
        voice.each(
            lambda words, name=name: words(f"reasons.why.{name}", score=words.term(name, str(record[name])))  # type: ignore[misc]
        )
        for name in finding.why
    )


def asked(finding: FindingView, voice: Voice) -> tuple[Phrase, ...]:
    """Say what a finding calls for, by urgency, position, involvement and state."""
    return tuple(voice.each(lambda words, code=code: words(f"reasons.asked.{code}")) for code in finding.asked)  # type: ignore[misc]


def root_cause(cause: RootCause, voice: Voice) -> Phrase:
    """Give a cause: as typed, else by its id."""
    return voice.typed(cause["text"]) or voice.term("root_causes", cause["id"])


def party(record: Party, voice: Voice) -> tuple[tuple[str, Phrase], ...]:
    """Give what is known of a party, by the name of each label."""
    return (
        ("organisation", voice.typed(record["organisation"])),
        ("site", voice.typed(record["site"])),
        ("country", voice.term("countries", record["country"])),
        ("contact", voice.typed(record["contact"])),
        ("email", voice.typed(record["email"])),
    )


def short(phrase: Phrase) -> Phrase:
    """Give a phrase in one line per language."""
    return tuple(run._replace(text=headline(run.text)) for run in phrase)
