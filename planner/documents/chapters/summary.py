"""Takes the View; gives the head of the plan and its first page: figures, and what is done, by when and by whom."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import View
from planner.documents import subjects, tables
from planner.documents.blocks import Block, Figures, Heading, Items, Opening, Paragraph, Table
from planner.documents.chapters.parts import columns, empty_rows, rows_or_gap, unread
from planner.documents.voice import Phrase, Voice
from planner.vocabularies import VOCABULARIES
from planner.words import Words

LEVELS = ("critical", "major", "minor", "observation")
FIRST = {None: "severe-first", "policy": "areas-first", "chain": "risks-first", "programme": "open-first"}
"""What to begin with, by the section of the plan."""
NO_DEADLINE = "9999"


def opening(view: View, voice: Voice) -> Iterator[Block]:
    plan = view.plan
    parties = tuple(
        (tables.side_label(view, side, voice), voice.typed(plan[side]["organisation"]) or voice.missing())  # type: ignore[literal-required]
        for side in view.parties
    )
    kind = voice.term("kinds", plan["kind"])
    whole = tables.plan_title(view, voice)
    title = tables.short(whole)
    yield Opening(title=title, kind=kind, parties=parties, revision=tables.revision(view, voice))
    if title != whole:
        yield Paragraph(whole)
    for line in unread(voice):
        yield Paragraph(line, "note")


def template(view: View, voice: Voice) -> Iterator[Block]:
    if view.blank:
        yield Heading(1, voice.say("headings.template"))
        together = "together" if len(view.parties) > 1 else "with-owners"
        lines = (together, FIRST[view.section], "every-action", "fill-in", "no-names")
        yield Items(tuple(voice.say(f"template.{line}") for line in lines))


def summary(view: View, voice: Voice) -> Iterator[Block]:
    yield Heading(1, voice.say("headings.summary"))
    yield Paragraph(tables.of_kind(view, voice, "intros"), "lede")
    if not view.blank:
        yield Figures(_figures(view, voice))
        if levels := _levels(view, voice):
            yield Paragraph(levels, "note")
    yield Heading(2, voice.say("headings.deadlines"))
    named = columns(voice, number=6, action=34, who=23, due=19, status=18)
    rows = [
        (
            (voice.typed(action.number),),
            (tables.action_title(action, voice),),
            tables.who(view, action, voice),
            (tables.due(action, voice),),
            tables.status(action, voice),
        )
        for action in sorted(view.actions, key=lambda action: action.record["due"] or NO_DEADLINE)
    ]
    filled = empty_rows(6, len(named)) if view.blank else rows_or_gap(voice, rows, len(named))
    yield Table(voice.say("headings.deadlines"), named, filled, titled=True)


def _figures(view: View, voice: Voice) -> tuple[tuple[str, Phrase], ...]:
    """Give the numbers that matter in the kind: lights of a programme, areas of a policy, risks of a contract."""
    figures = view.figures
    return (
        *_of_kind(view, voice),
        (str(figures.actions), voice.say("figures.actions", count=figures.actions)),
        *(((str(figures.done), voice.say("figures.done")),) if view.section in (None, "chain") else ()),
        (str(figures.late), voice.say("figures.late", count=figures.late)),
        (voice.words("documents.common.percent", number=figures.percent), voice.say("figures.progress")),
    )


def _of_kind(view: View, voice: Voice) -> Iterator[tuple[str, Phrase]]:
    figures = view.figures
    if view.section == "programme":
        for light in VOCABULARIES["lights"]:
            symbol, tone = subjects.SYMBOLS[light]  # type: ignore[index]
            yield (
                str(figures.by_light.get(light, 0)),
                tables.numbered(symbol, voice.say(f"figures.light-{light}", tone)),
            )
    elif view.section == "policy":
        for standing in reversed(VOCABULARIES["standings"]):
            yield str(figures.by_standing.get(standing, 0)), voice.say(f"figures.standing-{standing}")
    elif view.section == "chain":
        yield str(len(view.risks)), voice.say("figures.risks", count=len(view.risks))
    if "findings" in view.chapters and (view.findings or view.section is None):
        yield str(figures.findings), voice.say("figures.findings", count=figures.findings)


def _levels(view: View, voice: Voice) -> Phrase:
    counts = view.figures.by_level
    known = [level for level in (*LEVELS, "unrated") if counts.get(level)]
    if not known:
        return ()

    def name(words: Words, level: str) -> str:
        return words("documents.common.unrated") if level == "unrated" else words.term("levels", level)

    return voice.each(lambda words: " · ".join(f"{name(words, level)}: {counts[level]}" for level in known))
