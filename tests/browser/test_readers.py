"""Who a file is for: what the buyer keeps to itself is in nobody else's copy, whenever the file is made."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from tests.browser.holding import busy, let_go
from tests.browser.planner import START, Planner
from tests.browser.watch import expect_wrong

Show = Callable[..., Planner]
OURS = "What only the buyer knows"
PLAN = {
    "schema": 1, "id": "p", "kind": "supplier-improvement", "language": "en", "created": "2026-11-01", "revision": 1,
    "findings": [{"id": "f", "topic": "wages", "text": OURS, "visibility": "buyer"}],
}  # fmt: skip


def audience(here: Planner) -> Locator:
    """The choice of who will read it."""
    return here.section("check").get_by_label(here.form["check"]["audience"], exact=True)


def test_a_file_that_waits_keeps_its_reader(here: Planner) -> None:
    """Chosen for the supplier, then back for oneself while Python still works: the first file is the supplier's."""
    here.open("plan.json", json.dumps(PLAN).encode())
    expect(here.opened).to_contain_text("plan.json", timeout=START)
    here.go("check")
    busy(here, "docx")
    audience(here).select_option("supplier")
    here.download_button("csv").click()
    audience(here).select_option("")

    with here.page.expect_event(
        "download", lambda download: download.suggested_filename.endswith(".csv"), timeout=START
    ) as made:
        let_go(here)

    assert here.form["check"]["audience-supplier"].lower().replace(" ", "-") in made.value.suggested_filename
    assert OURS not in Path(made.value.path()).read_text("utf-8-sig")


@pytest.mark.parametrize("reader", ["supplier", "public"])
def test_a_copy_for_others_takes_python(reader: str, planner: Show, context: Callable[..., BrowserContext]) -> None:
    """Where it could not start, the whole plan is not handed over in place of a copy."""
    page = context().new_page()
    expect_wrong(page, "console:", "error:")
    page.route("**/pyodide.asm.wasm", lambda route: route.fulfill(status=404, body="gone"))
    here = planner("en", page=page)
    here.becomes("failed")
    here.go("check")
    asked: list[object] = []
    page.on("download", lambda download: asked.append(download))
    audience(here).select_option(reader)

    here.download_button("json").click()

    expect(here.section("check").locator("[data-downloaded]")).to_have_text(here.form["errors"]["start"])
    assert asked == []
    audience(here).select_option("")
    assert json.loads(here.download("json"))["schema"] == 1


def test_a_plan_that_was_handed_out_is_kept_as_such(planner: Show) -> None:
    """A tab that the system puts away says nothing more: the revision that left is known at once."""
    here = planner("en").ready()
    here.go("start").get_by_label(here.form["store"]["keep"], exact=True).check()
    here.name("Plan A")
    here.go("check")
    here.download("docx")

    here.page.wait_for_function(
        "() => Object.values(localStorage).some((one) => one.startsWith('{') && JSON.parse(one).shared?.revision === 1)"
    )
