"""Takes a case; gives remarks: what is missing, and what deserves a second look. It blocks nothing.

Sources of the rules, by remark code, stand in `data/rules.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from planner.advice.checks import (
    actions,
    agreement,
    areas,
    chain,
    dates,
    findings,
    indicators,
    ladder,
    pace,
    parties,
    policy,
    programme,
    shape,
    signals,
)
from planner.advice.checks.case import Case
from planner.errors import Remark

Check = Callable[[Case], Iterable[Remark]]

FIRST: tuple[Check, ...] = (shape.unknown_ids, shape.repeated_ids, parties.parties)
BY_KIND: dict[str, Check] = {
    "participants": parties.participants,
    "findings": findings.findings,
    "own-side": findings.own_side,
    "benefits": findings.benefits,
    "obstacles": findings.obstacles,
    "areas": areas.areas,
    "policy": policy.policy,
    "chain": chain.chain,
    "programme": programme.programme,
    "agreement": agreement.agreement,
    "signals": signals.signals,
    "ladder": ladder.ladder,
}
"""The groups of checks a kind of plan may name in `data/kinds.yaml`."""
LAST: tuple[Check, ...] = (
    actions.actions, indicators.indicators, dates.dates, ladder.competition, pace.order, pace.pace,
)  # fmt: skip


def check(case: Case) -> list[Remark]:
    """Give all remarks on a plan."""
    named = [BY_KIND[name] for name in case.library.kind(case.plan["kind"])["checks"]]
    return [remark for look in (*FIRST, *named, *LAST) for remark in look(case)]
