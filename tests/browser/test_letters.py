"""A letter to the supplier is chosen and made in the page, and is what the terminal door writes."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, expect

from planner.__main__ import main
from tests.browser.planner import Planner
from tests.browser.reading import in_docx
from tests.browser.story import SUPPLIER, Filled
from tests.browser.test_downloads import members
from tests.browser.watch import DAY


def choice(planner: Planner) -> Locator:
    """The choice of letters, once the planner has said which fit."""
    found = planner.go("check").get_by_label(planner.form["letters"]["letter"], exact=True)
    expect(found).to_be_visible()
    return found


def test_only_fitting_letters(filled: Filled) -> None:
    """The page offers the letters that fit the plan, and says when to send each."""
    planner, words = filled.planner, filled.planner.words["letters"]
    letters = choice(planner)
    letters.select_option(label=words["report-request"]["title"])

    assert words["inquiry"]["title"] not in letters.inner_text()
    expect(letters).to_have_accessible_description(words["report-request"]["use"])


def test_a_letter_is_what_the_terminal_writes(filled: Filled, tmp_path: Path) -> None:
    """Same plan, letter, day and languages: same bytes."""
    planner, plan, written = filled.planner, tmp_path / "plan.json", tmp_path / "written"
    second = "nl" if planner.language != "nl" else "sv"
    words = planner.form["letters"]
    choice(planner).select_option("report-request")
    languages = planner.section("check").get_by_label(planner.form["check"]["language"], exact=True)
    languages.select_option(second)

    with planner.page.expect_download() as download:
        planner.section("check").get_by_role("button", name=words["download"], exact=True).click()
    languages.select_option("")
    made = download.value.path().read_bytes()
    plan.write_bytes(planner.download("json"))

    assert download.value.suggested_filename.startswith(f"{words['file']}-shapla-knit")
    assert SUPPLIER in in_docx(made)
    asked = ["letter", str(plan), "--letter", "report-request", "--language", planner.language, "--second", second]
    assert main([*asked, "--day", DAY, "-o", str(written)]) == 0
    assert members(made) == members(written.read_bytes())


def test_no_letters_without_a_supplier(filled: Filled) -> None:
    """A plan of one party has nobody to write to."""
    planner = filled.planner
    planner.go("start")
    planner.kind("own-policy").check()
    planner.go("check")

    expect(planner.section("check").get_by_role("heading", name=planner.form["letters"]["title"])).to_be_hidden()
    planner.go("start")
    planner.kind("supplier-improvement").check()
