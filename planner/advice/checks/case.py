"""What all checks are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from planner.advice.view import ActionView, AreaView, FindingView, OpenedView, RiskView, SignalView, StepView
from planner.errors import Remark, Weight
from planner.library import Library
from planner.plan import Plan


class Case(NamedTuple):
    """What a check looks at: the plan, and what has been computed of it so far."""

    plan: Plan
    library: Library
    findings: tuple[FindingView, ...]
    areas: tuple[AreaView, ...]
    risks: tuple[RiskView, ...]
    actions: tuple[ActionView, ...]
    signals: tuple[SignalView, ...]
    steps: tuple[StepView, ...]
    opened: tuple[OpenedView, ...]
    follow_ups: tuple[str, ...]
    today: date


def remark(path: str, code: str, weight: Weight, **values: str) -> Remark:
    """Give a remark; the values fill the placeholders of its sentence."""
    return Remark(path=path, code=code, weight=weight, values=values)


def missing(wanted: Iterable[tuple[bool, str, str]], **values: str) -> Iterator[Remark]:
    """Remark each (is it missing?, path, code) that is."""
    return (remark(path, code, "missing", **values) for lacks, path, code in wanted if lacks)
