"""Every format of one small plan, and the print page of each kind's example, against the files in tests/golden.

A change that is meant: `FAIRSTEPS_GOLDEN=write pytest tests/formats/test_golden.py`, then read the diff.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest

from planner.documents import DOCUMENTS
from planner.words import Words
from tests.conftest import ROOT
from tests.formats.conftest import Write, example_of

GOLDEN = ROOT / "tests" / "golden"
PARTS = {
    "docx": ("word/document.xml", "word/styles.xml", "word/footer1.xml", "docProps/core.xml"),
    "xlsx": ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml"),
}


@pytest.fixture
def plan() -> dict[str, Any]:
    """A small plan: one action of the library, one typed, one finding that nobody answers."""
    loaded: dict[str, Any] = json.loads((GOLDEN / "plan.json").read_text(encoding="utf-8"))
    return loaded


def parts(kind: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Give the texts a file holds: its members of interest, or all of it."""
    if kind not in PARTS:
        yield f"plan.{kind}", data.decode()
        return
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in PARTS[kind]:
            # Written by a library on one line each: broken between elements, so that a diff can be read.
            yield f"plan.{kind}/{name.replace('/', '.')}", file.read(name).decode().replace("><", ">\n<")


@pytest.mark.parametrize("kind", [kind for kind in DOCUMENTS if kind != "zip"])
@pytest.mark.parametrize("languages", ["en", "en-da"])
def test_golden(kind: str, languages: str, plan: dict[str, Any], write: Write, danish: Words) -> None:
    """The file is the golden one, to the letter."""
    compare(languages, kind, write(kind, plan, danish if "-" in languages else None))


@pytest.mark.parametrize("kind", ["own-policy", "contract-performance", "follow-up-programme"])
def test_golden_kinds(kind: str, write: Write) -> None:
    """The example of each kind reads as it did: the print page has every chapter."""
    compare(kind, "html", write("html", example_of(kind)))


def compare(folder: str, format: str, data: bytes) -> None:
    """Compare a file with the golden one, or write the golden one anew."""
    for name, text in parts(format, data):
        path = GOLDEN / folder / name
        if os.environ.get("FAIRSTEPS_GOLDEN") == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert text.encode() == path.read_bytes(), f"{path.relative_to(ROOT)} differs"
