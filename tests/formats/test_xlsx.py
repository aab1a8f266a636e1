"""The workbook, read back with openpyxl."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planner.documents.to_xlsx import MOST_NAME
from planner.documents.workbook import kinds, lists
from planner.documents.workbook.book import MOST, Column
from planner.vocabularies import VOCABULARIES
from planner.words import Words
from tests.conftest import DOCUMENT_LANGUAGES, bundle_text
from tests.formats.conftest import HOSTILE, LONG, Write

OF_KINDS = (kinds.AREAS, kinds.RISKS, kinds.LIGHTS, kinds.SIGNALS)


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def heads(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in sheet[1]]


def column_a(data: bytes) -> list[Any]:
    """What the figures say first on each line."""
    return [cell.value for cell in opened(data)["Summary"]["A"]]


def column(sheet: Worksheet, head: str) -> list[Any]:
    at = heads(sheet).index(head) + 1
    return [sheet.cell(row, at).value for row in range(2, sheet.max_row + 1)]


def test_sheets(write: Write, example: dict[str, Any]) -> None:
    """The sheets stand in the order of use; the lists and the plan are hidden."""
    sheets = {sheet.title: sheet.sheet_state for sheet in opened(write("xlsx", example)).worksheets}

    assert list(sheets) == [
        "Read me", "Summary", "Actions", "Milestones", "Findings", "Follow-up", "Timeline", "lists", "plan",
    ]  # fmt: skip
    assert [name for name, state in sheets.items() if state == "hidden"] == ["lists", "plan"]


def test_dates_and_percents_are_values(write: Write, example: dict[str, Any]) -> None:
    """Dates are dates and percentages are numbers, for sorting and counting."""
    sheet = opened(write("xlsx", example))["Actions"]

    assert all(isinstance(value, datetime) for value in column(sheet, "Deadline"))
    assert 0.6 in column(sheet, "Progress")


@pytest.mark.parametrize(("label", "format"), [("owner", "@"), ("due", "yyyy-mm-dd"), ("percent", "0%")])
def test_cells_below_the_list(label: str, format: str, write: Write, example: dict[str, Any], words: Words) -> None:
    """What is typed below a list is read as in it: a telephone number as text, 40 as a percentage."""
    sheet = opened(write("xlsx", example))["Actions"]
    letter = get_column_letter(heads(sheet).index(words(f"documents.labels.{label}")) + 1)

    assert sheet.column_dimensions[letter].number_format == format


def test_withdrawn(write: Write, example: dict[str, Any], words: Words) -> None:
    """The figures say that withdrawn actions do not count, where there are any."""
    said = words("documents.common.withdrawn")
    assert said not in column_a(write("xlsx", example))

    example["actions"][4]["status"] = "withdrawn"
    assert said in column_a(write("xlsx", example))


def test_the_last_day_there_is(write: Write, example: dict[str, Any]) -> None:
    """A deadline of 31 December 9999, which stands for none, has its place on the timeline."""
    example["actions"] = [{"id": "a", "text": "Go on", "due": "9999-12-31"}]
    sheet = opened(write("xlsx", example))["Timeline"]

    assert [cell.value for cell in sheet[4]][4:] == ["●"]


def test_filter_and_frozen_head(write: Write, example: dict[str, Any]) -> None:
    """The list can be filtered, its head stays in sight and is repeated in print, on A4."""
    sheet = opened(write("xlsx", example))["Actions"]

    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.freeze_panes == "C2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")


def test_choices(write: Write, example: dict[str, Any], words: Words) -> None:
    """Status, side and verification are chosen from the document's words."""
    book = opened(write("xlsx", example))
    sources = {one.formula1 for one in book["Actions"].data_validations.dataValidation if one.type == "list"}

    assert sources == {"sides", "statuses", "verification"}
    statuses = [cell.value for cell in book["lists"]["A"]]
    assert statuses[: len(VOCABULARIES["statuses"])] == [words.term("statuses", id) for id in VOCABULARIES["statuses"]]


def test_choices_in_two_languages(write: Write, example: dict[str, Any], words: Words, danish: Words) -> None:
    """In two languages a choice says both words."""
    sheet = opened(write("xlsx", example, danish)).worksheets[2]
    both = " / ".join(one.term("statuses", "agreed") for one in (words, danish))

    assert both in [cell.value for row in sheet.iter_rows() for cell in row]


