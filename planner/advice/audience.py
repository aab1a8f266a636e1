"""Takes a plan and who will read it; gives the plan without what that reader may not see."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Literal, cast

from planner.plan import Plan

Audience = Literal["buyer", "supplier", "public"]
AUDIENCES: tuple[Audience, ...] = ("buyer", "supplier", "public")
SEES: dict[str, tuple[str, ...]] = {"supplier": ("public", "parties"), "public": ("public",)}
BY_VISIBILITY = ("findings", "actions", "signals", "escalation", "reviews")
PEOPLE = ("participants", "consultations", "signatories")


def for_audience(plan: Plan, audience: Audience) -> Plan:
    """Leave out what a reader may not see; what says nothing of visibility is for the parties.

    A supplier's copy holds nothing marked `buyer`; a public copy holds only what is marked `public`, and no names
    and addresses of people. Everybody else's fields stay as they are; the buyer's own copy is the plan itself.
    """
    if audience == "buyer":
        return plan
    copy = cast(dict[str, Any], deepcopy(plan))
    for part in BY_VISIBILITY:
        copy[part] = [one for one in copy[part] if (one.get("visibility") or "parties") in SEES[audience]]
    shown = {finding["id"] for finding in copy["findings"]}
    known = {finding["id"] for finding in plan["findings"]}
    hidden = known - shown
    copy["actions"] = [one for one in copy["actions"] if not one["findings"] or set(one["findings"]) - hidden]
    for action in copy["actions"]:
        action["findings"] = [id for id in action["findings"] if id not in hidden]
    if audience == "public":
        _without_people(copy)
    return cast(Plan, copy)


def _without_people(copy: dict[str, Any]) -> None:
    for part in PEOPLE:
        copy[part] = []
    for party in ("buyer", "supplier"):
        copy[party]["contact"] = copy[party]["email"] = None
    for action in copy["actions"]:
        action["owner"] = action["note"] = action["status_reason"] = None
        action["verified"]["by"] = action["effectiveness"]["by"] = None
