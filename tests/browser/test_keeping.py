"""Keeping the plan on this device: only when the reader says so, never over another tab, and never in silence."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.planner import START, Planner

Show = Callable[..., Planner]
STORED = "Object.keys(localStorage).filter((key) => key.startsWith('planner')).length"
FULL = """
Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
"""
FORBIDDEN = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
"""


def keep(planner: Planner) -> Locator:
    """The box that turns keeping on."""
    return planner.go("start").get_by_label(planner.form["store"]["keep"], exact=True)


def kept(planner: Planner) -> Planner:
    """A planner whose typing is kept and saved."""
    keep(planner).check()
    planner.name("Plan A")
    saved(planner, "Plan A")
    return planner


def saved(planner: Planner, text: str) -> None:
    """Wait until the device holds a text."""
    planner.page.wait_for_function("(text) => Object.values(localStorage).some((one) => one.includes(text))", arg=text)


def test_everything_typed_is_back_after_a_reload(planner: Show) -> None:
    """Plain fields, rows, choices and folded parts."""
    before = planner("da")
    keep(before).check()
    before.go("who")
    before.field("supplier.organisation").fill("Sødring Væveri")
    before.go("findings")
    row = before.row("findings")
    before.field("findings.topic", row).select_option("environment")
    before.field("findings.text", row).fill("Spildevand i åen")
    grave = before.words["terms"]["scale"]["3"]
    before.group("findings.scale", row).get_by_label(grave, exact=True).check()
    saved(before, '"scale":3')

    after = planner("da", page=before.page)

    expect(after.root.get_by_text(after.form["store"]["found"])).to_be_attached()
    expect(after.field("supplier.organisation")).to_have_value("Sødring Væveri")
    after.go("findings")
    row = after.row("findings")
    expect(after.field("findings.topic", row)).to_have_value("environment")
    expect(after.field("findings.text", row)).to_have_value("Spildevand i åen")
    expect(after.group("findings.scale", row).get_by_label(grave, exact=True)).to_be_checked()
    expect(keep(after)).to_be_checked()


def test_nothing_is_kept_unasked(planner: Show) -> None:
    """Shared computers exist."""
    here = planner().ready()
    here.name("Secret")
    here.go("who")
    here.field("supplier.organisation").fill("Nobody’s business")
    here.plan()

    assert here.page.evaluate(STORED) == 0
    assert (
        here.page.evaluate("Object.values(localStorage).concat(Object.values(sessionStorage)).join()").count("Secret")
        == 0
    )


def test_the_delete_button_empties_the_device(planner: Show) -> None:
    """And says so; what is typed stays on the page."""
    here = kept(planner("nl"))

    here.button("delete").click()

    expect(here.root.get_by_text(here.form["store"]["deleted"], exact=True)).to_be_visible()
    assert here.page.evaluate(STORED) == 0
    expect(keep(here)).not_to_be_checked()
    expect(here.field("title")).to_have_value("Plan A")


def test_a_full_device_is_told_and_nothing_is_lost(planner: Show, context: Callable[..., object]) -> None:
    """A sentence in the language of the page, and the plan still downloads."""
    here = _with_script(planner, context, FULL, "sv")
    keep(here).check()
    here.name("Får inte plats")

    expect(here.warning).to_contain_text(here.form["store"]["full"])
    assert here.ready().plan()["title"] == "Får inte plats"


@pytest.mark.parametrize(("script", "questions"), [("", []), (FULL, ["beforeunload"])], ids=["kept", "full"])
def test_leaving_asks_when_the_device_is_full(
    script: str, questions: list[str], planner: Show, context: Callable[..., object]
) -> None:
    """What could not be saved would be gone; what is saved needs no question."""
    here = _with_script(planner, context, script, "en")
    asked: list[str] = []
    here.page.on("dialog", lambda dialog: asked.append(dialog.type))
    keep(here).check()
    here.name("Plan A")
    expect(here.warning if script else here.root.locator("[data-kept]")).not_to_be_empty()
    if not script:
        saved(here, "Plan A")

    here.page.reload()

    assert asked == questions


def test_a_browser_that_forbids_storage_is_told(planner: Show, context: Callable[..., object]) -> None:
    """The box does not pretend, and the planner works without it."""
    here = _with_script(planner, context, FORBIDDEN, "en")
    keep(here).click()

    expect(here.warning).to_contain_text(here.form["store"]["blocked"])
    expect(keep(here)).not_to_be_checked()
    here.ready()


