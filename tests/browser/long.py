"""Takes nothing; gives a plan as long as any: sixty findings, two hundred actions, all with something in them."""

from __future__ import annotations

from typing import Any

FINDINGS, ACTIONS = 60, 200
TOPICS = ("forced-labour", "working-hours", "safety-and-health", "environment", "freedom-of-association")


def long_plan() -> dict[str, Any]:
    """The plan, as the planner itself would save it."""
    return {
        "schema": 1,
        "id": "long",
        "kind": "supplier-improvement",
        "title": "A long plan",
        "language": "en",
        "created": "2026-11-01",
        "revision": 1,
        "buyer": {"organisation": "Nordisk Tøj ApS"},
        "supplier": {"organisation": "Shapla Knit Ltd", "country": "BD"},
        "findings": [_finding(at) for at in range(FINDINGS)],
        "actions": [_action(at) for at in range(ACTIONS)],
    }


def _finding(at: int) -> dict[str, Any]:
    return {
        "id": f"finding-{at}",
        "topic": TOPICS[at % len(TOPICS)],
        "text": f"Finding with the word number{at} in it",
        "state": "actual" if at % 2 else "potential",
        "position": "supplier-own",
        "scale": at % 4 + 1,
        "root_causes": [{"id": "prices", "text": None, "origin": "buyer"}],
    }


def _action(at: int) -> dict[str, Any]:
    return {
        "id": f"action-{at}",
        "findings": [f"finding-{at % FINDINGS}"],
        "text": f"Action with the word number{at} in it",
        "side": "buyer" if at % 5 == 0 else "supplier",
        "nature": "correct",
        "owner": f"Owner {at}",
        "due": f"2027-{at % 12 + 1:02}-15",
        "milestones": [{"id": f"m-{at}", "text": "Half way", "due": "2026-12-15", "done": None}],
        "status": "in-progress",
        "percent": at % 100,
    }
