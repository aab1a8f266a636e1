"""Takes the chain of a contract; remarks gaps in its risk analysis, and reports not agreed or late."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.actions import is_late
from planner.advice.checks.case import Case, missing, remark
from planner.errors import Remark


def chain(case: Case) -> Iterator[Remark]:
    """Nobody prevents harm they have not looked for, and a report nobody asked for does not come."""
    chain = case.plan["chain"]
    yield from missing([(not chain["risks"], "chain.risks", "no-risk-analysis")])
    for risk in case.risks:
        path = f"chain.risks[{risk.place}]"
        yield from missing(
            [
                (not risk.record["topic"], f"{path}.topic", "risk-without-topic"),
                (not risk.record["severity"], f"{path}.severity", "risk-without-severity"),
                (not risk.record["sources"], f"{path}.sources", "risk-without-source"),
            ],
            item=risk.number,
        )
    yield from missing([(not chain["reports_due"], "chain.reports_due", "no-report-due")])
    for index, report in enumerate(chain["reports_due"]):
        if is_late(report["due"], case.today, closed=bool(report["received"])):
            yield remark(f"chain.reports_due[{index}].due", "report-late", "advice", due=str(report["due"]))
