"""Takes the path of a field; gives the name it has on the page, and the step of the page it is on."""

from __future__ import annotations

import re

from planner.words import Words

STEPS = {
    "title": "start", "kind": "start",
    "findings": "findings", "strengths": "findings", "policy": "findings", "chain": "findings", "programme": "findings",
    "actions": "actions", "no_buyer_action_reason": "actions",
    "agreement": "follow-up", "benefits": "follow-up", "incentives": "follow-up", "obstacles": "follow-up",
    "supports": "follow-up", "signals": "follow-up", "escalation": "follow-up", "reviews": "follow-up",
    "policy.publications": "follow-up", "chain.reports_due": "follow-up", "programme.effects": "follow-up",
}  # fmt: skip
"""The step of the page on which a part of the plan is asked; all else is who and why."""
GROUPS = {"policy.areas": "policy-areas", "chain.areas": "contract-areas", "programme.areas": "programme-areas"}
"""Groups of the page that are not named as the part of the plan they ask."""


def step(path: str) -> str:
    """Give the step of the page that asks for a field."""
    part, _, rest = _plain(path).partition(".")
    return STEPS.get(f"{part}.{rest.partition('.')[0]}") or STEPS.get(part, "who")


def label(path: str, words: Words) -> str:
    """Give the name a field has on the page, or the group it belongs to; a place without either goes by its path."""
    parts = _plain(path).split(".")
    for end in range(len(parts), 0, -1):
        key = ".".join(parts[:end])
        group = GROUPS.get(key, parts[end - 1].replace("_", "-"))
        for found in (f"form.fields.{key}.label", f"form.groups.{group}.title"):
            if words.has(found):
                return words(found)
    return path


def _plain(path: str) -> str:
    return re.sub(r"\[\d+\]", "", path)
