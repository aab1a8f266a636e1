"""The guide around the planner: languages, root page, lost readers, print, and no JavaScript at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import LANGUAGES
from tests.browser.planner import bundle_of
from tests.browser.watch import expect_wrong

Make = Callable[..., BrowserContext]
GUIDE = "methods/action-plans/"


@pytest.fixture
def page(context: Make) -> Page:
    """A new device."""
    return context().new_page()


@pytest.mark.parametrize("place", [GUIDE, "planner/", "about/privacy/", ""])
def test_the_language_list_stays_on_the_page(place: str, page: Page, address: str) -> None:
    """From any language to the same page in any other."""
    page.goto(f"{address}en/{place}")
    for language in LANGUAGES:
        page.locator(f'.fs-languages a[hreflang="{language}"]').click()

        expect(page).to_have_url(f"{address}{language}/{place}")
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator(".fs-languages a[aria-current]")).to_have_attribute("hreflang", language)


def test_the_languages_differ(page: Page, address: str) -> None:
    """Four names, four headings."""
    headings = set()
    for language in LANGUAGES:
        page.goto(f"{address}{language}/{GUIDE}")
        headings.add(page.get_by_role("heading", level=1).inner_text())

    assert len(headings) == len(LANGUAGES)


def test_the_root_page_offers_the_languages(context: Make, address: str) -> None:
    """It sends nobody anywhere; it only says which language the browser asks for."""
    page = context(locale="nl-NL").new_page()
    page.goto(address)
    page.evaluate("new Promise((done) => requestIdleCallback(done))")

    assert page.url == address
    assert sorted(link.get_attribute("hreflang") for link in page.get_by_role("link").all()) == sorted(LANGUAGES)
    expect(page.locator("em:visible")).to_have_count(1)
    expect(page.locator("li[lang=nl] em")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lost_reader_finds_the_way(language: str, page: Page, address: str) -> None:
    """Deep below a sub-path, in the language of the address."""
    expect_wrong(page, "404", "build.json")
    page.goto(f"{address}{language}/methods/no/such/page/")

    links = page.get_by_role("link")
    expect(links).to_have_count(2)
    assert [link.evaluate("(link) => link.href") for link in links.all()] == [
        f"{address}{language}/", f"{address}{language}/planner/",
    ]  # fmt: skip
    assert all(page.request.get(link.evaluate("(link) => link.href")).status == 200 for link in links.all())


@pytest.mark.parametrize("place", ["", GUIDE, "planner/", "tools/downloads/"])
def test_print_shows_the_text_alone(place: str, page: Page, address: str) -> None:
    """Of what surrounds it only the name of the site goes on paper."""
    page.goto(f"{address}en/{place}")
    page.emulate_media(media="print")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for part in (
        ".md-header button",
        ".md-search",
        ".fs-languages",
        ".fs-tabs",
        ".fs-nav",
        ".fs-toc",
        ".fs-footer nav",
    ):
        expect(page.locator(f"{part}:visible")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_reads_without_javascript(language: str, context: Make, address: str) -> None:
    """Text, menu and languages."""
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{address}{language}/{GUIDE}")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert len(page.get_by_role("main").inner_text()) > 5000
    page.locator('.fs-tabs a[href$="planner/"]').click()
    expect(page).to_have_url(f"{address}{language}/planner/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_planner_says_that_it_needs_javascript(language: str, context: Make, address: str, site: Path) -> None:
    """The questions can be read, and the templates are one link away."""
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{address}{language}/planner/")
    form = bundle_of(site, language)["words"]["form"]

    note = page.locator("noscript")
    expect(note.locator("p")).to_contain_text(form["page"]["noscript"])
    expect(note.locator("p")).to_be_visible()
    expect(page.get_by_label(form["fields"]["supplier"]["organisation"]["label"], exact=True)).to_be_visible()
    note.locator("a", has_text=form["page"]["blanks"]).click()

    expect(page).to_have_url(f"{address}{language}/tools/downloads/")
    templates = page.locator("main a[download]")
    assert templates.count() >= 3
