"""Takes a device; gives pages of it that have used the planner once, and what they keep of the site."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.host import Host
from tests.browser.planner import Planner
from tests.browser.watch import expect_wrong

KEEPING = 120_000
"""How long the copy may take on a busy machine, in milliseconds."""
STORES = "async () => (await caches.keys()).sort()"
COPIES = f"({STORES})().then((names) => names.filter((name) => name.includes(' offline ')))"


def visited(device: BrowserContext, address: str, language: str, site: Path) -> Page:
    """A page of a device that has used the planner once."""
    page = device.new_page()
    page.goto(f"{address}{language}/planner/")
    Planner(page, language, site).ready()
    expect(told(page).get_by_role("link")).to_be_visible(timeout=KEEPING)
    return page


def told(page: Page) -> Locator:
    """What the planner says of use without network."""
    return page.locator("[data-offline]")


def becomes(page: Page, code: str, value: object) -> None:
    """Wait until the code, which may promise, gives the value."""
    for _ in range(KEEPING // 250):
        if page.evaluate(code) == value:
            return
        page.wait_for_timeout(250)
    assert page.evaluate(code) == value


def offline(page: Page, host: Host) -> None:
    """From here on nobody answers."""
    expect_wrong(page, "Failed to load resource", "net::ERR", "Failed to fetch")
    host.silent = True