def test_row_codes_are_hidden(write: Write, example: dict[str, Any]) -> None:
    """Each row carries the id of its action in a hidden column."""
    sheet = opened(write("xlsx", example))["Actions"]

    assert set(column(sheet, "Row code")) == {action["id"] for action in example["actions"]}
    assert sheet.column_dimensions[sheet.cell(1, heads(sheet).index("Row code") + 1).column_letter].hidden


@pytest.mark.parametrize("text", [*HOSTILE, LONG])
def test_hostile_text_is_text(text: str, write: Write, hostile: dict[str, Any]) -> None:
    """Every text comes out as typed: never a formula, never a link."""
    sheet = opened(write("xlsx", hostile))["Actions"]
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]

    assert found
    assert {cell.data_type for cell in found} == {"s"}
    assert not [cell for cell in found if cell.hyperlink]


def test_a_text_too_long_for_a_cell(write: Write, example: dict[str, Any]) -> None:
    """A text longer than a cell ends in `…`; the hidden sheet holds all of it."""
    example["actions"][0]["note"] = "x" * (MOST + 1)
    book = opened(write("xlsx", example))

    assert "x" * (MOST - 1) + "…" in column(book["Actions"], "Note")
    chunks = [str(row[1]) for row in book["plan"].iter_rows(values_only=True) if row[0] == "plan"]
    assert json.loads("".join(chunks)) == example


def test_blank_plan_has_rows_to_write_on(write: Write, blank: dict[str, Any]) -> None:
    """Without a plan the lists have empty rows with the same choices."""
    sheet = opened(write("xlsx", blank))["Actions"]

    assert sheet.max_row > 20
    assert sheet.data_validations.dataValidation


def test_same_plan_same_bytes(write: Write, example: dict[str, Any]) -> None:
    """The file says it was made on the day of the View, so that the same plan gives the same file."""
    assert write("xlsx", example) == write("xlsx", example)
    core = zipfile.ZipFile(io.BytesIO(write("xlsx", example))).read("docProps/core.xml")
    assert b"2026-11-22T00:00:00Z" in core


def test_rows_grow(write: Write, example: dict[str, Any]) -> None:
    """Rows are as high as their texts, and no height is fixed: a longer note makes its row grow."""
    sheet = zipfile.ZipFile(io.BytesIO(write("xlsx", example))).read("xl/worksheets/sheet3.xml")

    assert b" ht=" in sheet
    assert b"customHeight" not in sheet


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
@pytest.mark.parametrize(
    "columns",
    [
        lists.ACTIONS,
        lists.MILESTONES,
        lists.FINDINGS,
        lists.DATES,
        kinds.AREAS,
        kinds.RISKS,
        kinds.LIGHTS,
        kinds.SIGNALS,
    ],
    ids=["actions", "milestones", "findings", "dates", "areas", "risks", "lights", "signals"],
)
def test_heads_differ(columns: tuple[Column, ...], language: str) -> None:
    """No two columns of a list have the same head, in any language: the reader finds columns by their heads."""
    words = Words(json.loads(bundle_text(language)))
    said = [words(f"documents.labels.{column.label}") for column in columns]

    assert len(said) == len(set(said)), said


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_sheet_names(language: str) -> None:
    """Sheets have different names that Excel allows, in every language."""
    names = json.loads(bundle_text(language))["words"]["documents"]["workbook"]["sheets"].values()

    assert len({name.lower() for name in names}) == len(names)
    assert all(0 < len(name) <= MOST_NAME and not set(name) & set(":\\/?*[]") for name in names)


@pytest.mark.parametrize(("title", "lines"), [(None, 2), ("One short title", 1), ("A title that does not end " * 4, 2)])
def test_the_title_has_room_for_its_lines(
    write: Write, example: dict[str, Any], danish: Words, title: str | None, lines: int
) -> None:
    """Its row is as high as its languages and their length ask: the logo begins in the row below."""
    sheet = opened(write("xlsx", {**example, "title": title}, danish))["Read me · Læs mig"]

    assert (sheet.row_dimensions[1].height or 0) >= 24 * lines
    assert sheet["A1"].alignment.wrap_text
