"""Takes areas, risks, signals, steps and deviations of the View and a voice; gives what each is called."""

from __future__ import annotations

from collections.abc import Mapping

from planner.advice.view import AreaView, DeviationView, Event, Light, RiskView, SignalView, StepView, View
from planner.documents import tables
from planner.documents.voice import NOTHING, Phrase, Run, Tone, Voice, toned

SYMBOLS: Mapping[Light, tuple[str, Tone]] = {
    "red": ("■", "red"), "yellow": ("▲", "yellow"), "green": ("●", "green"), "grey": ("○", "grey"),
}  # fmt: skip
"""A light is a word and a shape of its own: colour alone says nothing to many readers, nor in black and white."""


def area_title(area: AreaView, voice: Voice) -> Phrase:
    """Give the name of an area; what only a newer library knows is text."""
    return voice.known(f"areas.{area.id}.title") or voice.typed(area.id)


def standing(area: AreaView, voice: Voice) -> Phrase:
    """Say where an area stands, or that nobody has answered."""
    found = area.record and area.record["standing"]
    return voice.term("standings", found) if found else voice.say("common.not-answered", "missing")


def risk_text(risk: RiskView, voice: Voice) -> Phrase:
    """Give what could happen as typed, else its topic, else a gap to fill."""
    return voice.typed(risk.record["text"]) or voice.term("topics", risk.record["topic"]) or voice.missing()


def chain(risk: RiskView, voice: Voice) -> tuple[Phrase, ...]:
    """Say where in the chain a risk lies."""
    return voice.term("positions", risk.record["link"]), voice.term("countries", risk.record["country"])


def likelihood(risk: RiskView, voice: Voice) -> Phrase:
    """Say how likely a risk is; nothing where nobody knows."""
    score = risk.record["likelihood"]
    return NOTHING if score is None else voice.term("likelihood", str(score))


def asked(signal: SignalView, voice: Voice) -> tuple[Phrase, ...]:
    """Say what a signal calls for."""
    return tuple(one for code in signal.asked if (one := voice.known(f"reasons.asked.{code}")))


def step_title(step: StepView, voice: Voice) -> Phrase:
    """Name a step of the ladder."""
    return voice.term("ladder", step.record["step"]) or voice.missing()


def deviation_text(deviation: DeviationView, voice: Voice) -> Phrase:
    """Give a deviation as typed, else its topic, else a gap to fill."""
    record = deviation.record
    return voice.typed(record["text"]) or voice.term("topics", record["topic"]) or voice.missing()


def light(found: Light, voice: Voice) -> Phrase:
    """Give a light in words, after its shape and in its colour."""
    symbol, tone = SYMBOLS[found]
    return toned(tables.numbered(symbol, voice.term("lights", found)), tone)


def called(view: View, number: str | None, voice: Voice) -> Phrase:
    """Name what has a number, without the text of a signal: calendars and agendas are seen by many."""
    one = view.numbered.get(number or "")
    if isinstance(one, SignalView):
        topic = voice.term("topics", one.record["topic"])
        return tables.numbered(one.number, topic) if topic else (Run(None, one.number),)
    if isinstance(one, StepView):
        return tables.numbered(one.number, step_title(one, voice))
    if isinstance(one, DeviationView):
        whose = " · ".join(part for part in (number, one.supplier) if part)
        return tables.numbered(f"{whose} ·", tables.short(deviation_text(one, voice)))
    return tables.numbered_title(one, voice) if one else NOTHING


def event_what(view: View, event: Event, voice: Voice) -> Phrase:
    """Say in one line what a date is about."""
    if event.milestone:
        return tables.short(tables.milestone_text(event.milestone, voice))
    return called(view, event.action.number if event.action else event.about, voice)
