"""Takes a plan with its levels; gives remarks: what is missing, and what deserves a second look. It blocks nothing.

Sources of the rules, by remark code, stand in `data/rules.yaml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from planner.advice import schedule
from planner.advice.severity import INVOLVED, LEVELS
from planner.advice.suggestions import TOO_WEAK_ALONE
from planner.advice.view import ActionView, FindingView
from planner.errors import Remark, Weight
from planner.library import Library
from planner.plan import Plan
from planner.shape import marked

PACE = 8
"""So many of one side's actions due in the same month are too many at once; danger to life or freedom never waits."""


def check(
    plan: Plan, library: Library, findings: tuple[FindingView, ...], actions: tuple[ActionView, ...]
) -> list[Remark]:
    """Give all remarks on a plan, in the order of its parts."""
    return [
        *_unknown_ids(plan, library),
        *_repeated_ids(plan),
        *_parties(plan),
        *(remark for finding in findings for remark in _finding(finding, plan)),
        *_plan_needs(plan, findings, actions),
        *(remark for action in actions for remark in _action(action, plan)),
        *_order(actions),
        *_pace(actions),
        *_agreement(plan),
    ]


def _remark(path: str, code: str, weight: Weight, **values: str) -> Remark:
    return Remark(path=path, code=code, weight=weight, values=values)


def _missing(wanted: Iterable[tuple[bool, str, str]], **values: str) -> Iterator[Remark]:
    """Remark each (is it missing?, path, code) that is."""
    return (_remark(path, code, "missing", **values) for lacks, path, code in wanted if lacks)


def _unknown_ids(plan: Plan, library: Library) -> Iterator[Remark]:
    for path, vocabulary, id in marked(plan, Plan):
        if not library.knows(vocabulary, id):
            yield _remark(path, "unknown-id", "advice", value=id)


def _repeated_ids(plan: Plan) -> Iterator[Remark]:
    for part in ("findings", "actions"):
        rows: list[Any] = plan[part]
        counted = Counter(row["id"] for row in rows)
        for index, row in enumerate(rows):
            if counted[row["id"]] > 1:
                yield _remark(f"{part}[{index}]", "repeated-id", "error", value=row["id"])


def _parties(plan: Plan) -> Iterator[Remark]:
    sides = {one["side"] for one in plan["participants"]}
    signing = {one["side"] for one in plan["signatories"] if one["authority"] == "yes"}
    workers_heard = bool(plan["consultations"]) or bool(sides & {"workers", "union"})
    yield from _missing(
        [
            (not plan["buyer"]["organisation"], "buyer.organisation", "no-buyer"),
            (not plan["supplier"]["organisation"], "supplier.organisation", "no-supplier"),
            (not plan["trigger"]["type"], "trigger.type", "no-trigger"),
            ("supplier" not in sides, "participants", "no-supplier-participant"),
            (not workers_heard, "consultations", "no-worker-voice"),
            (not {"buyer", "supplier"} <= signing, "signatories", "no-authority"),
        ]
    )
    start, end = (schedule.day(plan["contract"][name]) for name in ("start", "end"))
    if start and end and end < start:
        yield _remark("contract.end", "contract-ends-before-start", "advice")


