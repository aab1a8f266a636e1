"""Takes a plan and who will read it; gives the plan without what that reader may not see."""

from __future__ import annotations

from typing import Any, Literal, cast

from planner.plan import Plan
from planner.shape import copied

Audience = Literal["buyer", "supplier", "public"]
AUDIENCES: tuple[Audience, ...] = ("buyer", "supplier", "public")
SEES: dict[str, tuple[str, ...]] = {"supplier": ("public", "parties"), "public": ("public",)}
BY_VISIBILITY = ("findings", "actions", "signals", "escalation", "reviews")
PEOPLE = ("participants", "consultations", "signatories")
SAFE = "yes"
"""The answer that nobody can be punished for a signal. Until it is given, the signal stays with the buyer unless the
buyer says who may see it, and its source stays with the buyer in any case."""


def for_audience(plan: Plan, audience: Audience) -> Plan:
    """Leave out what a reader may not see; what says nothing of visibility is for the parties.

    A supplier's copy holds nothing marked `buyer`, no signal that somebody may be punished for unless the buyer marked
    it for the parties, then still without its source, and nothing of the follow-up of other suppliers; a public copy
    holds only what is marked `public`, no names and addresses of people, and nothing the two agreed between them.
    Everybody else's fields stay as they are; the buyer's own copy is the plan itself.
    """
    if audience == "buyer":
        return plan
    copy = visible(plan, audience)
    _without(copy, {one["id"] for follow_up in copy["programme"]["follow_ups"] for one in follow_up["deviations"]})
    copy["programme"]["follow_ups"] = []
    if copy["kind"] == "follow-up-programme":
        for review in copy["reviews"]:
            review["changes"] = []  # they name other suppliers
    for signal in copy["signals"]:
        if signal["source_protected"] != SAFE or audience == "public":
            signal["source"] = None
    if audience == "public":
        _without_people(cast(dict[str, Any], copy))
    _remember(copy, audience)
    return copy


def _remember(copy: Plan, audience: Audience) -> None:
    """Note what the copy is of. The supplier's copy of a copy still remembers how the first was sent; others do not."""
    if copy["copy_of"]["audience"] != "supplier" or audience != "supplier":
        copy["copy_of"] = {"revision": copy["revision"], "audience": audience, "plan": {}}
    copy["shared"] = {"revision": None, "day": None}


def visible(plan: Plan, audience: Audience) -> Plan:
    """Leave out the rows a reader may not see, and the actions that answer nothing else."""
    copy = copied(plan)
    if audience == "buyer":
        return copy
    rows = cast(dict[str, Any], copy)
    for part in BY_VISIBILITY:
        rows[part] = [one for one in rows[part] if _visibility(one) in SEES[audience]]
    _without(copy, {one["id"] for one in plan["findings"]} - {one["id"] for one in copy["findings"]})
    return copy


def _visibility(row: dict[str, Any]) -> str:
    """Give who may see a row; what may still get somebody punished is the buyer's until the buyer says otherwise."""
    safe = row.get("source_protected", SAFE) == SAFE
    return row["visibility"] or ("parties" if safe else "buyer")


def _without(copy: Plan, hidden: set[str]) -> None:
    """Leave out the actions that answer hidden rows alone; what is left no longer names them."""
    copy["actions"] = [one for one in copy["actions"] if not one["findings"] or set(one["findings"]) - hidden]
    for row in (*copy["actions"], *copy["signals"]):
        row["findings"] = [id for id in row["findings"] if id not in hidden]


def _without_people(copy: dict[str, Any]) -> None:
    for part in PEOPLE:
        copy[part] = []
    for party in ("buyer", "supplier"):
        copy[party]["contact"] = copy[party]["email"] = None
    for action in copy["actions"]:
        action["owner"] = action["note"] = action["status_reason"] = None
        action["support"] = action["support_asked"] = action["cost"]["shares"] = None
        action["remedy"]["agreed_with"] = None
        action["verified"]["by"] = action["effectiveness"]["by"] = None
        for change in action["due_changes"]:
            change["reason"] = None
    for finding in copy["findings"]:
        finding["response"]["reason"] = None
    for signal in copy["signals"]:
        signal["reply"] = None
    for review in copy["reviews"]:
        review["by"] = review["note"] = None
        review["answers"], review["changes"] = {}, []  # an owner who changed is named in both
    copy["agreement"]["authority"] = copy["agreement"]["text"] = copy["no_buyer_action_reason"] = None
    copy["policy"]["management"] = copy["policy"]["board"] = None
    copy["programme"]["steering"], copy["programme"]["coordinators"] = None, []
    for section in ("policy", "chain", "programme"):
        for area in copy[section]["areas"]:
            area["evidence"] = None
    for risk in copy["chain"]["risks"]:
        risk["sources"] = []
