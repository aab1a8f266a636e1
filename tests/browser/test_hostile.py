"""Text that means harm, or is only unusual, is the text it is: in the page, in the preview and in every format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.planner import START, Planner
from tests.browser.reading import Page, cells, in_csv, in_docx, in_html, in_ics, in_json, in_xlsx
from tests.browser.watch import watched

pytestmark = pytest.mark.xdist_group("hostile")
MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>"
FORMULA = '=HYPERLINK("https://example.org","click")'
HEBREW, ARABIC, EMOJI = "תוכנית שיפור", "خطة التحسين", "👩🏽‍🏭🧵"
LONG = "Ærø " * 2500
CONTROL = "bell\u0007and\u0000nothing"
TOLERATED = "bell\ufffdand\ufffdnothing"
OWNER = f"{FORMULA} {ARABIC}"
ACTION = f"{FORMULA} {MARKUP} {HEBREW} {EMOJI} {CONTROL}"
SHOWN = [FORMULA, MARKUP, HEBREW, ARABIC, EMOJI, TOLERATED]
READERS = {"docx": in_docx, "xlsx": in_xlsx, "csv": in_csv, "ics": in_ics, "html": in_html, "json": in_json}


@pytest.fixture(scope="module")
def hostile(browser: Browser, address: str, site: Path) -> Iterator[Planner]:
    """A planner filled with all of it."""
    with watched(browser) as device:
        page = device.new_page()
        page.goto(f"{address}en/planner/")
        here = Planner(page, "en", site).ready()
        here.name(MARKUP)
        here.go("who")
        here.field("supplier.organisation").fill(f"{MARKUP} {HEBREW} {EMOJI}")
        here.go("findings")
        here.field("findings.topic", here.row("findings")).select_option("environment")
        here.field("findings.text", here.row("findings")).fill(f"{MARKUP} {LONG}")
        here.go("actions")
        here.root.get_by_role("button", name=here.form["groups"]["actions"]["add"], exact=True).click()
        row = here.row("actions")
        here.field("actions.text", row).fill(ACTION)
        here.field("actions.owner", row).fill(OWNER)
        here.field("actions.due", row).fill("2027-02-01")
        here.go("check")
        yield here


@pytest.fixture(scope="module")
def files(hostile: Planner) -> dict[str, bytes]:
    """Every format of it."""
    hostile.go("check")
    return {format: hostile.download(format) for format in READERS}


@pytest.mark.parametrize("format", [format for format in READERS if format != "json"])
def test_a_document_shows_it_as_text(format: str, files: dict[str, bytes]) -> None:
    """Letter by letter; what no document can hold is a replacement character."""
    text = READERS[format](files[format])

    assert [each for each in SHOWN if each not in text] == []


@pytest.mark.parametrize("format", ["docx", "xlsx", "html", "json"])
def test_ten_thousand_characters_arrive(format: str, files: dict[str, bytes]) -> None:
    """None of them is cut off."""
    assert LONG.strip() in READERS[format](files[format])


def test_the_data_file_holds_it(files: dict[str, bytes]) -> None:
    """Whether control characters are kept or replaced, everything else is as typed."""
    plan = json.loads(files["json"])

    assert plan["title"] == MARKUP
    assert plan["actions"][0]["owner"] == OWNER
    assert plan["actions"][0]["text"].replace("\u0007", "\ufffd").replace("\0", "\ufffd") == ACTION.replace(
        CONTROL, TOLERATED
    )


def test_a_workbook_calculates_nothing_of_it(files: dict[str, bytes]) -> None:
    """Neither a formula nor a link is made from what was typed."""
    assert [
        cell.coordinate for cell in cells(files["xlsx"]) if cell.data_type == "f" and "HYPERLINK" in str(cell.value)
    ] == []
    assert [cell.coordinate for cell in cells(files["xlsx"]) if cell.hyperlink] == []


def test_a_table_is_safe_to_open_in_a_spreadsheet(files: dict[str, bytes]) -> None:
    """No field begins as a formula does."""
    assert [field for field in in_csv(files["csv"]).split("\n") if field[:1] in "=+@" and field] == []


def test_a_page_for_print_has_no_element_of_it(files: dict[str, bytes]) -> None:
    """Nor a script, nor a handler."""
    elements = Page(files["html"]).elements

    assert [tag for tag, about in elements if tag == "script" or "onerror" in about or about.get("src") == "x"] == []


def test_the_planner_makes_no_element_of_it(hostile: Planner) -> None:
    """In no step: rows, suggestions, remarks, timeline."""
    for step in ("start", "who", "findings", "actions", "follow-up", "check"):
        hostile.go(step)
    expect(hostile.page.locator("[onerror], img[src=x]")).to_have_count(0)


def test_the_preview_makes_no_element_of_it(hostile: Planner) -> None:
    """It shows the text instead."""
    hostile.go("check")
    preview = hostile.preview

    expect(preview.get_by_text(MARKUP).first).to_be_visible(timeout=START)
    expect(preview.locator("script, [onerror], img[src=x]")).to_have_count(0)
