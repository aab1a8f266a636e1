"""The reader goes on while Python works: nothing typed is lost, asked about in vain, or interrupted."""

from __future__ import annotations

import json

from playwright.sync_api import Route, expect

from tests.browser.holding import busy, cancel, hold, let_go
from tests.browser.planner import START, Planner

TYPED = "Typed while Python was busy"


def _recording(here: Planner) -> None:
    """A follow-up is being recorded, as long as the test likes."""
    here.go("follow-up")
    here.unfold("reviews").click()
    hold(here, "record")
    here.button("record").click()
    here.page.wait_for_function("() => window.calls.at(-1) === 'record'")


def _recorded(here: Planner) -> None:
    """The page says so."""
    progress = here.words["terms"]["review_types"]["progress"]
    expect(here.root.locator("[data-recorded]")).to_contain_text(progress, timeout=START)


def test_typing_goes_on_while_a_follow_up_is_recorded(here: Planner) -> None:
    """What was typed meanwhile is in the plan, and so is the follow-up."""
    _recording(here)
    here.go("start")
    here.name(TYPED)

    let_go(here)

    _recorded(here)
    plan = here.plan()
    assert (plan["title"], len(plan["reviews"])) == (TYPED, 1)


def test_leaving_asks_about_what_a_file_has_missed(here: Planner) -> None:
    """Typed while the planner file was made: it is in no file yet."""
    asked: list[str] = []
    here.page.on("dialog", lambda dialog: asked.append(dialog.type))
    busy(here, "json")
    here.go("start")
    here.name(TYPED)
    with here.page.expect_download(timeout=START):
        let_go(here)

    here.page.reload()

    assert asked == ["beforeunload"]


def test_a_check_that_was_left_says_nothing_more(here: Planner) -> None:
    """Its remarks come when the reader has gone on: title and keyboard stay with the step on show."""
    plan = {"schema": 1, "id": "p", "kind": "supplier-improvement", "language": "en", "actions": [{"due": "soon"}]}
    here.page.evaluate("(plan) => localStorage.setItem('planner:/guide/', plan)", json.dumps(plan))
    here.page.goto(here.page.url.split("#")[0])
    here.ready()
    hold(here, "advise")
    here.go("check")
    here.page.wait_for_function("() => window.calls.at(-1) === 'advise'")
    here.go("who")

    let_go(here)

    expect(here.section("check").locator("[data-remarks] .pl-summary")).to_have_count(1, timeout=START)
    here.page.wait_for_timeout(500)
    assert here.form["errors"]["prefix"] not in here.page.title()
    here.go("check")
    expect(here.section("check").locator("[data-remarks] .pl-summary")).to_be_focused(timeout=START)
    assert here.page.title().startswith(here.form["errors"]["prefix"])


def test_two_clicks_record_one_follow_up(here: Planner) -> None:
    """The second comes while the first is under way."""
    _recording(here)
    here.button("record").click()

    let_go(here)

    _recorded(here)
    assert len(here.plan()["reviews"]) == 1


def test_a_device_that_slept_is_given_time(here: Planner) -> None:
    """Its clock jumps: neither the reader nor Python has waited so long."""
    busy(here)
    workers = list(here.page.workers)

    here.page.clock.fast_forward(3_600_000)
    with here.page.expect_download(timeout=START):
        let_go(here)

    assert here.page.workers == workers


def test_a_file_can_be_cancelled_before_python_is_asked(here: Planner) -> None:
    """While the words of a second language are still on their way."""
    held: list[Route] = []
    here.page.route("**/bundles/*/pl.json", lambda route: held.append(route))
    here.section("check").locator("[data-second]").select_option("pl")
    here.download_button("docx").click()
    cancel(here).click()

    expect(here.section("check").locator("[data-downloaded]")).to_have_text(here.form["errors"]["cancelled"])
    for route in held:
        route.continue_()
    here.section("check").locator("[data-second]").select_option("")
    assert here.download("docx").startswith(b"PK")
