"""Takes a plan; remarks who is missing from it."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.checks.case import Case, missing
from planner.errors import Remark


def parties(case: Case) -> Iterator[Remark]:
    """Every plan names its parties, its reason and who may decide on money and people."""
    plan, wanted = case.plan, case.library.kind(case.plan["kind"])["parties"]
    signing = {one["side"] for one in plan["signatories"] if one["authority"] == "yes"}
    yield from missing(
        [
            (not plan["buyer"]["organisation"], "buyer.organisation", "no-buyer"),
            ("supplier" in wanted and not plan["supplier"]["organisation"], "supplier.organisation", "no-supplier"),
            (not plan["trigger"]["type"], "trigger.type", "no-trigger"),
            (not signing.issuperset(wanted), "signatories", "no-authority"),
        ]
    )


def participants(case: Case) -> Iterator[Remark]:
    """A plan with a supplier is made with it, and with those who work there (UNGP 18)."""
    sides = {one["side"] for one in case.plan["participants"]}
    workers_heard = bool(case.plan["consultations"]) or bool(sides & {"workers", "union"})
    return missing(
        [
            ("supplier" not in sides, "participants", "no-supplier-participant"),
            (not workers_heard, "consultations", "no-worker-voice"),
        ]
    )
