"""Takes the findings and actions of a view; gives the plan in numbers."""

from __future__ import annotations

from collections import Counter

from planner.advice.view import ActionView, AreaView, Figures, FindingView, OpenedView
from planner.vocabularies import DONE, WITHDRAWN


def figures(
    findings: tuple[FindingView, ...],
    actions: tuple[ActionView, ...],
    areas: tuple[AreaView, ...],
    opened: tuple[OpenedView, ...],
) -> Figures:
    """Count findings, actions, areas and lights; withdrawn actions do not count."""
    open_or_closed = [action for action in actions if action.record["status"] != WITHDRAWN]
    percents = [_percent(action) for action in open_or_closed]
    done = sum(_is_done(action) for action in open_or_closed)
    return Figures(
        findings=len(findings),
        actions=len(open_or_closed),
        done=done,
        late=sum(action.late for action in open_or_closed),
        percent=min(round(sum(percents) / len(percents)), 100 if done == len(percents) else 99) if percents else 0,
        by_level=dict(Counter(finding.level or "unrated" for finding in findings)),
        by_status=dict(Counter(action.record["status"] or "proposed" for action in open_or_closed)),
        by_side=dict(Counter(action.record["side"] or "unassigned" for action in open_or_closed)),
        by_standing=dict(Counter((area.record and area.record["standing"]) or "unknown" for area in areas)),
        by_light=dict(Counter(one.light for one in opened)),
    )


def _is_done(action: ActionView) -> bool:
    return action.record["status"] in DONE


def _percent(action: ActionView) -> int:
    return 100 if _is_done(action) else min(max(action.record["percent"] or 0, 0), 100)
