"""Takes the View; gives the head of the plan and its first page: figures, and what is done, by when and by whom."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import View
from planner.documents import tables
from planner.documents.blocks import Block, Figures, Heading, Items, Opening, Paragraph, Table
from planner.documents.chapters.parts import columns, empty_rows, rows_or_gap
from planner.documents.voice import Phrase, Voice
from planner.words import Words

LEVELS = ("critical", "major", "minor", "observation")
TEMPLATE = ("together", "severe-first", "every-action", "fill-in", "no-names")
NO_DEADLINE = "9999"


def opening(view: View, voice: Voice) -> Iterator[Block]:
    plan = view.plan
    parties = tuple(
        (voice.say(f"headings.{side}"), voice.typed(plan[side]["organisation"]) or voice.missing())
        for side in ("buyer", "supplier")
    )
    kind = voice.term("kinds", plan["kind"])
    whole = tables.plan_title(view, voice)
    title = tables.short(whole)
    yield Opening(title=title, kind=kind, parties=parties, revision=tables.revision(view, voice))
    if title != whole:
        yield Paragraph(whole)


def template(view: View, voice: Voice) -> Iterator[Block]:
    if view.blank:
        yield Heading(1, voice.say("headings.template"))
        yield Items(tuple(voice.say(f"template.{line}") for line in TEMPLATE))


def summary(view: View, voice: Voice) -> Iterator[Block]:
    yield Heading(1, voice.say("headings.summary"))
    yield Paragraph(voice.say("sentences.intro"), "lede")
    if not view.blank:
        yield Figures(_figures(view, voice))
        if levels := _levels(view, voice):
            yield Paragraph(levels, "note")
    yield Heading(2, voice.say("headings.deadlines"))
    named = columns(voice, number=6, action=39, who=21, due=18, status=16)
    rows = [
        (
            (voice.typed(action.number),),
            (tables.action_title(action, voice),),
            tables.who(action, voice),
            (tables.due(action, voice),),
            tables.status(action, voice),
        )
        for action in sorted(view.actions, key=lambda action: action.record["due"] or NO_DEADLINE)
    ]
    filled = empty_rows(6, len(named)) if view.blank else rows_or_gap(voice, rows, len(named))
    yield Table(voice.say("headings.deadlines"), named, filled, titled=True)


def _figures(view: View, voice: Voice) -> tuple[tuple[str, Phrase], ...]:
    figures = view.figures
    return (
        (str(figures.findings), voice.say("figures.findings", count=figures.findings)),
        (str(figures.actions), voice.say("figures.actions", count=figures.actions)),
        (str(figures.done), voice.say("figures.done")),
        (str(figures.late), voice.say("figures.late", count=figures.late)),
        (voice.words("documents.common.percent", number=figures.percent), voice.say("figures.progress")),
    )


def _levels(view: View, voice: Voice) -> Phrase:
    counts = view.figures.by_level
    known = [level for level in (*LEVELS, "unrated") if counts.get(level)]
    if not known:
        return ()

    def name(words: Words, level: str) -> str:
        return words("documents.common.unrated") if level == "unrated" else words.term("levels", level)

    return voice.each(lambda words: " · ".join(f"{name(words, level)}: {counts[level]}" for level in known))
