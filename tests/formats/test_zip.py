"""Everything in one zip."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from planner.documents import DOCUMENTS
from planner.documents.to_zip import slug
from tests.formats.conftest import Write


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def test_every_format_once(write: Write, example: dict[str, Any]) -> None:
    """The zip holds the plan in every other format, byte for byte as it is downloaded alone."""
    found = opened(write("zip", example))
    single = {name.rpartition(".")[2]: found.read(name) for name in found.namelist()}

    assert single.keys() == DOCUMENTS.keys() - {"zip"}
    assert all(content == write(format, example) for format, content in single.items())


def test_names(write: Write, example: dict[str, Any]) -> None:
    """Files are named after kind, supplier and day."""
    names = opened(write("zip", example)).namelist()
    assert {name.rpartition(".")[0] for name in names} == {
        "improvement-plan-example-sewing-factory-invented-2026-11-22"
    }


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Åse & Søn A/S", "åse-søn-a-s"),
        ("../../etc/passwd", "etc-passwd"),
        ("缝纫厂", "缝纫厂"),
        (None, ""),
        ("***", ""),
    ],
)
def test_slug(name: str | None, said: str) -> None:
    """Whatever an organisation is called, its name cannot lead out of the folder."""
    assert slug(name) == said
