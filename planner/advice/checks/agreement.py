"""Takes the follow-up agreement; remarks what it leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.checks.case import Case, missing
from planner.errors import Remark


def agreement(case: Case) -> Iterator[Remark]:
    """How and when the parties follow up stands in the plan itself (A11, A12)."""
    agreement = case.plan["agreement"]
    return missing(
        [
            (not agreement["first"], "agreement.first", "no-first-follow-up"),
            (not agreement["every"], "agreement.every", "no-rhythm"),
            (not agreement["channel"], "agreement.channel", "no-channel"),
            (not agreement["report_contains"], "agreement.report_contains", "no-report-contents"),
        ]
    )
