"""Letters as the page asks for them: which fit, what each can be about, and the file."""

from __future__ import annotations

from typing import Any

from planner.advice.audience import for_audience
from tests.conftest import Page, bundle_text

DAY = "2026-11-22"


def test_letters(page: Page, example: dict[str, Any]) -> None:
    """The page learns which letters fit, when to send each and what it can be about."""
    found = {one["id"]: one for one in page("letters", {"plan": example, "day": DAY})["body"]["letters"]}

    assert found.keys() == {"invitation", "reminder", "report-request", "closing"}
    assert found["report-request"]["about"][0]["number"] == "F1"
    assert found["report-request"]["about"][0]["title"] in [one["text"] for one in example["findings"]]
    assert found["reminder"]["about"][0] == {"number": None, "title": None}
    assert all(one["title"] and one["use"] for one in found.values())
    policy = {"schema": 1, "kind": "own-policy"}
    assert page("letters", {"plan": policy, "day": DAY})["body"]["letters"] == []


def test_a_report_is_asked_where_all_was_withdrawn(page: Page) -> None:
    """What was withdrawn answers nothing: the finding is still open."""
    action = {"id": "a", "findings": ["f"], "text": "Rest now", "status": "withdrawn"}
    plan = {"schema": 1, "kind": "supplier-improvement", "findings": [{"id": "f", "scale": 4}], "actions": [action]}
    found = page("letters", {"plan": plan, "day": DAY})["body"]["letters"]

    assert "report-request" in {one["id"] for one in found}


def test_letter(page: Page, example: dict[str, Any]) -> None:
    """A letter arrives as bytes, the same each time; one that does not fit as a sentence."""
    body = {"plan": example, "day": DAY, "about": "F2", "second": bundle_text("da")}
    first = page("letter", {**body, "letter": "report-request"})

    assert first.startswith(b"PK")
    assert page("letter", {**body, "letter": "report-request"}) == first
    assert page("letter", {**body, "letter": "notice"})["error"]["code"] == "unfitting-letter"


def test_no_letters_for_whoever_received_the_plan(page: Page, example: dict[str, Any]) -> None:
    """The buyer is offered letters to the supplier; the supplier, with its copy open, is not."""
    copy = for_audience(example, "supplier")  # type: ignore[arg-type]
    offered = [page("letters", {"plan": plan, "day": DAY})["body"]["letters"] for plan in (example, copy)]

    assert offered[0]
    assert offered[1] == []
