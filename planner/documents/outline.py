"""Takes the View and a voice; gives the whole document as blocks: the chapters its kind names, in that order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from planner.advice.view import View
from planner.documents.base import Progress, Tell
from planner.documents.blocks import Block
from planner.documents.chapters import (
    actions,
    agenda,
    basis,
    closing,
    findings,
    follow_up,
    forms,
    ladder,
    policy,
    programme,
    reviews,
    risks,
    signals,
    summary,
    support,
)
from planner.documents.voice import Voice

CHAPTERS: Mapping[str, Callable[[View, Voice], Iterator[Block]]] = {
    "opening": summary.opening,
    "template": summary.template,
    "summary": summary.summary,
    "basis": basis.basis,
    "policy": policy.policy,
    "organisation": programme.organisation,
    "lights": programme.lights,
    "closing-list": programme.closing_list,
    "areas": policy.areas,
    "risks": risks.risks,
    "findings": findings.findings,
    "actions": actions.actions,
    "publications": policy.publications,
    "signals": signals.signals,
    "reports-due": risks.reports_due,
    "follow-up": follow_up.follow_up,
    "agenda": agenda.agenda,
    "reviews": reviews.reviews,
    "support": support.support,
    "obstacles": support.obstacles,
    "ladder": ladder.ladder,
    "effects": programme.effects,
    "consultations": basis.consultations,
    "limits": closing.limits,
    "clauses": closing.clauses,
    "signatures": closing.signatures,
    "forms": forms.forms,
}
"""By the names that data/kinds.yaml gives them."""


def outline(view: View, voice: Voice) -> Iterator[Block]:
    """Give block after block; a chapter with nothing to say, and nothing to ask for, gives none."""
    for name in view.chapters:
        yield from CHAPTERS[name](view, voice)


def progress(view: View, tell: Tell | None) -> Progress:
    """Count findings and actions twice: when their blocks are made, and when they are set."""
    return Progress(tell, 2 * (len(view.findings) + len(view.actions)))


def followed(blocks: Iterable[Block], progress: Progress) -> Iterator[Block]:
    """Pass blocks on, each that begins a finding or an action a step."""
    for block in blocks:
        if block.block == "heading" and block.number:
            progress.step()
        yield block
