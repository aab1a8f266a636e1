"""The page can be used before its scripts have come, and nothing of that is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.browser.long import long_plan
from tests.browser.planner import START, Planner
from tests.browser.watch import expect_wrong

SHIFTS = """
(since) => new Promise((resolve) => {
  const told = ({ startTime, sources }) => startTime > since ? [`${sources[0]?.node?.outerHTML}`] : [];
  const seen = new PerformanceObserver((list) => resolve(list.getEntries().flatMap(told)));
  seen.observe({ type: "layout-shift", buffered: true });
  setTimeout(resolve, 500, []);
})
"""
PHONE = {"viewport": {"width": 412, "height": 823}}
TYPED = "Typed before the scripts"
SCRIPT = "**/assets/*/planner/page.js"
TEMPLATES = "**/planner/templates.*.json"


@pytest.fixture
def early(
    context: Callable[..., BrowserContext], address: str, site: Path, request: pytest.FixtureRequest
) -> tuple[Planner, Callable[[], None]]:
    """The page while its scripts are still on the way, and what lets them come; a test may choose step and device."""
    step, options = getattr(request, "param", ("", {}))
    page = context(**options).new_page()
    held: list[Route] = []
    page.route(SCRIPT, lambda route: held.append(route))
    page.goto(f"{address}en/planner/{step}", wait_until="commit")
    here = Planner(page, "en", site)
    expect(here.section("check").locator("[data-preview]")).to_be_attached()

    def come() -> None:
        for route in held:
            route.continue_()
        page.unroute(SCRIPT)
        here.ready()

    return here, come


def test_what_is_typed_before_the_scripts_is_kept(early: tuple[Planner, Callable[[], None]]) -> None:
    """Text and the kind of plan, from the first moment the page is there."""
    here, come = early
    here.name(TYPED)
    here.kind("contract-performance").check()

    come()

    plan = here.plan()
    assert (plan["title"], plan["kind"]) == (TYPED, "contract-performance")


def test_a_wish_to_keep_before_the_scripts_is_followed(early: tuple[Planner, Callable[[], None]]) -> None:
    """What was typed is on the device as soon as it can be."""
    here, come = early
    here.name(TYPED)
    keep = here.section("start").get_by_label(here.form["store"]["keep"], exact=True)
    keep.check()

    come()

    expect(keep).to_be_checked()
    here.page.wait_for_function("(text) => Object.values(localStorage).some((one) => one.includes(text))", arg=TYPED)


@pytest.mark.parametrize(("typed", "asked"), [("2026-11-02", "date"), ("early in November", "text")])
def test_a_date_typed_before_the_scripts_is_kept(
    early: tuple[Planner, Callable[[], None]], typed: str, asked: str
) -> None:
    """The field is one for dates as soon as its step is shown, unless what is in it is a date in words."""
    here, come = early
    date = here.section("who").locator('[data-path="trigger.date"]')
    date.evaluate("(one, typed) => (one.value = typed)", typed)

    come()
    here.go("who")

    expect(date).to_have_value(typed)
    expect(date).to_have_attribute("type", asked)


@pytest.mark.parametrize(
    "early", [("", PHONE), ("", {}), ("#who", PHONE), ("#findings", {}), ("#actions", PHONE)], indirect=True
)
def test_nothing_moves_when_the_scripts_come(early: tuple[Planner, Callable[[], None]]) -> None:
    """The current step is marked from the beginning, wider than others on a telephone; rows appear in their place."""
    here, come = early
    expect(here.page.locator(".pl-steps [aria-current=step]")).to_have_count(1)
    since = here.page.evaluate("performance.now()")

    come()

    assert here.page.evaluate(SHIFTS, since) == []


@pytest.mark.parametrize("early", [("#check", PHONE), ("#check", {})], indirect=True)
def test_nothing_moves_when_the_remarks_come(early: tuple[Planner, Callable[[], None]]) -> None:
    """Below them everything appears in its place, once Python has looked at the plan."""
    here, come = early
    figures = here.section("check").locator("[data-figures]")
    since = here.page.evaluate("performance.now()")

    come()
    expect(figures.locator("dl").first).to_be_visible(timeout=START)

    assert here.page.evaluate(SHIFTS, since) == []


@pytest.mark.parametrize("early", [("#check", PHONE), ("#check", {})], indirect=True)
def test_a_check_that_waits_says_for_what(early: tuple[Planner, Callable[[], None]]) -> None:
    """Whoever comes to it by its address sees the sentence above it without scrolling."""
    here, _ = early

    expect(here.section("check").get_by_role("heading").first).to_be_in_viewport()
    expect(here.page.locator("[data-status]")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("early", [("#check", {}), ("#follow-up", PHONE)], indirect=True)
def test_scripts_that_do_not_come_hide_nothing_for_good(early: tuple[Planner, Callable[[], None]]) -> None:
    """What waits for them appears by itself in the end, down to the foot of the page."""
    here, _ = early
    foot = here.page.locator(".fs-footer")
    expect(foot).to_be_hidden()

    expect(foot).to_be_visible(timeout=15_000)
    expect(here.root.locator("[data-step]:visible .pl-walk")).to_be_visible()


@pytest.mark.parametrize("early", [("#follow-up", {})], indirect=True)
def test_the_step_of_the_address_is_there_before_the_scripts(early: tuple[Planner, Callable[[], None]]) -> None:
    """It alone, without what stands above the first one."""
    here, come = early
    about = here.page.locator(".pl-about > p").first
    expect(here.section("follow-up")).to_be_visible()
    expect(here.section("start")).to_be_hidden()
    expect(about).to_be_hidden()

    come()
    expect(about).to_be_hidden()
    here.go("start")

    expect(about).to_be_visible()


def test_a_file_picked_before_the_scripts_opens(early: tuple[Planner, Callable[[], None]]) -> None:
    """Nobody has to pick it again."""
    here, come = early
    file: Any = {"name": "long.json", "mimeType": "application/json", "buffer": json.dumps(long_plan()).encode()}
    here.section("start").get_by_label(here.form["files"]["open"], exact=True).set_input_files(file)

    come()

    expect(here.opened).to_contain_text("long.json", timeout=START)
    expect(here.field("title")).to_have_value("A long plan")


def test_a_list_opened_before_the_scripts_fills(early: tuple[Planner, Callable[[], None]]) -> None:
    """The signs are there as soon as they can be."""
    here, come = early
    here.root.locator("[data-signs]").evaluate("(one) => (one.open = true)")

    come()
    here.go("findings")

    expect(here.root.get_by_label(here.form["signs"]["filter"], exact=True)).to_be_visible()


def test_templates_that_fail_are_fetched_again(
    planner: Callable[..., Planner], context: Callable[..., BrowserContext]
) -> None:
    """The page says that something is amiss, nothing typed is lost, and it goes on by itself."""
    page = context().new_page()
    expect_wrong(page, "console:")
    page.route(TEMPLATES, lambda route: route.fulfill(status=503, body="later"))
    here = planner("da", page=page)
    expect(here.said).to_have_text(here.form["states"]["failed"])
    here.name(TYPED)

    page.unroute(TEMPLATES)
    here.ready()

    assert here.plan()["title"] == TYPED
    here.go("findings")
    expect(here.field("findings.text", here.row("findings"))).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_the_planner_starts(early: tuple[Planner, Callable[[], None]], width: int) -> None:
    """What is read first stays where it is, on a phone too."""
    here, come = early
    here.page.set_viewport_size({"width": width, "height": 800})
    first = here.section("start").get_by_role("radio").first
    here.page.evaluate("() => document.fonts.ready")
    before = first.bounding_box()

    come()
    expect(here.said).to_have_text(here.form["states"]["ready"])

    assert first.bounding_box() == before
