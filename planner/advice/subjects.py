"""Takes a plan and the library; gives what its actions can answer: findings, areas, risks and open deviations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from planner.advice import severity
from planner.errors import NONE
from planner.library import Library
from planner.plan import Area, Finding, Plan
from planner.remembering import remembered

PACE = {"no": "major", "partly": "minor"}
"""An area has no severity. What is missing is asked for sooner than what is there in part."""
LIKELIEST = {"position": "supplier-own", "involvement.supplier": "cause", "involvement.buyer": "linked"}
"""What an audit or a visit most often finds. A remark asks for the real answer, since it decides who owes remedy."""


class Subject(NamedTuple):
    """Something an action can answer, with all that the choice of a measure needs to know of it."""

    id: str
    path: str
    """Its place in the plan, `findings[0]`."""
    number: str
    """`F1` the most severe finding, `P1` the first area, `R1` the gravest risk, `D1` the first deviation."""
    key: str | None
    """What the library has measures for: the topic, or the area."""
    topic: str | None
    level: str | None
    """How severe it is; of an area nothing is said."""
    pace: str | None
    """The level whose deadlines are proposed."""
    decided: tuple[str, ...]
    """Paths of the answers that decided level and pace, from its own."""
    answers: Mapping[str, str | None]
    """The answers measures make conditions of, by the condition's name."""
    paths: Mapping[str, str]
    """Where such an answer stands, from the subject's own path; by the condition's name."""
    country: str | None
    """Whose working days count."""
    causes: Mapping[str, str] = NONE
    """Where each root cause that is known stands, from the subject's own path; by its id."""

    def __hash__(self) -> int:
        return hash((self.id, self.path, self.number))


def subjects(plan: Plan, library: Library) -> tuple[Subject, ...]:
    """Give what the actions of a plan can answer, the parts in the order its kind names them."""
    found = [subject for part in library.kind(plan["kind"])["answers"] for subject in PARTS[part](plan, library)]
    return tuple(found)


def _findings(plan: Plan, _: Library) -> Iterator[Subject]:
    for place, index in enumerate(severity_order(plan), 1):
        finding = plan["findings"][index]
        party = "buyer" if finding["position"] == "buyer-own" else "supplier"
        yield _finding(finding, index, place, plan[party]["country"])  # type: ignore[literal-required]


@remembered
def _finding(finding: Finding, index: int, place: int, country: str | None) -> Subject:
    level = severity.level(finding)
    conditions = ("state", "position", "spread", "involvement.supplier", "involvement.buyer")
    return Subject(
        id=finding["id"],
        path=f"findings[{index}]",
        number=f"F{place}",
        key=finding["topic"],
        topic=finding["topic"],
        level=level,
        pace=level,
        decided=severity.why(finding),
        answers={"level": level, **{name: _at(finding, name) for name in conditions}},
        paths={"key": "topic", **{name: name for name in conditions}},
        country=country,
        causes={
            cause["id"]: f"root_causes[{place}].id" for place, cause in enumerate(finding["root_causes"]) if cause["id"]
        },
    )


def severity_order(plan: Plan) -> list[int]:
    """Give the places of the findings in the plan, most severe first."""
    return sorted(range(len(plan["findings"])), key=lambda index: severity.rank(plan["findings"][index]))


def _areas(plan: Plan, library: Library) -> Iterator[Subject]:
    section = library.kind(plan["kind"])["section"]
    for index, area in enumerate(areas(plan, section)):
        places = [place for place, one in enumerate(library.areas(plan["kind"]), 1) if one["id"] == area["id"]]
        standing = area["standing"]
        yield Subject(
            id=area["id"],
            path=f"{section}.areas[{index}]",
            number=f"P{places[0]}" if places else "",
            key=area["id"] if standing in PACE else None,
            topic=None,
            level=None,
            pace=PACE.get(standing or ""),
            decided=("standing",),
            answers={"standing": standing},
            paths={"key": "standing", "standing": "standing"},
            country=plan["buyer"]["country"],
        )


def areas(plan: Plan, section: str | None) -> list[Area]:
    """Give the areas of a plan's section."""
    found: list[Area] = plan[section]["areas"] if section else []  # type: ignore[literal-required]
    return found


def _risks(plan: Plan, _: Library) -> Iterator[Subject]:
    risks = plan["chain"]["risks"]
    for place, index in enumerate(risk_order(plan), 1):
        risk = risks[index]
        level = risk["severity"] if risk["severity"] in severity.LEVELS else None
        yield Subject(
            id=risk["id"],
            path=f"chain.risks[{index}]",
            number=f"R{place}",
            key=risk["topic"],
            topic=risk["topic"],
            level=level,
            pace=level,
            decided=("severity",) if level else (),
            answers={"state": "potential", "position": risk["link"], "level": level},
            paths={"key": "topic", "position": "link"},
            country=risk["country"] or plan["supplier"]["country"],
        )


def risk_order(plan: Plan) -> list[int]:
    """Give the places of the risks in the plan: gravest first, then likelier. Likelihood never lowers severity."""
    risks = plan["chain"]["risks"]

    def key(index: int) -> tuple[int, int]:
        return severity.place(risks[index]["severity"]), -(risks[index]["likelihood"] or 0)

    return sorted(range(len(risks)), key=key)


def _deviations(plan: Plan, _: Library) -> Iterator[Subject]:
    count = 0
    for index, follow_up in enumerate(plan["programme"]["follow_ups"]):
        for place, deviation in enumerate(follow_up["deviations"]):
            count += 1
            yield Subject(
                id=deviation["id"],
                path=f"programme.follow_ups[{index}].deviations[{place}]",
                number=f"D{count}",
                key=None if deviation["closed"] else deviation["topic"],
                topic=deviation["topic"],
                level=None,
                pace=None,
                decided=(),
                answers={"state": "actual"},
                paths={"key": "topic"},
                country=plan["supplier"]["country"],
            )


PARTS = {"findings": _findings, "areas": _areas, "risks": _risks, "deviations": _deviations}


def _at(finding: Finding, name: str) -> str | None:
    found: Any = finding
    for part in name.split("."):
        found = found[part]
    return found if isinstance(found, str) else None
