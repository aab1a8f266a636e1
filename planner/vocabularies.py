"""Takes nothing; gives the ids a field of a plan offers, by the vocabulary that `plan/` marks the field with."""

from __future__ import annotations

VOCABULARIES: dict[str, tuple[str, ...]] = {
    "kinds": ("supplier-improvement", "own-policy", "contract-performance", "follow-up-programme"),
    "sides": ("supplier", "buyer", "joint"),
    "natures": ("contain", "correct", "prevent", "remedy"),
    "statuses": ("proposed", "agreed", "in-progress", "done", "verified", "blocked", "disputed", "withdrawn"),
    "triggers": (
        "self-assessment", "visit", "audit", "signal", "complaint", "yearly-report", "contract-award", "own-review",
    ),
    "people": ("buyer", "supplier", "workers", "union", "employers", "ngo", "community", "other"),
    "positions": ("supplier-own", "supplier-direct", "deeper", "buyer-own"),
    "involvement": ("cause", "contribute", "linked", "none"),
    "states": ("actual", "potential"),
    "spreads": ("isolated", "systemic"),
    "leverage": ("high", "some", "low"),
    "means": (
        "contract", "orders", "incentives", "training", "joint-buyers", "sector", "union-ngo", "authorities",
    ),
    "verification": (
        "document-review", "photo-or-video", "remote-call", "self-assessment", "office-audit", "site-visit",
        "worker-interviews", "union-confirmation", "independent-monitor", "re-audit", "kpi-data",
    ),
    "visibility": ("public", "parties", "buyer"),
    "channels": ("report", "visit", "call", "email"),
    "rhythms": ("P1M", "P2M", "P3M", "P6M", "P1Y"),
    "report_contains": ("status", "evidence", "obstacles", "workers-voice", "new-risks", "next-steps"),
    "origins": ("supplier", "buyer", "context"),
    "stances": ("accepted", "disputed"),
    "levels": ("critical", "major", "minor", "observation"),
    "ladder": (
        "talk", "enhanced-plan", "joint-leverage", "advice", "investigate", "notice", "fine", "suspend", "terminate",
    ),
    "review_types": (
        "progress", "dialogue", "yearly-report", "yearly-review", "account", "closing", "leaving", "look-back",
    ),
    "verdicts": ("on-track", "behind", "standing-still", "finished"),
    "closing": (
        "deviations-remedied", "checked-with-people", "effect-seen", "remedy-received", "routines-changed",
        "result-shared",
    ),
    "lights": ("red", "yellow", "green", "grey"),
    "standings": ("no", "partly", "yes"),
    "yes_no": ("yes", "no"),
}  # fmt: skip
"""Ids a field offers. Others are kept and shown as text: a newer library may know them. Topics are the library's."""
DONE = ("done", "verified")
WITHDRAWN = "withdrawn"
"""Such an action stays in the plan with its reason, and counts for nothing: no finding is answered by it."""
CLOSED = (*DONE, WITHDRAWN)
"""Statuses of an action that leave nothing to do."""
