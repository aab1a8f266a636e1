"""Every step of the planner is open to everybody, filled in and with everything it can say on show."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import barriers, look
from tests.browser.story import Filled

STEPS = ("start", "who", "findings", "actions", "follow-up", "check")
UNFOLD = "for (const part of document.querySelectorAll('action-planner details')) part.open = true"


@pytest.mark.parametrize("step", STEPS)
def test_a_step_has_no_barrier(step: str, filled: Filled) -> None:
    """Findings, suggestions, actions, remarks and dates included, every folded part open."""
    planner = filled.planner
    planner.go(step)
    planner.page.evaluate(UNFOLD)

    found = barriers(planner.page)

    look(planner.page, 1280, "light")
    assert found == []


def test_a_downloaded_page_has_no_barrier(filled: Filled) -> None:
    """The document for print, read in a browser."""
    planner = filled.planner
    planner.go("check")
    html = planner.download("html").decode()
    page = planner.page.context.new_page()
    page.route("**/document.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{planner.page.url.split('#')[0]}document.html")

    found = barriers(page)
    page.close()

    assert found == []


def test_messages_have_no_barrier(filled: Filled) -> None:
    """A refused file, a removed row with its undo, an error at its question and in the summary."""
    planner = filled.planner
    planner.open("broken.json", b"{")
    expect(planner.opened.locator(".pl-summary")).to_be_focused()
    found = barriers(planner.page)
    planner.go("who")
    person = planner.row("participants")
    words = planner.form["groups"]["participants"]
    planner.page.evaluate(UNFOLD)
    person.get_by_role("button", name=words["remove"], exact=True).click()
    found += barriers(planner.page)
    planner.button("undo", planner.section("who")).click()

    look(planner.page, 1280, "light")
    assert found == []
