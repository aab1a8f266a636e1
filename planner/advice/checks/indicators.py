"""Takes the indicators of the actions; remarks those somebody began and that do not yet meet every letter of SMART."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.checks.case import Case, remark
from planner.advice.view import ActionView, IndicatorView
from planner.errors import Remark
from planner.remembering import remembered


def indicators(case: Case) -> Iterator[Remark]:
    """One remark names all letters that lack (B10)."""
    for action in case.actions:
        yield from _of_action(action)


@remembered
def _of_action(action: ActionView) -> tuple[Remark, ...]:
    path = f"actions[{action.place}].indicators"
    return tuple(
        remark(
            f"{path}[{place}]", "indicator-not-smart", "advice", item=action.number, letters=",".join(indicator.lacks)
        )
        for place, indicator in enumerate(action.indicators)
        if indicator.lacks and _is_started(indicator)
    )


def _is_started(view: IndicatorView) -> bool:
    """Unit and target come along with a measure of the library; a name or a baseline somebody typed."""
    record = view.record
    typed = record["name"] is not None or record["baseline"] is not None or bool(record["readings"])
    return typed or (view.measure is None and (record["unit"] is not None or record["target"] is not None))
