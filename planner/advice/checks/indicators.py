"""Takes the indicators of the actions; remarks those somebody began and that do not yet meet every letter of SMART."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.checks.case import Case, remark
from planner.advice.view import IndicatorView
from planner.errors import Remark


def indicators(case: Case) -> Iterator[Remark]:
    """One remark names all letters that lack (B10)."""
    for action in case.actions:
        for place, indicator in enumerate(action.indicators):
            if indicator.lacks and _is_started(indicator):
                path = f"actions[{action.place}].indicators[{place}]"
                lacks = ",".join(indicator.lacks)
                yield remark(path, "indicator-not-smart", "advice", item=action.number, letters=lacks)


def _is_started(view: IndicatorView) -> bool:
    """Unit and target come along with a measure of the library; a name or a baseline somebody typed."""
    record = view.record
    typed = record["name"] is not None or record["baseline"] is not None or bool(record["readings"])
    return typed or (view.measure is None and (record["unit"] is not None or record["target"] is not None))