def _finding(view: FindingView, plan: Plan) -> Iterator[Remark]:
    finding, path = view.record, f"findings[{view.index}]"
    parts = finding["involvement"]
    yield from _missing(
        [
            (not finding["topic"], f"{path}.topic", "finding-without-topic"),
            (not finding["text"], f"{path}.text", "finding-without-text"),
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
        yield _remark(f"{path}.involvement.supplier", "own-harm-only-linked", "advice", item=view.number)
    answered = [one for one in plan["actions"] if finding["id"] in one["findings"]]
    natures = {one["nature"] for one in answered}
    owes_remedy = finding["state"] == "actual" and (set(parts.values()) & set(INVOLVED))
    if answered and owes_remedy and "remedy" not in natures:
        yield _remark(path, "no-remedy", "advice", item=view.number)
    if answered and view.level == "critical" and finding["state"] == "actual" and "contain" not in natures:
        yield _remark(path, "no-containment", "advice", item=view.number)


def _plan_needs(plan: Plan, findings: tuple[FindingView, ...], actions: tuple[ActionView, ...]) -> Iterator[Remark]:
    sides = {action.record["side"] for action in actions}
    own_side_open = bool(findings) and not sides & {"buyer", "joint"} and not plan["no_buyer_action_reason"]
    yield from _missing(
        [
            (not findings, "findings", "no-finding"),
            (own_side_open, "no_buyer_action_reason", "no-buyer-action"),
            (not plan["benefits"], "benefits", "no-benefit"),
        ]
    )


def _action(view: ActionView, plan: Plan) -> Iterator[Remark]:
    action, path, item = view.record, f"actions[{view.index}]", view.number
    yield from _missing(
        [
            (not action["text"] and not view.measure, f"{path}.text", "action-without-text"),
            (not view.findings, f"{path}.findings", "action-without-finding"),
            (not action["owner"], f"{path}.owner", "action-without-owner"),
            (not action["due"], f"{path}.due", "action-without-due"),
            (not action["milestones"], f"{path}.milestones", "action-without-milestones"),
            (not action["verification"], f"{path}.verification", "action-without-verification"),
            (
                action["status"] in ("blocked", "disputed", "withdrawn") and not action["status_reason"],
                f"{path}.status_reason",
                "status-without-reason",
            ),
            (
                action["status"] == "verified" and not action["verified"]["by"],
                f"{path}.verified.by",
                "verified-by-nobody",
            ),
        ],
        item=item,
    )
    if view.level == "critical" and action["verification"] in TOO_WEAK_ALONE:
        yield _remark(f"{path}.verification", "weak-verification", "advice", item=item)
    if action["verification"] == "union-confirmation":
        yield _remark(f"{path}.verification", "union-must-be-free", "advice", item=item)
    if view.late:
        yield _remark(f"{path}.due", "action-late", "advice", item=item)
    yield from _dates(view, plan)


def _dates(view: ActionView, plan: Plan) -> Iterator[Remark]:
    action, path, item = view.record, f"actions[{view.index}]", view.number
    start, due = schedule.day(action["start"]), schedule.day(action["due"])
    end = schedule.day(plan["contract"]["end"])
    if start and due and due < start:
        yield _remark(f"{path}.due", "due-before-start", "advice", item=item)
    if due and end and due > end:
        yield _remark(f"{path}.due", "due-after-contract", "advice", item=item, end=end.isoformat())
    for place, milestone in enumerate(action["milestones"]):
        one = schedule.day(milestone["due"])
        if one and due and one > due:
            yield _remark(f"{path}.milestones[{place}].due", "milestone-after-due", "advice", item=item)
        if one is None:
            yield _remark(f"{path}.milestones[{place}].due", "milestone-without-due", "missing", item=item)
    closed, check_due = schedule.day(action["closed"]), schedule.day(action["effectiveness"]["due"])
    if start and closed and closed < start:
        yield _remark(f"{path}.closed", "closed-before-start", "advice", item=item)
    if due and check_due and check_due < due:
        yield _remark(f"{path}.effectiveness.due", "effectiveness-before-due", "advice", item=item)


def _order(actions: tuple[ActionView, ...]) -> Iterator[Remark]:
    """The most serious first: a critical action that starts its work after every lesser one's deadline is late."""
    first: dict[str, str] = {}
    for action in actions:
        due = action.record["due"]
        if action.level and schedule.day(due) and action.record["side"] != "buyer":
            first[action.level] = min(first.get(action.level, "9999"), str(due))
    for place, level in enumerate(LEVELS):
        lesser = [(first[other], other) for other in LEVELS[place + 1 :] if other in first]
        if level in first and lesser and min(lesser)[0] < first[level]:
            yield _remark("actions", "less-severe-first", "advice", level=level, other=min(lesser)[1])
            return


def _pace(actions: tuple[ActionView, ...]) -> Iterator[Remark]:
    months: Counter[tuple[str, str]] = Counter()
    for action in actions:
        due, side = action.record["due"], action.record["side"]
        waits_for_nobody = action.level == "critical" or action.record["nature"] == "contain"
        if schedule.day(due) and side and not waits_for_nobody:
            months[str(due)[:7], side] += 1
    for (month, side), count in sorted(months.items()):
        if count > PACE:
            yield _remark("actions", "too-much-at-once", "advice", month=month, side=side, count=str(count))


def _agreement(plan: Plan) -> Iterator[Remark]:
    agreement = plan["agreement"]
    return _missing(
        [
            (not agreement["first"], "agreement.first", "no-first-follow-up"),
            (not agreement["every"], "agreement.every", "no-rhythm"),
            (not agreement["channel"], "agreement.channel", "no-channel"),
            (not agreement["report_contains"], "agreement.report_contains", "no-report-contents"),
        ]
    )
