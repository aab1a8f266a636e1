"""What actions can answer: findings, areas, risks and deviations, each with its number."""

from __future__ import annotations

from typing import Any

from planner.advice.subjects import subjects
from planner.advice.suggestions import suggest
from planner.library import Library
from planner.readers import from_json
from tests.conftest import TODAY


def found(library: Library, kind: str, **plan: Any) -> list[tuple[str, str]]:
    shaped, _ = from_json.shape({"schema": 1, "kind": kind, **plan})
    return [(one.number, one.id) for one in subjects(shaped, library)]


def test_findings(library: Library) -> None:
    """Findings are numbered by severity."""
    findings = [{"id": "small", "scale": 1}, {"id": "grave", "life_or_freedom": "yes"}]

    assert found(library, "supplier-improvement", findings=findings) == [("F1", "grave"), ("F2", "small")]


def test_areas(library: Library) -> None:
    """An area has the number of its place in the library, whatever the order it was answered in."""
    areas = [{"id": "approval", "standing": "no"}, {"id": "policy-statement", "standing": "no"}]

    assert found(library, "own-policy", policy={"areas": areas}) == [("P2", "approval"), ("P1", "policy-statement")]


def test_risks(library: Library) -> None:
    """Risks are numbered by severity, then by likelihood."""
    risks = [
        {"id": "may", "severity": "major", "likelihood": 1},
        {"id": "will", "severity": "major", "likelihood": 4},
        {"id": "grave", "severity": "critical", "likelihood": 1},
    ]
    numbered = found(library, "contract-performance", chain={"risks": risks})

    assert numbered == [("R1", "grave"), ("R2", "will"), ("R3", "may")]


def test_deviations(library: Library) -> None:
    """Deviations are counted through all follow-ups; rows without an id get one that no other has."""
    rows = [{"supplier": "A", "deviations": [{}, {}]}, {"supplier": "B", "deviations": [{}]}]
    numbered = found(library, "follow-up-programme", programme={"follow_ups": rows})

    assert [number for number, _ in numbered] == ["D1", "D2", "D3"]
    assert len({id for _, id in numbered}) == 3


def test_of_the_kind_alone(library: Library) -> None:
    """A plan keeps what another kind would ask, and answers only its own."""
    assert found(library, "own-policy", findings=[{"id": "f"}]) == []


def test_closed_deviation(library: Library) -> None:
    """What is remedied gets no suggestions."""
    deviation = {"id": "d", "topic": "working-hours", "closed": "2026-11-01"}
    given = {"schema": 1, "kind": "follow-up-programme", "programme": {"follow_ups": [{"deviations": [deviation]}]}}

    assert suggest(from_json.shape(given)[0], library, TODAY) == []


def test_taken(library: Library) -> None:
    """What the plan has for one risk is still proposed for another."""
    risks = [{"id": id, "topic": "working-hours", "link": "supplier-own", "severity": "major"} for id in ("r", "s")]
    action = {"id": "a", "findings": ["r"], "measure": "plan-by-real-capacity"}
    given = {"schema": 1, "kind": "contract-performance", "chain": {"risks": risks}, "actions": [action]}
    proposed = suggest(from_json.shape(given)[0], library, TODAY)

    assert [one.finding for one in proposed if one.measure == "plan-by-real-capacity"] == ["s"]
