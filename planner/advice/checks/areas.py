"""Takes the areas of a policy, a contract or a programme; remarks what is not answered, and what nobody acts on."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.checks.case import Case, remark
from planner.advice.subjects import PACE
from planner.errors import Remark


def areas(case: Case) -> Iterator[Remark]:
    """Not known is an answer: one remark counts the areas without any, instead of one for each."""
    section = case.library.kind(case.plan["kind"])["section"]
    unknown = [area for area in case.areas if not (area.record and area.record["standing"])]
    if unknown:
        yield remark(f"{section}.areas", "area-unknown", "advice", count=str(len(unknown)))
    for area in case.areas:
        waits = area.record and area.record["standing"] == "no" and area.record["evidence"]  # it says why
        if area.record and area.record["standing"] in PACE and not area.actions and not waits:
            path = f"{section}.areas[{area.place}].standing"
            yield remark(path, "area-without-action", "advice", item=area.number)
