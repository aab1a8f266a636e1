"""Takes what is open in a plan; gives the agenda of the next follow-up.

Late actions first, then signals and answers awaited, what else is open, and the topics of the dialogue (C10–C12 of the
source documents; UNGP 20).
"""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.view import ActionView, AgendaItem, OpenedView, SignalView, StepView
from planner.library import Library
from planner.plan import Plan
from planner.vocabularies import CLOSED

DIALOGUE = "dialogue"


def agenda(
    plan: Plan,
    library: Library,
    actions: tuple[ActionView, ...],
    signals: tuple[SignalView, ...],
    steps: tuple[StepView, ...],
    opened: tuple[OpenedView, ...],
) -> Iterator[AgendaItem]:
    """Give the items in the order to speak about them."""
    pending = [action for action in actions if action.record["status"] not in CLOSED]
    for action in pending:
        if action.late:
            yield AgendaItem(kind="late", number=action.number, date=action.record["due"], key=None)
    for signal in signals:
        if not signal.record["closed"]:
            yield AgendaItem(kind="signal", number=signal.number, date=signal.answer_due, key=None)
    for step in steps:
        if not step.record["outcome"]:
            yield AgendaItem(kind="step", number=step.number, date=step.record["answer_due"], key=None)
    for one in opened:
        for deviation in one.deviations:
            if not deviation.record["closed"]:
                yield AgendaItem(kind="deviation", number=deviation.number, date=deviation.record["due"], key=None)
    for report in plan["chain"]["reports_due"]:
        if not report["received"]:
            yield AgendaItem(kind="report", number=None, date=report["due"], key=None)
    for action in pending:
        if not action.late:
            yield AgendaItem(kind="open", number=action.number, date=action.record["due"], key=None)
    for form in library.forms(plan["kind"]):
        if form["id"] == DIALOGUE:
            for part in form["parts"]:
                yield AgendaItem(kind="question", number=None, date=None, key=f"{DIALOGUE}.{part['id']}")
