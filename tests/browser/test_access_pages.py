"""Every page of the guide is open to everybody: at 320 and 1280 pixels, light and dark, and by key."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import LOOKS, OPPOSITE_LOOKS, RULES, RUN, SCRIPT, barriers
from tests.browser.conftest import BASE, LANGUAGES
from tests.browser.watch import expect_wrong

GUIDE = "methods/action-plans/"
OUTLINE = (
    "() => { const style = getComputedStyle(document.activeElement); return [style.outlineStyle, style.outlineWidth]; }"
)
STOPS = 25


@pytest.fixture
def page(context: Callable[..., BrowserContext]) -> Page:
    """A new device."""
    return context().new_page()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_no_barrier(language: str, page: Page, address: str, site: Path) -> None:
    """No violation of WCAG 2.2 AA that axe can see, and nothing wider than the screen."""
    found = []
    looks = LOOKS if language == "en" else OPPOSITE_LOOKS
    for path in sorted((site / language).rglob("index.html")):
        place = path.parent.relative_to(site).as_posix()
        if path.parent.name != "planner":
            page.goto(f"{address}{place}/")
            found += [f"{place}: {each}" for each in barriers(page, looks)]

    assert found == []


@pytest.mark.parametrize("place", ["", "404.html", "en/no/such/page", "offline/"])
def test_a_root_page_has_no_barrier(place: str, page: Page, address: str) -> None:
    """The page of languages, the page for addresses that do not exist, and the page without network."""
    expect_wrong(page, "404", "build.json")
    page.goto(f"{address}{place}")

    assert barriers(page) == []


def test_what_is_kept_is_shown_without_a_barrier(page: Page, address: str) -> None:
    """The list on the privacy page, with something in it."""
    page.goto(f"{address}en/about/privacy/")
    page.evaluate("(key) => { localStorage[key] = '{}'; }", f"planner:{BASE}")
    place = page.locator("[data-fs-kept]")
    place.get_by_role("button").first.click()
    expect(place.get_by_role("listitem")).not_to_have_count(0)

    assert barriers(page) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_the_skip_link_comes_first(width: int, page: Page, address: str) -> None:
    """One Tab shows it, Enter leads to the text."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}en/{GUIDE}")

    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('.md-content').contains(document.activeElement)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["en/", f"en/{GUIDE}", "en/planner/", ""])
def test_the_focus_is_seen(place: str, scheme: str, context: Callable[..., BrowserContext], address: str) -> None:
    """At every one of the first stops there is an outline; past the last one the focus leaves the page."""
    page = context(color_scheme=scheme).new_page()
    page.goto(f"{address}{place}")
    stops = {}
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement !== document.body"):
            stops[page.evaluate("document.activeElement.outerHTML.slice(0, 120)")] = page.evaluate(OUTLINE)

    assert len(stops) >= len(LANGUAGES)
    assert [name for name, (style, width) in stops.items() if style == "none" or width == "0px"] == []


def test_the_reader_can_change_the_colours(page: Page, address: str) -> None:
    """The switch in the header turns the page dark, and the next page stays so."""
    page.emulate_media(color_scheme="light")
    page.goto(f"{address}en/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")

    page.locator("header").get_by_role("button", name="dark").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{address}en/{GUIDE}")

    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("place", ["", "en/", "en/planner/"])
def test_dark_is_dark(place: str, context: Callable[..., BrowserContext], address: str) -> None:
    """Whoever's system is dark gets light letters on a dark ground on every kind of page."""
    page = context(color_scheme="dark").new_page()
    page.goto(f"{address}{place}")
    ground, letters = page.evaluate(
        "(({ backgroundColor, color }) => [backgroundColor, color])(getComputedStyle(document.body))"
    )

    assert max(map(int, re.findall(r"\d+", ground)[:3])) < 64
    assert min(map(int, re.findall(r"\d+", letters)[:3])) > 192


def test_the_menu_works_by_key(page: Page, address: str) -> None:
    """On a phone: it opens, the focus goes into it, Escape closes it and gives the focus back."""
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{address}en/")
    opener = page.locator("header .fs-open-menu")
    menu = page.locator("#fs-menu")
    opener.focus()

    page.keyboard.press("Enter")
    expect(menu.get_by_role("link").first).to_be_in_viewport()
    expect(menu.get_by_role("link").first).to_be_focused()
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    assert page.evaluate(RUN, RULES) == []
    page.keyboard.press("Escape")

    expect(opener).to_be_focused()
    expect(menu.get_by_role("link").first).not_to_be_in_viewport()
