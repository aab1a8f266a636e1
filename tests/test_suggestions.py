"""Root causes and what is suggested: the cause is asked before the measure."""

from __future__ import annotations

from typing import Any

from planner.advice.suggestions import Suggestion, suggest
from planner.library import Library
from planner.readers import from_json
from tests.conftest import TODAY

CAUSE = "late-changes"


def suggested(library: Library) -> list[Suggestion]:
    finding: dict[str, Any] = {
        "id": "f", "topic": "working-hours", "state": "actual", "position": "supplier-own", "scale": 3,
        "root_causes": [{"id": CAUSE, "origin": "buyer"}],
    }  # fmt: skip
    plan, _ = from_json.shape({"schema": 1, "kind": "supplier-improvement", "findings": [finding]})
    return suggest(plan, library, TODAY)


def answers_cause(one: Suggestion, library: Library) -> bool:
    return CAUSE in library.measures[one.measure].get("root_causes", [])


def test_cause_first(library: Library) -> None:
    """Among measures of one nature those that answer the known cause come first."""
    by_nature: dict[str, list[bool]] = {}
    for one in suggested(library):
        by_nature.setdefault(one.nature, []).append(answers_cause(one, library))

    assert any(True in answering and False in answering for answering in by_nature.values())
    assert all(answering == sorted(answering, reverse=True) for answering in by_nature.values())


def test_cause_is_a_reason(library: Library) -> None:
    """A measure that answers the cause names it among its reasons, and no other does."""
    for one in suggested(library):
        assert ("findings[0].root_causes[0].id" in one.because) == answers_cause(one, library)


def test_every_suggestion_names_its_reasons(library: Library, example: Any) -> None:
    """A suggestion names the answers that chose it, and each is a field of its finding."""
    for one in suggest(example, library, TODAY):
        index = [finding["id"] for finding in example["findings"]].index(one.finding)

        assert one.because[0] == f"findings[{index}].topic"
        assert all(path.startswith(f"findings[{index}].") for path in one.because)


def test_cause_in_words(page: Any) -> None:
    """The reader sees the cause among the answers that chose a measure."""
    finding = {"id": "f", "topic": "working-hours", "root_causes": [{"id": CAUSE}]}
    plan = {"schema": 1, "kind": "supplier-improvement", "findings": [finding]}
    answer = page("advise", {"plan": plan, "day": "2026-11-22"})["body"]

    assert any("The buyer changes orders late" in one["why"] for one in answer["suggestions"][0]["measures"])
