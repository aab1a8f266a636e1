"""Takes the View; gives the follow-ups that took place: verdict, answers, and what changed in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import ReviewView, View
from planner.documents.blocks import Block, Facts, Heading, Lines, Table
from planner.documents.chapters.parts import Fact, asked_for, columns, empty_rows, if_known
from planner.documents.voice import Phrase, Voice
from planner.plan import ReviewChange
from planner.words import Words


def reviews(view: View, voice: Voice) -> Iterator[Block]:
    if not view.reviews and not view.blank:
        return
    yield Heading(1, voice.say("headings.reviews"))
    if view.blank:
        named = columns(voice, date=20, type=30, by=25, verdict=25)
        yield Table(voice.say("headings.reviews"), named, empty_rows(3, len(named)), titled=True)
    for review in view.reviews:
        yield Heading(2, voice.term("review_types", review.record["type"]) or voice.missing(), review.number)
        yield Facts(_facts(review, voice))
        if answers := tuple(_answers(view, review, voice)):
            named = columns(voice, question=42, answer=58)
            yield Table(voice.term("review_types", review.record["type"]), named, answers, titled=True)


def _facts(review: ReviewView, voice: Voice) -> tuple[Fact, ...]:
    record = review.record
    return (
        asked_for(voice, "date", voice.date(record["date"])),
        asked_for(voice, "by", voice.typed(record["by"])),
        *if_known(voice, "verdict", voice.term("verdicts", record["verdict"])),
        *if_known(voice, "changes", *(_change(one, voice) for one in record["changes"])),
        *if_known(voice, "note", voice.typed(record["note"])),
    )


def _answers(view: View, review: ReviewView, voice: Voice) -> Iterator[tuple[Lines, ...]]:
    """Give each answer under its question, in the order of the form; those of a newer form come last."""
    type, answers = review.record["type"], review.record["answers"]
    parts = (part for form in view.forms if form.id == type for part in form.parts)
    kinds = {id: kind for _, questions in parts for id, kind in questions}
    for id in dict.fromkeys((*kinds, *answers)):
        if answers.get(id) not in (None, ""):
            label = voice.known(f"reviews.{type}.questions.{id}.label") or voice.typed(id)
            yield (label,), _answer(answers[id], kinds.get(id), voice)


def _answer(answer: object, kind: str | None, voice: Voice) -> Lines:
    return (voice.term("yes_no", str(answer)) if kind == "yes_no" else voice.typed(answer),)


def _change(change: ReviewChange, voice: Voice) -> Phrase:
    """Say what changed from what to what; what was not there before has no old value."""

    def value(words: Words, one: str | float | None) -> str:
        return words("documents.common.nothing") if one is None else one if isinstance(one, str) else words.number(one)

    return voice.each(
        lambda words: words(
            "documents.common.added" if change["old"] is None else "documents.common.change",
            what=change["path"] or "",
            old=value(words, change["old"]),
            new=value(words, change["new"]),
        )
    )
