"""The page never waits for Python: long work shows how far it is, can be cancelled, and takes nothing typed with it."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from tests.browser.axe import barriers
from tests.browser.holding import HOLD, busy, cancel, hold, let_go
from tests.browser.long import long_plan
from tests.browser.planner import START, Planner

Show = Callable[..., Planner]
Make = Callable[..., BrowserContext]
TYPED = "Typed while Python was busy"
LONG = 100_000
"""Milliseconds without a sign of life that are still forgiven while Python works."""


def test_a_long_export_shows_a_bar_by_its_name(here: Planner) -> None:
    """With the name of the file, for those who hear it too."""
    busy(here)

    expect(here.root.get_by_role("progressbar", name=here.words["terms"]["formats"]["docx"])).to_be_visible()


def test_the_bar_has_no_barrier(here: Planner) -> None:
    """At both widths, light and dark."""
    busy(here)
    here.page.clock.resume()

    assert barriers(here.page) == []


def test_the_bar_is_not_read_out_step_by_step(here: Planner) -> None:
    """It stands outside every live region; the line above says once what is being done."""
    busy(here)

    assert here.root.locator("progress").evaluate("(bar) => bar.closest('[role=status], [aria-live]') === null")
    expect(here.section("check").get_by_text(here.form["states"]["working"], exact=True)).to_be_visible()


def test_typing_goes_on_during_an_export(here: Planner) -> None:
    """And the page says what the suggestions wait for."""
    busy(here)
    here.go("start")

    here.name(TYPED)

    expect(here.said).to_have_text(here.form["states"]["behind"])


def test_cancelling_ends_the_worker_and_keeps_all(here: Planner) -> None:
    """A new one takes its place, and the next file has what was typed meanwhile."""
    busy(here)
    here.go("start")
    here.name(TYPED)
    here.go("check")

    hold(here, None)
    cancel(here).click()

    expect(here.section("check").get_by_text(here.form["errors"]["cancelled"])).to_be_visible()
    expect(cancel(here)).to_have_count(0)
    here.ready()
    assert json.loads(here.download("json"))["title"] == TYPED


def test_what_waits_behind_a_cancelled_file_still_comes(here: Planner) -> None:
    """Only the one that was cancelled is not made."""
    busy(here)
    with here.page.expect_download(timeout=START) as download:
        here.download_button("csv").click()
        hold(here, None)
        cancel(here).first.click()

    assert download.value.suggested_filename.endswith(".csv")


def test_the_keyboard_does_not_get_lost_with_the_bar(here: Planner) -> None:
    """It goes to the sentence that says what happened."""
    busy(here)
    hold(here, None)
    cancel(here).focus()

    here.page.keyboard.press("Enter")

    expect(here.section("check").locator("[data-downloaded]")).to_be_focused()


def test_a_newer_check_replaces_one_that_waits(here: Planner) -> None:
    """However often typing pauses, Python is asked once, and of the newest."""
    busy(here)
    here.go("start")
    for text in ("One", "Two", TYPED):
        here.name(text)
        expect(here.said).to_have_text(here.form["states"]["behind"])
        here.page.wait_for_timeout(500)  # longer than the pause in typing after which a check is asked for
    here.page.evaluate("() => { window.calls = []; }")
    let_go(here)
    expect(here.said).to_be_empty(timeout=START)

    assert here.page.evaluate("() => window.calls.filter((call) => call === 'advise').length") == 1


def test_the_zip_of_all_says_how_far_it_is(here: Planner) -> None:
    """So many of so many files."""
    here.page.evaluate(
        """() => new MutationObserver((seen) => {
          const $bars = seen.map((one) => one.target).filter((one) => one.localName === "progress");
          window.steps = [...(window.steps ?? []), ...$bars.map((one) => [one.value, one.max])];
        }).observe(document, { subtree: true, attributes: true })"""
    )
    here.open("long.json", json.dumps(long_plan()).encode())
    expect(here.opened).to_contain_text("long.json", timeout=START)
    here.go("check")
    here.download("zip")

    steps = here.page.evaluate("() => window.steps")
    assert [step for step in steps if step[1] == 6][-1] == [5, 6]


def test_reading_a_file_can_be_cancelled(here: Planner) -> None:
    """The plan stays as it is, and the same file opens at the next try."""
    file = json.dumps(long_plan()).encode()
    hold(here, "read")
    here.open("long.json", file)
    expect(cancel(here)).to_be_visible()
    hold(here, None)
    cancel(here).click()

    expect(here.opened).to_contain_text(here.form["errors"]["cancelled"])
    expect(here.field("title")).to_have_value("Before")
    here.open("long.json", file)
    expect(here.field("title")).to_have_value("A long plan", timeout=START)


def test_a_worker_that_has_died_is_noticed_and_replaced(planner: Show, context: Make) -> None:
    """It does not even say that it has begun: the reader is told soon, and goes on."""
    page = context().new_page()
    page.clock.install()
    page.add_init_script(HOLD)
    here = planner("en", page=page).ready()
    next(worker for worker in page.workers if worker.url.startswith("blob:")).evaluate("self.close()")

    here.page.evaluate("() => { window.calls = []; }")
    here.name(TYPED)
    page.wait_for_function("() => window.calls.includes('advise')")
    page.clock.fast_forward(11_000)

    expect(here.said).to_have_text(here.form["states"]["restarted"], timeout=START)
    assert here.plan()["title"] == TYPED


def test_busy_is_not_hung(here: Planner) -> None:
    """Work that tells how far it is may take long; only when it falls silent is it ended."""
    busy(here)
    here.page.evaluate("() => window.said({ event: 'begun' })")
    for done in range(3):
        here.page.clock.fast_forward(LONG)
        here.page.evaluate("(done) => window.said({ event: 'done', done, of: 6 })", done)
        expect(here.root.locator("progress")).to_have_attribute("value", str(done))
    hold(here, None)

    here.page.clock.run_for(2 * LONG)

    expect(here.said).to_have_text(here.form["states"]["restarted"], timeout=START)
