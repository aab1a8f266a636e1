"""What is needed later and cannot be fetched: a sentence in the reader's language, and everything else goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.planner import START, Planner
from tests.browser.watch import expect_wrong

Show = Callable[..., Planner]
Make = Callable[..., BrowserContext]


@pytest.fixture
def page(context: Make) -> Page:
    """A new device whose network fails here and there."""
    page = context().new_page()
    expect_wrong(page, "ERR_FAILED", "Failed to fetch")
    return page


def test_a_part_of_python_that_does_not_come_is_told(planner: Show, page: Page) -> None:
    """The one that reads workbooks: Python is not started anew for that, and the next try works."""
    here = planner("sv", page=page).ready()
    here.name("Plan A")
    here.go("check")
    workbook = here.download("xlsx")
    workers = list(page.workers)
    page.route("**/workbook.zip.txt", lambda route: route.abort())

    here.open("plan.xlsx", workbook)

    expect(here.opened).to_contain_text(here.form["errors"]["fetch"], timeout=START)
    assert page.workers == workers
    page.unroute("**/workbook.zip.txt")
    here.open("plan.xlsx", workbook)
    expect(here.opened).to_contain_text("plan.xlsx", timeout=START)
    assert here.plan()["title"] == "Plan A"


@pytest.mark.parametrize("answer", ["none", "404"])
def test_words_of_a_second_language_that_do_not_come_are_told(answer: str, planner: Show, page: Page) -> None:
    """Without network, and where a host has other words by now; the document in one language can still be had."""
    expect_wrong(page, "404")
    here = planner("da", page=page).ready()
    page.route("**/bundles/*/pl.json", lambda route: route.abort() if answer == "none" else route.fulfill(status=404))
    second = here.go("check").locator("[data-second]")
    second.select_option("pl")

    here.download_button("docx").click()

    expect(here.section("check").locator("[data-downloaded]")).to_have_text(here.form["errors"]["fetch"])
    second.select_option("")
    assert here.download("docx").startswith(b"PK")
