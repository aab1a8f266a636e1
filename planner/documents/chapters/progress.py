"""Takes an action; gives the facts of its course: who, by when, how it is shown and verified, what became of it."""

from __future__ import annotations

from planner.advice.view import ActionView, IndicatorView
from planner.documents import tables
from planner.documents.chapters.parts import Fact, asked_for, if_known
from planner.documents.voice import Phrase, Tone, Voice
from planner.plan import Action, DueChange
from planner.vocabularies import CLOSED
from planner.words import Words


def course(action: ActionView, voice: Voice) -> tuple[Fact, ...]:
    """Give what every action says, then what only some do."""
    record = action.record
    return (
        *if_known(voice, "root-cause", voice.term("root_causes", record["root_cause"])),
        asked_for(voice, "owner", voice.typed(record["owner"])),
        *if_known(voice, "start", voice.date(record["start"])),
        asked_for(voice, "due", tables.due(action, voice)),
        *if_known(
            voice, "due-changes", *(line for change in record["due_changes"] for line in _due_change(change, voice))
        ),
        asked_for(voice, "status", *tables.status(action, voice), voice.percent(record["percent"])),
        *if_known(voice, "status-reason", voice.typed(record["status_reason"])),
        *if_known(voice, "indicators", *(line for one in action.indicators for line in _indicator(one, action, voice))),
        *if_known(voice, "check", tables.action_check(action, voice)),
        asked_for(voice, "verification", voice.term("verification", record["verification"])),
        *if_known(voice, "evidence", *tables.action_evidence(action, voice)),
        *_means(record, voice),
        *_remedy(record, voice),
        *_outcome(record, voice),
        *if_known(voice, "note", voice.typed(record["note"])),
    )


def _indicator(indicator: IndicatorView, action: ActionView, voice: Voice) -> tuple[Phrase, ...]:
    """Say what is measured, from where to where, and the latest figure; a gap where start or target are missing."""
    record = indicator.record
    ends = (("baseline", record["baseline"]), ("target", record["target"]))

    def number(words: Words, value: str | float | None) -> str:
        if value is None:
            return f"[{words('documents.common.placeholder')}]"
        return value if isinstance(value, str) else words.number(value)

    def course(words: Words) -> str:
        said = [f"{words(f'documents.labels.{label}')}: {number(words, value)}" for label, value in ends]
        return f"{' · '.join(said)} ({words.term('units', record['unit'])})" if record["unit"] else " · ".join(said)

    gap: Tone | None = "missing" if any(value is None for _, value in ends) else None
    latest = record["readings"][-1] if record["readings"] else None
    reading = latest and voice.each(
        lambda words: words(
            "documents.common.reading", value=number(words, latest["value"]), date=words.date(latest["date"])
        )
    )
    return (
        tables.indicator_name(indicator, voice),
        voice.each(course, gap),
        *((reading,) if reading else ()),
        () if action.record["status"] in CLOSED else _not_smart(indicator, voice),
    )


def _not_smart(indicator: IndicatorView, voice: Voice) -> Phrase:
    """Say which letters of SMART an indicator lacks; nothing where it meets them all."""

    def speak(words: Words) -> str:
        lacks = "; ".join(words(f"documents.smart.{letter}") for letter in indicator.lacks)
        return f"[{words('documents.labels.smart')}: {lacks}]"

    return voice.each(speak, "missing") if indicator.lacks else ()


def _due_change(change: DueChange, voice: Voice) -> tuple[Phrase, ...]:
    moved = voice.each(
        lambda words: words("documents.common.due-change", old=words.date(change["old"]), new=words.date(change["new"]))
    )
    return moved, voice.typed(change["reason"])


def _means(record: Action, voice: Voice) -> tuple[Fact, ...]:
    cost = record["cost"]
    return (
        *if_known(voice, "cost", _amount(cost["amount"], cost["currency"], voice)),
        *if_known(voice, "cost-shares", voice.typed(cost["shares"])),
        *if_known(voice, "support-asked", voice.typed(record["support_asked"])),
        *if_known(voice, "support", voice.typed(record["support"])),
    )


def _amount(amount: str | float | None, currency: str | None, voice: Voice) -> Phrase:
    if amount is None or isinstance(amount, str):
        return voice.typed(" ".join(part for part in (amount, currency) if part))
    return voice.each(
        lambda words: words("documents.common.amount", amount=words.number(amount), currency=currency or "").strip()
    )


def _remedy(record: Action, voice: Voice) -> tuple[Fact, ...]:
    remedy = record["remedy"]
    return (
        *if_known(voice, "remedy-form", voice.term("remedy_forms", remedy["form"])),
        *if_known(voice, "remedy-people", voice.typed(remedy["people"])),
        *if_known(voice, "remedy-amount", _amount(remedy["amount"], remedy["currency"], voice)),
        *if_known(voice, "remedy-agreed", voice.typed(remedy["agreed_with"])),
        *if_known(voice, "remedy-received", voice.date(remedy["received"])),
    )


def _outcome(record: Action, voice: Voice) -> tuple[Fact, ...]:
    verified, effect = record["verified"], record["effectiveness"]
    return (
        *if_known(voice, "closed", voice.date(record["closed"])),
        *if_known(voice, "verified-by", voice.typed(verified["by"])),
        *if_known(voice, "verified-on", voice.date(verified["date"])),
        *if_known(voice, "effectiveness", voice.date(effect["due"])),
        *if_known(voice, "effectiveness-method", voice.term("verification", effect["method"])),
        *if_known(voice, "effectiveness-by", voice.typed(effect["by"])),
        *if_known(voice, "effectiveness-done", voice.date(effect["done"])),
        *if_known(voice, "result", voice.term("results", effect["result"])),
    )
