"""Takes one finding; gives how severe it is, why, and what its position and the parties' involvement ask for.

Severity is the highest of scale, scope and irremediability, not their product: one high dimension is enough
(UNGP 14 and its commentary; UNGP 24 on order). Likelihood ranks harm that may happen, never its severity.
"""

from __future__ import annotations

from typing import Literal

from planner.plan import Finding
from planner.remembering import remembered
from planner.vocabularies import VOCABULARIES

Level = Literal["critical", "major", "minor", "observation"]
LEVELS: tuple[Level, ...] = ("critical", "major", "minor", "observation")
DIMENSIONS = ("scale", "scope", "irremediability")

INVOLVED = ("cause", "contribute")


def level(finding: Finding) -> Level | None:
    """Give the level of a finding; None while neither life and freedom nor any dimension is known."""
    if finding["life_or_freedom"] == "yes":
        return "critical"
    known = _known(finding)
    return LEVELS[4 - max(known.values())] if known else None


def why(finding: Finding) -> tuple[str, ...]:
    """Give what decided the level: `life_or_freedom`, or each dimension that reaches it."""
    if finding["life_or_freedom"] == "yes":
        return ("life_or_freedom",)
    known = _known(finding)
    return tuple(name for name, score in known.items() if score == max(known.values()))


def unknown(finding: Finding) -> tuple[str, ...]:
    """Give what is still to be asked before the level is certain; nothing once it cannot rise."""
    if level(finding) == "critical":
        return ()
    asked = [name for name in DIMENSIONS if finding[name] is None]  # type: ignore[literal-required]
    return (*(["life_or_freedom"] if finding["life_or_freedom"] is None else []), *asked)


def urgent(finding: Finding) -> bool:
    """Tell whether the first hours count: critical harm that is happening, or danger to life or freedom."""
    return finding["life_or_freedom"] == "yes" or (level(finding) == "critical" and finding["state"] == "actual")


@remembered
def rank(finding: Finding) -> tuple[int, int, int]:
    """Give a sort key: most severe first, unrated before observations are lost sight of, then the likelier."""
    actual = 0 if finding["state"] == "actual" else 1
    return place(level(finding)), actual, -(finding["likelihood"] or 0)


def place(found: str | None) -> int:
    """Give a level's place, the most severe first; what is not rated stands with the major."""
    return LEVELS.index(found) if found in LEVELS else LEVELS.index("major")


def asked(finding: Finding) -> tuple[str, ...]:
    """Give what is asked, as keys of `reasons.asked`: by urgency, position, involvement, state (UNGP 13, 19, 22)."""
    parties = finding["involvement"]
    urgent = ("at-once",) if level(finding) == "critical" else ()
    return (
        *urgent,
        *asked_by("positions", "position", finding["position"]),
        *asked_by("involvement", "supplier", parties["supplier"]),
        *asked_by("involvement", "buyer", parties["buyer"]),
        *asked_by("states", "state", finding["state"]),
    )


def asked_by(vocabulary: str, name: str, answer: str | None) -> tuple[str, ...]:
    """Give what one answer asks; nothing if it is not known, is "none" or comes from a newer library."""
    return (f"{name}-{answer}",) if answer in VOCABULARIES[vocabulary] and answer != "none" else ()


def _known(finding: Finding) -> dict[str, int]:
    scores = {name: finding[name] for name in DIMENSIONS}  # type: ignore[literal-required]
    return {name: score for name, score in scores.items() if isinstance(score, int) and 1 <= score <= 4}
