"""A way back is a way: what it leaves is not lost either, and the keyboard stays where the reader is."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Route, expect

from tests.browser.planner import START, Planner

Show = Callable[..., Planner]
KEPT = json.dumps({"schema": 1, "id": "kept", "kind": "supplier-improvement", "language": "en", "title": "Kept"})
KEEP = "(plan) => localStorage.setItem('planner:/guide/', plan)"


def test_what_was_typed_since_comes_back_too(planner: Show) -> None:
    """Undo after an hour of work in the opened plan: another press brings that back."""
    here = planner("en").ready()
    here.name("Before")
    here.open("plan.json", KEPT.encode())
    expect(here.field("title")).to_have_value("Kept")
    here.name("An hour of work")

    here.button("undo", here.opened).click()
    expect(here.field("title")).to_have_value("Before")
    expect(here.opened).to_contain_text(here.form["files"]["undone"])
    here.button("undo", here.opened).click()

    expect(here.field("title")).to_have_value("An hour of work")


def _choosing(planner: Show) -> Planner:
    """A planner in which something was typed before it turned out that a plan is kept already."""
    here = planner("en").ready()
    here.name("Typed")
    here.page.evaluate(KEEP, KEPT)
    here.go("start").get_by_label(here.form["store"]["keep"], exact=True).check()
    expect(here.warning).to_contain_text(here.form["store"]["other-plan"])
    return here


def test_to_look_at_the_other_version_loses_nothing(planner: Show) -> None:
    """From it the reader comes back to what was typed, and to the choice; the other one is still kept."""
    here = _choosing(planner)

    here.warning.get_by_role("button", name=here.form["store"]["take-other"]).click()
    expect(here.field("title")).to_have_value("Kept")
    expect(here.warning.get_by_text(here.form["store"]["taken"])).to_be_focused()
    here.button("undo", here.warning).click()

    expect(here.field("title")).to_have_value("Typed")
    expect(here.warning).to_contain_text(here.form["store"]["other-plan"])
    here.page.wait_for_timeout(1000)  # longer than the pause after which a change is saved
    assert json.loads(here.page.evaluate("Object.values(localStorage)[0]"))["title"] == "Kept"


def test_who_keeps_the_own_version_hears_so(planner: Show) -> None:
    """Where the choice was made: its buttons, on which the keyboard stood, have gone."""
    here = _choosing(planner)

    here.warning.get_by_role("button", name=here.form["store"]["keep-mine"]).click()

    expect(here.warning.locator(":focus")).to_contain_text(here.form["store"]["saved"].split("{")[0].strip())


def test_the_second_file_that_was_picked_is_the_one(planner: Show, context: Callable[..., BrowserContext]) -> None:
    """The wrong one, and at once the right one: the answer to the first comes late and changes nothing."""
    page = context().new_page()
    held: list[Route] = []
    page.route("**/pyodide.asm.wasm", lambda route: held.append(route))
    here = planner("en", page=page)
    here.name("Before")
    other = KEPT.replace("Kept", "Wrong").replace("kept", "wrong")
    here.open("wrong.json", other.encode())
    here.open("right.json", KEPT.encode())

    for route in held:
        route.continue_()

    expect(here.field("title")).to_have_value("Kept", timeout=START)
    here.button("undo", here.opened).click()
    expect(here.field("title")).to_have_value("Before")
