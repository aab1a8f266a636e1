"""Every format is made in the page, read back by another program, and is what the terminal door writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.__main__ import main
from tests.browser.reading import in_csv, in_docx, in_html, in_ics, in_json, in_xlsx
from tests.browser.story import OWNER, SUPPLIER, Filled
from tests.browser.watch import DAY

FORMATS = ("docx", "xlsx", "ics", "csv", "html", "json")
READERS: dict[str, Callable[[bytes], str]] = {
    "docx": in_docx, "xlsx": in_xlsx, "ics": in_ics, "csv": in_csv, "html": in_html, "json": in_json,
}  # fmt: skip


@pytest.fixture(scope="session")
def files(filled: Filled) -> dict[str, bytes]:
    """Every format, downloaded in the page by its button."""
    filled.planner.go("check")
    return {format: filled.planner.download(format) for format in FORMATS}


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_holds_what_was_typed(format: str, files: dict[str, bytes]) -> None:
    """The supplier and the person responsible are in it, letter by letter."""
    text = READERS[format](files[format])

    assert [name for name in (SUPPLIER, OWNER) if name not in text] == []


@pytest.mark.parametrize("format", [format for format in FORMATS if format != "json"])
def test_a_file_speaks_the_language_of_the_page(format: str, files: dict[str, bytes], filled: Filled) -> None:
    """The library's words for the measures that were added."""
    text = READERS[format](files[format])

    assert [title for title in (filled.supplier_measure, filled.buyer_measure) if title not in text] == []


def test_the_data_file_holds_no_words_of_the_library(files: dict[str, bytes], filled: Filled) -> None:
    """A measure is kept by its id, so that it can be shown in any language."""
    assert filled.supplier_measure not in files["json"].decode()


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_is_what_the_terminal_writes(
    format: str, files: dict[str, bytes], filled: Filled, tmp_path: Path
) -> None:
    """Same plan, day and language: same bytes, compared member by member inside a zip."""
    plan, written = tmp_path / "plan.json", tmp_path / "written"
    plan.write_bytes(files["json"])
    language = filled.planner.language

    assert main(["export", str(plan), "--to", format, "--language", language, "--day", DAY, "-o", str(written)]) == 0

    assert members(files[format]) == members(written.read_bytes())


def test_two_languages_for_the_supplier_as_well(files: dict[str, bytes], filled: Filled, tmp_path: Path) -> None:
    """A second language and another reader chosen in the page give what the terminal gives with these options."""
    planner, plan, written = filled.planner, tmp_path / "plan.json", tmp_path / "written"
    second = "nl" if planner.language != "nl" else "sv"
    plan.write_bytes(files["json"])
    words = planner.form["check"]
    check = planner.go("check")
    check.get_by_label(words["language"], exact=True).select_option(second)
    check.get_by_label(words["audience"], exact=True).select_option("supplier")

    made = planner.download("docx")
    check.get_by_label(words["language"], exact=True).select_option("")
    check.get_by_label(words["audience"], exact=True).select_option("")

    options = ["--language", planner.language, "--second", second, "--audience", "supplier", "--day", DAY]
    assert main(["export", str(plan), "--to", "docx", *options, "-o", str(written)]) == 0
    assert members(made) == members(written.read_bytes())


def test_the_file_is_named_after_the_supplier_and_the_day(filled: Filled) -> None:
    """A folder of plans stays readable."""
    planner = filled.planner
    planner.go("check")

    with planner.page.expect_download() as download:
        planner.download_button("csv").click()

    stem = planner.words["kinds"]["supplier-improvement"]["file"]
    assert download.value.suggested_filename == f"{stem}-shapla-knit-çelik-ltd-{DAY}.csv"


def test_a_copy_for_somebody_else_is_named_so(filled: Filled) -> None:
    """The supplier's copy and the buyer's own cannot be taken for each other."""
    planner = filled.planner
    words = planner.form["check"]
    whose = planner.go("check").get_by_label(words["audience"], exact=True)
    whose.select_option("supplier")

    with planner.page.expect_download() as download:
        planner.download_button("csv").click()
    whose.select_option("")

    reader = words["audience-supplier"].lower().replace(" ", "-")
    assert f"-{reader}-{DAY}" in download.value.suggested_filename


def members(content: bytes) -> dict[str, bytes]:
    """The parts of a zip, or the whole of any other file."""
    if not content.startswith(b"PK"):
        return {"": content}
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
