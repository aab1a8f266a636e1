"""Takes the View and a voice; gives the whole document as blocks, in the order people need them."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import View
from planner.documents.blocks import Block
from planner.documents.chapters import actions, basis, closing, findings, follow_up, summary, support
from planner.documents.voice import Voice

CHAPTERS = (
    summary.opening,
    summary.template,
    summary.summary,
    basis.basis,
    findings.findings,
    actions.actions,
    follow_up.follow_up,
    support.support,
    basis.consultations,
    closing.limits,
    closing.signatures,
)


def outline(view: View, voice: Voice) -> Iterator[Block]:
    """Give block after block: the summary first, the signatures last."""
    for chapter in CHAPTERS:
        yield from chapter(view, voice)