def test_a_change_in_another_tab_is_told(planner: Show) -> None:
    """The tab that did not make it stops saving and asks."""
    first, second = _two_tabs(planner)

    second.name("Plan B")
    expect(first.warning).to_contain_text(first.form["store"]["other-tab"])
    first.name("Plan C")
    first.go("who")

    saved(second, "Plan B")
    assert "Plan C" not in str(second.page.evaluate("Object.values(localStorage)"))


def test_the_other_tabs_version_can_be_taken(planner: Show) -> None:
    """It then stands in this tab as well, and saving goes on."""
    first, second = _two_tabs(planner)
    second.name("Plan B")

    first.warning.get_by_role("button", name=first.form["store"]["take-other"]).click()

    expect(first.field("title")).to_have_value("Plan B")
    expect(first.warning).to_contain_text(first.form["store"]["taken"])
    first.name("Plan D")
    saved(first, "Plan D")


def test_the_own_version_can_be_kept(planner: Show) -> None:
    """The reader has said so; now the other tab is told."""
    first, second = _two_tabs(planner)
    second.name("Plan B")

    first.warning.get_by_role("button", name=first.form["store"]["keep-mine"]).click()

    saved(first, "Plan A")
    expect(second.warning).to_contain_text(second.form["store"]["other-tab"])


def test_a_plan_that_is_kept_already_is_not_written_over(planner: Show) -> None:
    """Saving begins with a question where another tab has left its plan, and not saving leaves it there."""
    second = planner("en")
    first = kept(planner("en", page=second.page.context.new_page()))
    first.page.close()

    keep(second).check()
    expect(second.warning).to_contain_text(second.form["store"]["other-plan"])
    second.name("Plan B")
    keep(second).uncheck()
    expect(second.warning).to_be_empty()

    second.page.reload()
    expect(second.field("title")).to_have_value("Plan A")


def test_the_own_plan_can_take_the_place_of_one_kept_already(planner: Show) -> None:
    """Once the reader has chosen."""
    second = planner("en")
    kept(planner("en", page=second.page.context.new_page())).page.close()
    second.name("Plan B")
    keep(second).check()

    second.warning.get_by_role("button", name=second.form["store"]["keep-mine"]).click()

    saved(second, "Plan B")
    expect(second.warning.get_by_role("button")).to_have_count(0)


def test_a_kept_plan_that_python_must_read_is_kept_on(planner: Show) -> None:
    """Of a shape this page does not know: it is shown once Python has read it, and what is typed then is saved."""
    here = _found(planner, {"schema": 1, "kind": "supplier-improvement", "title": "Plan A"})
    expect(here.field("title")).to_have_value("Plan A", timeout=START)
    expect(keep(here)).to_be_checked()

    here.name("Plan B")

    saved(here, "Plan B")


def test_a_kept_plan_that_nobody_can_read_is_left_alone(planner: Show) -> None:
    """Of a newer planner: told, not written over, and the box does not pretend."""
    here = _found(planner, {"schema": 99, "kind": "supplier-improvement", "title": "Plan A"})
    expect(here.root.locator("[data-kept]")).to_contain_text("99", timeout=START)
    expect(keep(here)).not_to_be_checked()

    here.name("Plan B")
    here.plan()

    assert "Plan A" in str(here.page.evaluate("Object.values(localStorage)"))


def test_a_deletion_in_another_tab_is_told(planner: Show) -> None:
    """Nothing is written again behind the reader's back."""
    first, second = _two_tabs(planner)

    second.button("delete").click()

    expect(first.warning).to_contain_text(first.form["store"]["other-deleted"])
    first.name("Plan D")
    first.page.reload()
    assert first.page.evaluate(STORED) == 0


def _two_tabs(planner: Show) -> tuple[Planner, Planner]:
    first = kept(planner("en"))
    second = planner("en", page=first.page.context.new_page())
    expect(second.field("title")).to_have_value("Plan A")
    return first, second


def _found(planner: Show, plan: object) -> Planner:
    """A planner that finds this on its device."""
    before = planner("en")
    before.page.evaluate("(plan) => localStorage.setItem('planner:/guide/', plan)", json.dumps(plan))
    return planner("en", page=before.page).ready()


def _with_script(planner: Show, context: Callable[..., object], script: str, language: str) -> Planner:
    page: Page = context().new_page()  # type: ignore[attr-defined]
    page.add_init_script(script)
    return planner(language, page=page)
