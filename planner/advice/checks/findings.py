"""Takes the findings; remarks what is not known of them, and what they ask for that no action gives."""

from __future__ import annotations

from collections.abc import Iterator

from planner.advice.checks.case import Case, missing, remark
from planner.advice.ladder import TOGETHER
from planner.advice.severity import INVOLVED
from planner.advice.view import FindingView
from planner.errors import Remark
from planner.plan import answering
from planner.remembering import remembered
from planner.vocabularies import WITHDRAWN


def findings(case: Case) -> Iterator[Remark]:
    """Look at the findings, most severe first."""
    if not case.findings and "findings" in case.library.kind(case.plan["kind"])["answers"][:1]:
        yield remark("findings", "no-finding", "missing")
    actions = answering(case.plan)
    for finding in case.findings:
        answers = [one for one in actions.get(finding.record["id"], ()) if one["status"] != WITHDRAWN]
        yield from _of_finding(finding, tuple(one["nature"] for one in answers))


def own_side(case: Case) -> Iterator[Remark]:
    """The buyer's own practice is always looked at; leaving it empty needs a reason."""
    sides = {action.record["side"] for action in case.actions if action.record["status"] != WITHDRAWN}
    left_empty = bool(case.findings) and not sides & {"buyer", "joint"} and not case.plan["no_buyer_action_reason"]
    return missing([(left_empty, "no_buyer_action_reason", "no-buyer-action")])


def benefits(case: Case) -> Iterator[Remark]:
    """A supplier should read what it gains."""
    return missing([(not case.plan["benefits"], "benefits", "no-benefit")])


def obstacles(case: Case) -> Iterator[Remark]:
    """An obstacle taken seriously is answered with support (A2 of the source documents)."""
    for index, obstacle in enumerate(case.plan["obstacles"]):
        helps = case.library.support_against(obstacle)
        if helps and not set(helps) & set(case.plan["supports"]):
            values = {"obstacle": obstacle, "supports": ",".join(helps)}
            yield remark(f"obstacles[{index}]", "obstacle-unanswered", "advice", **values)


@remembered
def _of_finding(view: FindingView, natures: tuple[str | None, ...]) -> tuple[Remark, ...]:
    return tuple(_finding(view, frozenset(natures)))


def _finding(view: FindingView, natures: frozenset[str | None]) -> Iterator[Remark]:
    finding, path = view.record, f"findings[{view.place}]"
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
            (not natures and not finding["no_action_reason"], f"{path}.no_action_reason", "finding-without-action"),
        ],
        item=view.number,
    )
    if finding["position"] == "supplier-own" and parts["supplier"] in ("linked", "none"):
        yield remark(f"{path}.involvement.supplier", "own-harm-only-linked", "advice", item=view.number)
    yield from _cause(view, natures)
    yield from _leverage(view)
    owes_remedy = finding["state"] == "actual" and ({parts["supplier"], parts["buyer"]} & {*INVOLVED})
    if natures and owes_remedy and "remedy" not in natures:
        yield remark(path, "no-remedy", "advice", item=view.number)
    if natures and view.level == "critical" and finding["state"] == "actual" and "contain" not in natures:
        yield remark(path, "no-containment", "advice", item=view.number)


def _cause(view: FindingView, natures: frozenset[str | None]) -> Iterator[Remark]:
    """First the cause, then the measure: what corrects or prevents without a cause treats the trace."""
    path = f"findings[{view.place}].root_causes"
    if view.record["root_causes"] or view.record["whys"]:
        return
    hasty = view.level in ("critical", "major") and natures & {"correct", "prevent"}
    yield remark(path, "measure-before-cause" if hasty else "no-root-cause", "missing", item=view.number)


def _leverage(view: FindingView) -> Iterator[Remark]:
    """Who is only linked to harm and has little weight needs others."""
    finding, path = view.record, f"findings[{view.place}].leverage.means"
    alone = not {*TOGETHER, "union-ngo", "authorities"} & set(finding["leverage"]["means"])
    if finding["leverage"]["level"] == "low" and finding["involvement"]["buyer"] == "linked" and alone:
        yield remark(path, "leverage-alone-low", "advice", item=view.number)
