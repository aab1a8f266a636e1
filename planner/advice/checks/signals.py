"""Takes the signals; remarks those that could put somebody in danger, and those that are left lying."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.checks.case import Case, missing, remark
from planner.advice.view import SignalView
from planner.errors import Remark

GRAVE = ("critical", "major")


def signals(case: Case) -> Iterator[Remark]:
    """First, no harm: whoever spoke up is safe before a signal is raised. Then every signal gets an answer."""
    for signal in case.signals:
        yield from _signal(signal)


def _signal(view: SignalView) -> Iterator[Remark]:
    signal, path = view.record, f"signals[{view.place}]"
    answered = bool(signal["agreed"] or signal["closed"])
    left_out = signal["severity"] in GRAVE and not view.findings and not signal["closed"]
    yield from missing(
        [
            (signal["source_protected"] != "yes", f"{path}.source_protected", "signal-source-unprotected"),
            (not signal["position"], f"{path}.position", "signal-without-position"),
            (not answered and not view.late, f"{path}.agreed", "signal-without-answer"),
            (left_out, f"{path}.findings", "signal-without-finding"),
        ],
        item=view.number,
    )
    if view.late:
        due = str(view.answer_due)
        yield remark(f"{path}.response_due", "signal-answer-late", "advice", item=view.number, due=due)
