"""Takes a plan a supplier has received; gives the same improvements as a plan for another of its customers."""

from __future__ import annotations

from planner.plan import Plan, empty
from planner.shape import copied

THE_CUSTOMERS = (
    "title", "shared", "copy_of", "buyer", "contract", "trigger", "agreement", "incentives", "supports", "signals",
    "escalation", "reviews", "signatories", "no_buyer_action_reason",
)  # fmt: skip
"""What a plan says of the customer who sent it, or between the two; no other customer may see it."""
OF_THE_SUPPLIER = "supplier"


def for_another(plan: Plan, id: str) -> Plan:
    """Give a plan of its own, `id`, that keeps what the supplier does about its findings and how far it is.

    What the first customer does, pays or has said is left out. Texts stay as typed: only people can tell whether one
    names somebody.
    """
    made = copied(plan)
    fresh = empty(str(plan["kind"]), plan["language"] or "en", id)
    made["id"], made["revision"] = id, 1
    for part in THE_CUSTOMERS:
        made[part] = fresh[part]  # type: ignore[literal-required]
    made["participants"] = [one for one in made["participants"] if one["side"] != "buyer"]
    made["actions"] = [one for one in made["actions"] if one["side"] in (None, OF_THE_SUPPLIER)]
    for action in made["actions"]:
        action["support"] = action["support_asked"] = action["cost"]["shares"] = None
        action["verified"]["by"] = action["effectiveness"]["by"] = None
    for finding in made["findings"]:
        finding["involvement"]["buyer"] = finding["leverage"]["level"] = None
        finding["leverage"]["means"] = []
        finding["clause"] = None
        finding["root_causes"] = [one for one in finding["root_causes"] if one["origin"] != "buyer"]
    made["chain"]["reports_due"] = []
    return made
