"""Takes a year of follow-up; remarks what it lacks, what is late, and what is closed too soon or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.checks.case import Case, missing, remark
from planner.advice.view import OpenedView
from planner.errors import Remark


def programme(case: Case) -> Iterator[Remark]:
    """Improvement happens where what was opened is also closed (D9)."""
    programme = case.plan["programme"]
    yield from missing(
        [
            (not programme["categories"], "programme.categories", "no-category"),
            (not programme["coordinators"], "programme.coordinators", "no-coordinator"),
        ]
    )
    for one in case.opened:
        yield from _opened(one)


def _opened(view: OpenedView) -> Iterator[Remark]:
    path, item = f"programme.follow_ups[{view.place}]", view.record["supplier"] or str(view.place + 1)
    pending = [one for one in view.deviations if not one.record["closed"]]
    for place, deviation in enumerate(view.deviations):
        due = f"{path}.deviations[{place}].due"
        if deviation.late:
            yield remark(due, "deviation-late", "advice", item=deviation.number, supplier=item)
        if not deviation.record["due"] and not deviation.record["closed"]:
            yield remark(due, "deviation-without-due", "missing", item=deviation.number, supplier=item)
    if view.record["closed"]:
        if pending:
            yield remark(f"{path}.closed", "closed-with-open-deviations", "advice", item=item)
        elif view.to_do:
            yield remark(f"{path}.checklist", "closed-without-checklist", "advice", item=item)
    elif view.deviations and not pending:
        yield remark(f"{path}.closed", "follow-up-not-closed", "advice", item=item)
