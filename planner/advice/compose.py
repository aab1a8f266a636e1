"""Takes a plan, the library and a day; gives the View. The last station that decides anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from planner.advice import agenda, checks, course, events, ladder, letters, lights, progress, severity
from planner.advice.actions import view_actions
from planner.advice.checks.case import Case
from planner.advice.subjects import Subject, areas, risk_order, severity_order, subjects
from planner.advice.view import ActionView, AreaView, FindingView, FormView, Numbered, ReviewView, RiskView, View
from planner.errors import Remark
from planner.library import Library
from planner.plan import Finding, Plan, empty
from planner.remembering import remembered
from planner.vocabularies import DONE, WITHDRAWN

HEAD = (
    "schema", "kind", "id", "title", "language", "created", "revision", "buyer", "contract", "trigger", "shared",
    "copy_of",
)  # fmt: skip
"""What a template may say beforehand."""
Answering = Mapping[str, Sequence[ActionView]]


def compose(plan: Plan, library: Library, today: date, read: Iterable[Remark] = ()) -> View:
    """Compute everything a document or the page shows of a plan; `read` are the remarks its reader made."""
    kind = library.kind(plan["kind"])
    found = subjects(plan, library)
    actions = view_actions(plan, library, today, found)
    numbers, answering = {subject.id: subject.number for subject in found}, _answering(actions)
    findings = tuple(_findings(plan, library, numbers, answering))
    areas, risks = _areas(plan, library, answering), _risks(plan, found, answering)
    opened = lights.opened(plan, today, numbers, answering) if kind["section"] == "programme" else ()
    signals, steps = course.signals(plan, library, today, numbers), course.steps(plan, library, today)
    follow_ups = events.follow_ups(plan, library)
    case = Case(
        plan=plan,
        library=library,
        findings=findings,
        areas=areas,
        risks=risks,
        actions=actions,
        signals=signals,
        steps=steps,
        opened=opened,
        follow_ups=tuple(follow_ups),
        today=today,
    )
    return View(
        plan=plan,
        parties=tuple(kind["parties"]),
        section=kind["section"],
        chapters=tuple(kind["chapters"]),
        day=today,
        findings=findings,
        areas=areas,
        risks=risks,
        opened=opened,
        actions=actions,
        signals=signals,
        steps=steps,
        leaving=ladder.leaving(plan) is not None,
        competing=any(True for _ in ladder.together(plan, library)),
        reviews=_reviews(plan),
        agenda=tuple(agenda.agenda(plan, library, actions, signals, steps, opened)),
        forms=tuple(_form(form) for form in library.forms(plan["kind"])),
        first_hours=tuple((step["id"], step["within"]) for step in library.first_hours),
        follow_ups=tuple(follow_ups),
        events=events.events(plan, actions, signals, steps, opened, follow_ups, today),
        letters=letters.letters(case),
        numbered=_numbered(actions, signals, steps, (one for follow_up in opened for one in follow_up.deviations)),
        figures=progress.figures(findings, actions, areas, opened),
        remarks=(*read, *checks.check(case)),
        blank=_is_blank(plan),
    )


def _findings(plan: Plan, library: Library, numbers: dict[str, str], answering: Answering) -> Iterator[FindingView]:
    for index in severity_order(plan):
        finding = plan["findings"][index]
        number = numbers.get(finding["id"], f"F{index + 1}")
        actions = answering.get(number, ())
        contained = any(
            action.record["nature"] in ("contain", "correct") and action.record["status"] in DONE for action in actions
        )
        yield _finding(finding, index, number, tuple(action.number for action in actions), contained, library)


@remembered
def _finding(
    finding: Finding,
    index: int,
    number: str,
    actions: tuple[str, ...],
    contained: bool,  # noqa: FBT001 - only what stands in a row is remembered by
    library: Library,
) -> FindingView:
    topic = library.topic_of_sign(finding["sign"])
    return FindingView(
        number=number,
        place=index,
        record=finding,
        sign=f"{topic}.signs.{finding['sign']}" if topic and finding["text"] is None else None,
        level=severity.level(finding),
        why=severity.why(finding),
        unknown=severity.unknown(finding),
        urgent=severity.urgent(finding),
        contained=contained,
        asked=severity.asked(finding),
        actions=actions,
    )


def _areas(plan: Plan, library: Library, answering: Answering) -> tuple[AreaView, ...]:
    """Give every area of the kind in the library's order, then those of a newer library."""
    typed = areas(plan, library.kind(plan["kind"])["section"])
    kept = {area["id"]: index for index, area in enumerate(typed) if area["id"]}
    known = [area["id"] for area in library.areas(plan["kind"])]
    return tuple(
        AreaView(
            number=f"P{place}",
            place=kept.get(id),
            id=id,
            record=typed[kept[id]] if id in kept else None,
            known=id in known,
            actions=tuple(action.number for action in answering.get(f"P{place}", ())),
        )
        for place, id in enumerate(dict.fromkeys((*known, *kept)), 1)
    )


def _risks(plan: Plan, found: tuple[Subject, ...], answering: Answering) -> tuple[RiskView, ...]:
    if not any(subject.path.startswith("chain.risks") for subject in found):
        return ()
    return tuple(
        RiskView(
            number=f"R{place}",
            place=index,
            record=plan["chain"]["risks"][index],
            actions=tuple(action.number for action in answering.get(f"R{place}", ())),
        )
        for place, index in enumerate(risk_order(plan), 1)
    )


def _answering(actions: tuple[ActionView, ...]) -> Answering:
    """Give the actions by the number of what they answer. What was withdrawn answers nothing."""
    found: dict[str, list[ActionView]] = {}
    for action in (one for one in actions if one.record["status"] != WITHDRAWN):
        for number in dict.fromkeys(action.answers):
            found.setdefault(number, []).append(action)
    return found


def _numbered(*parts: Iterable[Numbered]) -> dict[str, Numbered]:
    return {one.number: one for part in parts for one in part}


def _reviews(plan: Plan) -> tuple[ReviewView, ...]:
    dates = [(review["date"] or "", index) for index, review in enumerate(plan["reviews"])]
    in_order = [index for _, index in sorted(dates, reverse=True)]
    return tuple(
        ReviewView(number=f"V{len(in_order) - place}", place=index, record=plan["reviews"][index])
        for place, index in enumerate(in_order)
    )


def _form(form: Mapping[str, Any]) -> FormView:
    parts = ((part["id"], tuple((one["id"], one["type"]) for one in part["questions"])) for part in form["parts"])
    return FormView(id=form["id"], by=form["by"], parts=tuple(parts))


def _is_blank(plan: Plan) -> bool:
    """Tell whether a document of the plan is a template to fill in by hand: nothing is known but who begins it."""
    fresh = empty(str(plan["kind"]), "en", plan["id"])
    return all(plan[part] == fresh[part] for part in fresh if part not in HEAD)  # type: ignore[literal-required]
