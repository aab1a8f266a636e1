"""Takes the steps of escalation; remarks steps without basis or reason, out of proportion, or not weighed."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice import ladder as judge
from planner.advice.checks.case import Case, missing, remark
from planner.errors import Remark

TALK = ("talk", "enhanced-plan")


def ladder(case: Case) -> Iterator[Remark]:
    """Options in proportion and no staircase; but talk comes first, and termination after notice (C6-C8)."""
    before: set[str | None] = set()
    for step in case.steps:
        record, path = step.record, f"escalation[{step.place}]"
        yield from missing(
            [
                (step.basis and not record["basis"], f"{path}.basis", "step-without-basis"),
                (not record["reason"], f"{path}.reason", "step-without-reason"),
            ],
            item=step.number,
        )
        if record["step"] not in (None, *TALK) and not before & {*TALK}:
            yield remark(f"{path}.step", "no-talk-first", "advice", item=step.number)
        if record["step"] == "terminate" and "notice" not in before:
            yield remark(f"{path}.step", "terminate-without-notice", "advice", item=step.number)
        if record["step"] in judge.LEAVING and not judge.weighed(case.plan, record):
            yield remark(f"{path}.step", "leaving-not-weighed", "missing", item=step.number)
        before.add(record["step"])


def competition(case: Case) -> Iterator[Remark]:
    """Competitors may act together against harm to people, within competition law. Said once for a plan."""
    for path in judge.together(case.plan, case.library):
        yield remark(path, "competition-law", "advice")
        return
