"""What is long is drawn as it is needed, and nobody notices: the preview to where it is read, a step from its top."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.browser.long import ACTIONS, FINDINGS, long_plan
from tests.browser.planner import FRAME, START, Planner

Show = Callable[..., Planner]
STEPS = ("start", "who", "findings", "actions", "follow-up", "check")
SCRIPT = "**/assets/*/planner/page.js"


@pytest.fixture
def long(planner: Show) -> Planner:
    """A planner with a long plan."""
    here = planner("en").ready()
    here.open("long.json", json.dumps(long_plan()).encode())
    expect(here.opened).to_contain_text("long.json", timeout=START)
    return here


def _document(here: Planner, what: str) -> Any:
    """Something of the document in the preview."""
    return here.page.locator(FRAME).evaluate(f"(frame) => frame.contentDocument.{what}")


def _drawn(here: Planner) -> Planner:
    """With the preview as far as it is seen."""
    here.go("check")
    expect(here.preview.get_by_role("heading", level=1)).to_be_visible(timeout=START)
    return here


def test_the_preview_of_a_long_plan_begins_at_its_top(long: Planner) -> None:
    """What nobody has scrolled to is not there yet, and nothing seems to be loading."""
    _drawn(long).page.wait_for_timeout(1000)

    assert _document(long, "readyState") == "complete"
    assert f"the word number{ACTIONS - 1} in it" not in _document(long, "body.textContent")


def test_scrolling_brings_the_rest_of_the_preview(long: Planner) -> None:
    """To its last line."""
    _drawn(long)
    end = "documentElement.scrollHeight"
    before = _document(long, end)

    _document(long, "documentElement.scrollTo(0, 1e9)")

    long.page.wait_for_function(
        "([frame, before]) => document.querySelector(frame).contentDocument.documentElement.scrollHeight > before",
        arg=[FRAME, before],
    )


def test_the_whole_preview_is_printed(long: Planner) -> None:
    """However little of it has been seen."""
    _drawn(long)
    long.page.locator(FRAME).evaluate(
        """(frame) => {
          const { contentWindow: at, contentDocument: page } = frame;
          at.print = () => { window.printed = page.body.textContent; };
        }"""
    )
    long.section("check").get_by_role("button", name=long.form["buttons"]["print"]).click()
    long.page.wait_for_function("() => window.printed")

    printed = str(long.page.evaluate("() => window.printed"))
    assert [at for at in range(ACTIONS) if f"the word number{at} in it" not in printed] == []


def test_a_long_choice_keeps_what_is_chosen(long: Planner) -> None:
    """Sixty findings lie in a box of their own, and the action answers the one it did."""
    long.go("actions")
    row = long.root.locator('[data-list="actions"] > [data-row]').nth(7)
    row.locator("summary").first.click()
    choices = row.locator('[data-type="findings"]').first

    expect(choices.locator("input")).to_have_count(FINDINGS)
    assert choices.locator("input:checked").evaluate_all("(all) => all.map((one) => one.value)") == ["finding-7"]
    assert choices.locator(".pl-offered").evaluate("(box) => box.scrollHeight > box.clientHeight")


def test_all_of_a_long_step_is_there_soon(long: Planner) -> None:
    """Nothing stays undrawn."""
    long.go("actions")

    expect(long.root.locator(".pl-later")).to_have_count(0)


@pytest.mark.parametrize(
    ("hash", "shown"), [("", "start"), ("#nowhere", "start"), *((f"#{step}", step) for step in STEPS)]
)
def test_the_step_of_the_address_is_drawn_before_the_scripts(
    hash: str, shown: str, context: Callable[..., BrowserContext], address: str
) -> None:
    """And no other."""
    page = context().new_page()
    held: list[Route] = []
    page.route(SCRIPT, lambda route: held.append(route))
    page.goto(f"{address}en/planner/{hash}", wait_until="commit")
    expect(page.locator("#check")).to_be_attached()
    expect(page.locator(f"#{shown}")).to_be_visible()

    assert page.locator(".pl-step:visible").evaluate_all("(all) => all.map((one) => one.id)") == [shown]
    for route in held:
        route.continue_()
