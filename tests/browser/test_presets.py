"""A link of the guide that puts something into a plan does so once."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.planner import START, Planner

Show = Callable[..., Planner]
LINK = "?kind=supplier-improvement&topic=wages&measure=pay-late-wages-now&side=supplier&nature=contain"
KEEP = "(plan) => localStorage.setItem('planner:/guide/', JSON.stringify(plan))"


def _led(planner: Show, plan: dict[str, Any] | None = None) -> Planner:
    """A planner reached by the link; `plan` is kept on the device already."""
    before = planner("en")
    if plan:
        before.page.evaluate(KEEP, {"schema": 1, "id": "p", "language": "en", "revision": 1, **plan})
    before.page.goto(f"{before.page.url}{LINK}")
    return before.ready()


def _kept(page: Page) -> Any:
    return json.loads(page.evaluate("Object.values(localStorage)[0]"))


def test_what_was_deleted_stays_so(planner: Show) -> None:
    """After a reload, as a telephone does by itself."""
    here = _led(planner)
    here.go("start").get_by_label(here.form["store"]["keep"], exact=True).check()
    here.go("actions")
    row = here.row("actions")
    expect(row).to_be_visible(timeout=START)
    row.evaluate("(row) => { row.open = true; }")
    row.get_by_role("button", name=here.form["groups"]["actions"]["remove"]).click()
    here.page.wait_for_function("() => JSON.parse(Object.values(localStorage)[0] ?? '{}').actions?.length === 0")

    here.page.reload()
    here.ready()

    assert here.plan()["actions"] == []


def test_a_plan_that_was_handed_out_gets_a_new_revision(planner: Show) -> None:
    """What the link adds to it is a change as any other, and kept at once."""
    here = _led(planner, {"kind": "supplier-improvement", "shared": {"revision": 1, "day": "2026-11-01"}})

    here.page.wait_for_function("() => JSON.parse(Object.values(localStorage)[0]).revision === 2")

    assert [one["measure"] for one in _kept(here.page)["actions"]] == ["pay-late-wages-now"]


def test_a_plan_without_findings_stays_as_it_is(planner: Show) -> None:
    """A policy has no place for them: nothing is put where nobody sees it."""
    here = _led(planner, {"kind": "own-policy", "title": "Ours"})

    plan = here.plan()

    assert (plan["title"], plan.get("findings", [])) == ("Ours", [])
