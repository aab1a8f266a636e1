"""Takes the findings; remarks what is not known of them, and what they ask for that no action gives."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.checks.case import Case, missing, remark
from planner.advice.severity import INVOLVED
from planner.advice.view import FindingView
from planner.errors import Remark
from planner.plan import Plan


def findings(case: Case) -> Iterator[Remark]:
    """Look at the findings, most severe first."""
    if not case.findings and "findings" in case.library.kind(case.plan["kind"])["answers"][:1]:
        yield remark("findings", "no-finding", "missing")
    for finding in case.findings:
        yield from _finding(finding, case.plan)


def own_side(case: Case) -> Iterator[Remark]:
    """The buyer's own practice is always looked at; leaving it empty needs a reason."""
    sides = {action.record["side"] for action in case.actions}
    left_empty = bool(case.findings) and not sides & {"buyer", "joint"} and not case.plan["no_buyer_action_reason"]
    return missing([(left_empty, "no_buyer_action_reason", "no-buyer-action")])


def benefits(case: Case) -> Iterator[Remark]:
    """A supplier should read what it gains."""
    return missing([(not case.plan["benefits"], "benefits", "no-benefit")])


def _finding(view: FindingView, plan: Plan) -> Iterator[Remark]:
    finding, path = view.record, f"findings[{view.index}]"
    parts = finding["involvement"]
    yield from missing(
        [
            (not finding["topic"], f"{path}.topic", "finding-without-topic"),
            (not finding["text"] and not view.sign, f"{path}.text", "finding-without-text"),
            (view.level is None, f"{path}.scale", "finding-not-rated"),
            (
                view.level is not None and "life_or_freedom" in view.unknown,
                f"{path}.life_or_freedom",
                "life-or-freedom-unknown",
            ),
            (not finding["position"], f"{path}.position", "finding-without-position"),
            (parts["supplier"] is None or parts["buyer"] is None, f"{path}.involvement.buyer", "involvement-unknown"),
            (not finding["root_causes"], f"{path}.root_causes", "no-root-cause"),
            (
                not view.actions and not finding["no_action_reason"],
                f"{path}.no_action_reason",
                "finding-without-action",
            ),
        ],
        item=view.number,
    )
    if finding["position"] == "supplier-own" and parts["supplier"] in ("linked", "none"):
        yield remark(f"{path}.involvement.supplier", "own-harm-only-linked", "advice", item=view.number)
    answered = [one for one in plan["actions"] if finding["id"] in one["findings"]]
    natures = {one["nature"] for one in answered}
    owes_remedy = finding["state"] == "actual" and (set(parts.values()) & set(INVOLVED))
    if answered and owes_remedy and "remedy" not in natures:
        yield remark(path, "no-remedy", "advice", item=view.number)
    if answered and view.level == "critical" and finding["state"] == "actual" and "contain" not in natures:
        yield remark(path, "no-containment", "advice", item=view.number)
