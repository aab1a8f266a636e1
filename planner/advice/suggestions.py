"""Takes a plan and the library; gives the measures that fit its findings, each with the answers that chose it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from planner.advice import schedule, severity
from planner.library import Library, Measure
from planner.plan import Finding, Plan

RATED_AS = "major"
"""Deadlines proposed while a finding is not rated yet."""
NATURES = ("contain", "remedy", "correct", "prevent")
LIKELIEST = {"position": "supplier-own", "involvement.supplier": "cause", "involvement.buyer": "linked"}
"""What an audit or a visit most often finds. A remark asks for the real answer, since it decides who owes remedy."""
TOO_WEAK_ALONE = ("self-assessment", "photo-or-video", "office-audit")
"""A critical finding is not closed on one of these alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A measure proposed for a finding."""

    finding: str
    measure: str
    side: str
    nature: str
    due: str
    milestones: tuple[tuple[str, str], ...]
    """Id and proposed date."""
    verification: str
    unit: str | None
    target: float | int | None
    safeguard: bool
    effectiveness: str
    """Proposed date of the second, later check: completion is not effectiveness."""
    because: tuple[str, ...]
    """Paths of the answers that chose it."""


def suggest(plan: Plan, library: Library, today: date) -> list[Suggestion]:
    """Give what the library proposes for each finding, most severe first, without what the plan already has."""
    taken = {(finding, action["measure"]) for action in plan["actions"] for finding in action["findings"]}
    ordered = sorted(enumerate(plan["findings"]), key=lambda pair: severity.rank(pair[1]))
    return [
        _suggestion(plan, library, index, finding, measure, because, today)
        for index, finding in ordered
        for measure, because in fitting(finding, index, library)
        if (finding["id"], measure["id"]) not in taken
    ]


def fitting(finding: Finding, index: int, library: Library) -> list[tuple[Measure, tuple[str, ...]]]:
    """Give the measures whose conditions a finding meets, by nature, with the answers that met them.

    What is not known yet is taken for the likeliest answer; where there is none, it meets every condition.
    """
    found = []
    for measure in library.of_topic(finding["topic"]):
        conditions = measure.get("when", {})
        answers = {field: _answer(finding, field) for field in conditions}
        taken = {field: answer or LIKELIEST.get(field) for field, answer in answers.items()}
        if all(answer is None or answer in conditions[field] for field, answer in taken.items()):
            given = [field for field, answer in answers.items() if answer is not None]
            decided = [path for field in given for path in _paths(finding, field)]
            found.append((measure, tuple(f"findings[{index}].{path}" for path in ("topic", *decided))))
    return sorted(found, key=lambda pair: NATURES.index(pair[0]["nature"]))


def _answer(finding: Finding, field: str) -> str | None:
    if field == "level":
        return severity.level(finding)
    found: Any = finding
    for name in field.split("."):
        found = found[name]
    return found if isinstance(found, str) else None


def _paths(finding: Finding, field: str) -> tuple[str, ...]:
    return severity.why(finding) if field == "level" else (field,)


def _suggestion(
    plan: Plan, library: Library, index: int, finding: Finding, measure: Measure, because: tuple[str, ...], today: date
) -> Suggestion:
    country = _country(plan, finding)
    level = severity.level(finding) or RATED_AS
    duration = measure.get("within", {}).get(level) or library.deadlines[level][measure["nature"]]
    wanted = schedule.later(today, duration)
    due = schedule.working_day(wanted, country, library.workweek)
    milestones = tuple(
        (one["id"], min(due, schedule.working_day(part, country, library.workweek)).isoformat())
        for one in measure["milestones"]
        for part in [today + timedelta(days=round((wanted - today).days * one["at"] / 100))]
    )
    second = schedule.later(due, library.deadlines["effectiveness"])
    indicator = measure.get("indicator")
    return Suggestion(
        finding=finding["id"],
        measure=measure["id"],
        side=measure["side"],
        nature=measure["nature"],
        due=due.isoformat(),
        milestones=milestones,
        verification=_verification(measure, level),
        unit=indicator["unit"] if indicator else None,
        target=indicator.get("target") if indicator else None,
        safeguard=bool(measure.get("safeguard")),
        effectiveness=schedule.working_day(second, country, library.workweek).isoformat(),
        because=because + tuple(f"findings[{index}].{name}" for name in _new(severity.why(finding), because)),
    )


def _new(decided: tuple[str, ...], because: tuple[str, ...]) -> list[str]:
    """The deadline follows the level, so what decided the level is among the reasons, once."""
    return [name for name in decided if not any(path.endswith(f".{name}") for path in because)]


def _verification(measure: Measure, level: str) -> str:
    if level != "critical":
        return measure["verification"][0]
    strong = [way for way in measure["verification"] if way not in TOO_WEAK_ALONE]
    return (strong or ["site-visit"])[0]


def _country(plan: Plan, finding: Finding) -> str | None:
    """Give the country whose working days count: the buyer's for its own practice, else the supplier's."""
    return plan["buyer" if finding["position"] == "buyer-own" else "supplier"]["country"]
