"""The table, read back with the csv module."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from planner.documents.to_csv import safe
from planner.words import Words
from tests.formats.conftest import HOSTILE, LONG, Write


def table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_marks_its_encoding(write: Write, example: dict[str, Any]) -> None:
    """The file begins with the mark by which Excel knows UTF-8, and its lines end as RFC 4180 wants."""
    data = write("csv", example)

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")


def test_one_row_for_each_action(write: Write, example: dict[str, Any]) -> None:
    """One row for each action, each as wide as the head."""
    rows = table(write("csv", example))

    assert len(rows) == 1 + len(example["actions"])
    assert {len(row) for row in rows} == {len(rows[0])}


def test_dates_are_iso(write: Write, example: dict[str, Any], words: Words) -> None:
    """Dates are written so that every program sorts them."""
    rows = table(write("csv", example))
    due = rows[0].index(words("documents.labels.due"))

    assert sorted(row[due] for row in rows[1:]) == sorted(action["due"] for action in example["actions"])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1"])
def test_no_formula(text: str) -> None:
    """What would calculate gets an apostrophe."""
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", [*HOSTILE, LONG])
def test_hostile_text_is_text(text: str, write: Write, hostile: dict[str, Any]) -> None:
    """Every text comes out as typed, guarded where it would calculate."""
    assert safe(text) in {cell for row in table(write("csv", hostile)) for cell in row}


def test_second_language(write: Write, example: dict[str, Any], danish: Words, words: Words) -> None:
    """In two languages each head stands in both."""
    both = f"{words('documents.labels.action')} / {danish('documents.labels.action')}"
    assert both in table(write("csv", example, danish))[0]


def test_blank_plan_is_a_head(write: Write, blank: dict[str, Any]) -> None:
    """Without actions there is the head alone."""
    assert len(table(write("csv", blank))) == 1
