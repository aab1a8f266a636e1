"""What a supplier's copy shows of a plan, in each format people read."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from planner.advice.audience import for_audience
from planner.plan import Plan
from tests.formats.conftest import Write

SECRET = ("Uppgiftslämnare som kan kännas igen", "En förman pressar", "Nya beställningar av en produkt", "Skuldsatta")
"""Of a signal, a step and a review that are the buyer's alone."""


def text(format: str, data: bytes) -> str:
    """Give all a file says, hidden sheets and all members of a zip included; JSON and lines unfolded."""
    if format == "zip":
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return "".join(text(name.rpartition(".")[2], file.read(name)) for name in file.namelist())
    if format in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            data = b"".join(file.read(name) for name in file.namelist() if not name.endswith(".png"))
    said = data.decode().replace("\r\n ", "")
    return said.encode().decode("unicode_escape", "ignore") + said if format == "xlsx" else said


PEOPLE = "NAMED PERSON"
EVERY_FORMAT = ("docx", "html", "xlsx", "json", "ics", "csv", "zip")


def named(plan: Any) -> Any:
    """Write a person's name wherever a plan holds one, and a public finding so that there is something to show."""
    for side in ("buyer", "supplier"):
        plan[side] = {**plan[side], "contact": PEOPLE, "email": PEOPLE}
    for part, field in (("participants", "name"), ("consultations", "input"), ("signatories", "name")):
        plan[part] = [{**one, field: PEOPLE} for one in plan[part]] or [{"id": "p", field: PEOPLE}]
    for action in plan["actions"]:
        action |= {"owner": PEOPLE, "note": PEOPLE, "status_reason": PEOPLE, "support_asked": PEOPLE}
        action["verified"]["by"] = action["effectiveness"]["by"] = action["remedy"]["agreed_with"] = PEOPLE
        action["due_changes"] = [{"date": "2026-11-01", "old": "2026-11-01", "new": "2026-12-01", "reason": PEOPLE}]
    for row in (*plan["findings"], *plan["actions"], *plan["signals"], *plan["escalation"], *plan["reviews"]):
        row["visibility"] = "public"
    for signal in plan["signals"]:
        signal |= {"source": PEOPLE, "reply": PEOPLE}
    for review in plan["reviews"]:
        review |= {"by": PEOPLE, "note": PEOPLE, "answers": {"done-since": PEOPLE}}
        review["changes"] = [{"path": "A1", "old": PEOPLE, "new": PEOPLE}]
    plan["copy_of"] = {"revision": 1, "audience": "supplier", "plan": {"title": PEOPLE}}
    return plan


@pytest.mark.parametrize("format", EVERY_FORMAT)
def test_public_copy_names_nobody(format: str, write: Write, contract: Any) -> None:
    """A public copy holds no name of a person, in no format and no hidden place."""
    copy: Any = for_audience(named(contract), "public")
    assert PEOPLE not in text(format, write(format, copy))


@pytest.mark.parametrize("format", EVERY_FORMAT)
def test_public_copy_is_public(format: str, write: Write, contract: Plan) -> None:
    """A public copy of a plan in which nothing is marked public shows no finding, signal, step or review."""
    copy: Any = for_audience(contract, "public")
    said = [one["text"] for one in (*contract["findings"], *contract["signals"]) if one["text"]]
    found = text(format, write(format, copy))

    assert not [one for one in (*said, *SECRET) if one in found]


@pytest.mark.parametrize("format", EVERY_FORMAT)
def test_supplier_copy(format: str, write: Write, contract: Plan) -> None:
    """A supplier's copy holds nothing that is the buyer's alone, not even in a hidden sheet."""
    copy: Any = for_audience(contract, "supplier")
    found = text(format, write(format, copy))

    assert not [secret for secret in SECRET if secret in found]


@pytest.mark.parametrize("format", ["docx", "html", "xlsx", "json"])
def test_buyer_copy(format: str, write: Write, contract: Any) -> None:
    """The buyer's own copy holds all of it."""
    found = text(format, write(format, contract))
    assert [secret for secret in SECRET if secret in found] == list(SECRET)
