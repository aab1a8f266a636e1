"""Takes an organisation's own policy; remarks what it takes to count: owners, approval, publication, voices."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.checks.case import Case, missing
from planner.errors import Remark


def policy(case: Case) -> Iterator[Remark]:
    """A policy comes from the top, is public, and rests on those it is about (UNGP 16, 18)."""
    policy = case.plan["policy"]
    published = any(one["what"] or one["where"] or one["when"] or one["not_yet"] for one in policy["publications"])
    nobody_above = "policy.management" if not policy["management"] else "policy.board"
    return missing(
        [
            (not (policy["management"] and policy["board"]), nobody_above, "no-owner-above"),
            (not policy["approved"], "policy.approved", "not-approved"),
            (not published, "policy.publications", "not-published"),
            (not case.plan["consultations"], "consultations", "no-consultation-policy"),
        ]
    )
