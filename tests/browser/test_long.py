"""A long plan stays comfortable: sixty findings and two hundred actions."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.long import ACTIONS, FINDINGS, long_plan
from tests.browser.planner import START, Planner

Show = Callable[..., Planner]


def test_a_long_plan_opens_light_and_comes_back_equal(planner: Show) -> None:
    """Rows are made when they are opened; each can be found; a remark leads into one that was never open."""
    here = planner("en").ready()
    here.open("long.json", json.dumps(long_plan()).encode())
    expect(here.opened).to_contain_text("long.json")
    before = here.plan()
    findings, actions = (here.root.locator(f'[data-list="{name}"] > [data-row]') for name in ("findings", "actions"))

    expect(findings).to_have_count(FINDINGS)
    expect(actions).to_have_count(ACTIONS)
    assert here.root.locator('[data-list="actions"] > [data-row] [data-path]').count() == 0
    _find_by_words(here)
    _follow_remark(here)
    assert here.plan() == before


def _find_by_words(here: Planner) -> None:
    """The box above a long list leaves the rows that hold the words."""
    here.go("actions")
    actions = here.root.locator('[data-list="actions"]')
    box = actions.get_by_label(here.form["rows"]["filter"], exact=True)
    box.fill("number137")
    row = actions.locator(":scope > [data-row]:visible")
    expect(row).to_have_count(1)
    row.locator("summary").first.click()
    expect(here.field("actions.owner", row)).to_have_value("Owner 137")


def _follow_remark(here: Planner) -> None:
    """From the check into a finding whose questions are not on the page yet, and whose row a filter may hide."""
    here.go("findings")
    findings = here.root.locator('[data-list="findings"]')
    findings.get_by_label(here.form["rows"]["filter"], exact=True).fill("number7")
    here.go("check")
    link = here.section("check").locator(".pl-remarks a").filter(has_text="F6:").first
    expect(link).to_be_visible(timeout=START)
    link.click()
    expect(findings.locator(":focus")).to_be_visible()
