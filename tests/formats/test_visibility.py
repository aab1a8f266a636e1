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
    if format in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            data = b"".join(file.read(name) for name in file.namelist())
    said = data.decode().replace("\r\n ", "")
    return said.encode().decode("unicode_escape", "ignore") + said if format == "xlsx" else said


@pytest.mark.parametrize("format", ["docx", "html", "xlsx", "json", "ics", "csv"])
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
