"""Takes a plan and the library; gives the measures that fit it, each with the answers that chose it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from planner.advice import schedule, severity
from planner.advice.subjects import LIKELIEST, Subject, subjects
from planner.library import Library, Measure
from planner.plan import Plan
from planner.remembering import remembered

PACE = "major"
"""Deadlines proposed while it is not known how severe something is."""
NATURES = ("contain", "remedy", "correct", "prevent")
TOO_WEAK_ALONE = ("self-assessment", "photo-or-video", "office-audit")
"""A critical finding is not closed on one of these alone."""


class Suggestion(NamedTuple):
    """A measure proposed for what an action can answer."""

    finding: str
    """Id of the finding, area, risk or deviation it answers."""
    place: str
    """Where that stands in the plan, `findings[0]`."""
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


class Dates(NamedTuple):
    """What is proposed for when."""

    due: str
    milestones: tuple[tuple[str, str], ...]
    effectiveness: str


def suggest(plan: Plan, library: Library, today: date) -> list[Suggestion]:
    """Give what the library proposes, most severe first, without what the plan already has."""
    taken: dict[str, list[str | None]] = {}
    for action in plan["actions"]:
        for answered in action["findings"]:
            taken.setdefault(answered, []).append(action["measure"])
    return [
        one
        for subject in sorted(subjects(plan, library), key=lambda subject: severity.place(subject.level))
        for one in _of_subject(subject, tuple(taken.get(subject.id, ())), library, today)
    ]


@remembered
def _of_subject(
    subject: Subject, taken: tuple[str | None, ...], library: Library, today: date
) -> tuple[Suggestion, ...]:
    return tuple(
        _suggestion(
            subject, measure, because, _dates(measure["id"], subject.pace or PACE, subject.country, library, today)
        )
        for measure, because in fitting(subject, library)
        if measure["id"] not in taken
    )


def fitting(subject: Subject, library: Library) -> list[tuple[Measure, tuple[str, ...]]]:
    """Give the measures whose conditions a subject meets, with the answers that met them.

    By nature, and within it first those that answer a root cause that is known. What is not known yet is taken for the
    likeliest answer; where there is none, it meets every condition.
    """
    found: list[tuple[Measure, tuple[str, ...]]] = []
    for measure in library.answering(subject.key):
        conditions = measure.get("when", {})
        answers = {field: subject.answers.get(field) for field in conditions}
        taken = {field: answer or LIKELIEST.get(field) for field, answer in answers.items()}
        if all(answer is None or answer in conditions[field] for field, answer in taken.items()):
            found.append((measure, _because(subject, measure, answers)))
    return sorted(found, key=lambda pair: (NATURES.index(pair[0]["nature"]), not _causes(subject, pair[0])))


def _causes(subject: Subject, measure: Measure) -> list[str]:
    """Give where the known root causes stand that a measure answers."""
    return [subject.causes[cause] for cause in measure.get("root_causes", ()) if cause in subject.causes]


def _because(subject: Subject, measure: Measure, answers: dict[str, str | None]) -> tuple[str, ...]:
    """Give the paths of what chose a measure; the deadline follows the level, so what decided that is among them."""
    given = [subject.paths[field] for field, answer in answers.items() if answer is not None and field in subject.paths]
    decided = (subject.paths["key"], *given, *_causes(subject, measure), *subject.decided)
    return tuple(dict.fromkeys(f"{subject.path}.{path}" for path in decided))


def _suggestion(subject: Subject, measure: Measure, because: tuple[str, ...], dates: Dates) -> Suggestion:
    indicator = measure.get("indicator")
    return Suggestion(
        finding=subject.id,
        place=subject.path,
        measure=measure["id"],
        side=measure["side"],
        nature=measure["nature"],
        due=dates.due,
        milestones=dates.milestones,
        verification=_verification(measure, subject.level),
        unit=indicator["unit"] if indicator else None,
        target=indicator.get("target") if indicator else None,
        safeguard=bool(measure.get("safeguard")),
        effectiveness=dates.effectiveness,
        because=because,
    )


@remembered
def _dates(id: str, pace: str, country: str | None, library: Library, today: date) -> Dates:
    """Propose dates: the same for all that a measure answers at one pace in one country."""
    measure = library.measures[id]
    duration = measure.get("within", {}).get(pace) or library.deadlines[pace][measure["nature"]]
    wanted = schedule.later(today, duration)
    due = schedule.working_day(wanted, country, library.workweek)
    milestones = tuple(
        (one["id"], min(due, schedule.working_day(part, country, library.workweek)).isoformat())
        for one in measure["milestones"]
        for part in [today + timedelta(days=round((wanted - today).days * one["at"] / 100))]
    )
    second = schedule.working_day(schedule.later(due, library.deadlines["effectiveness"]), country, library.workweek)
    return Dates(due.isoformat(), milestones, second.isoformat())


def _verification(measure: Measure, level: str | None) -> str:
    if level != "critical":
        return measure["verification"][0]
    strong = [way for way in measure["verification"] if way not in TOO_WEAK_ALONE]
    return (strong or ["site-visit"])[0]
