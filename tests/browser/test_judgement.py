"""What the planner knows of the subject, on the page: signs, first hours, rules, proposals, records, several plans."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.browser.axe import barriers, look
from tests.browser.conftest import ROOT
from tests.browser.planner import START, Planner

Show = Callable[..., Planner]
URGENT = "environment-people-ill-nearby"


def test_a_finding_starts_from_a_sign(planner: Show) -> None:
    """Found by its words; topic, state and danger come along, its words are shown and not saved."""
    here = planner("en").ready()
    words = here.words["topics"]["environment"]["signs"][URGENT]
    here.go("findings")
    here.root.locator("[data-signs] > summary").click()
    here.root.get_by_label(here.form["signs"]["filter"], exact=True).fill(" ".join(words.split()[:4]))
    here.root.get_by_role("button", name=words, exact=True).click()

    row = here.row("findings")
    expect(row.locator("summary").first).to_be_focused()
    expect(here.field("findings.text", row)).to_have_value(words, timeout=START)
    (finding,) = here.plan()["findings"]
    assert (finding["topic"], finding["sign"], finding["text"]) == ("environment", URGENT, None)
    assert (finding["state"], finding["life_or_freedom"]) == ("actual", "yes")


def test_what_cannot_wait_stands_out(planner: Show) -> None:
    """A critical finding brings the first hours, with what its topic asks for and what to avoid."""
    here = planner("en").ready()
    here.open(
        "plan.json",
        _plan(
            findings=[{"id": "f", "topic": "environment", "sign": URGENT, "state": "actual", "life_or_freedom": "yes"}]
        ),
    )
    here.go("findings")

    box = here.row("findings").locator(".pl-urgent")
    expect(box).to_contain_text(here.words["first_hours"]["title"], timeout=START)
    expect(box).to_contain_text(here.words["first_hours"]["steps"]["stop-danger"])
    expect(box).to_contain_text(here.words["topics"]["environment"]["first"][0])


def test_a_contradiction_brings_a_proposal(planner: Show) -> None:
    """A remark, never a block: what to do instead, and a link to the question."""
    here = planner("en").ready()
    action = {"id": "a", "findings": [], "text": "Repair", "start": "2027-02-01", "due": "2027-01-01"}
    here.open("plan.json", _plan(actions=[action]))
    expect(here.opened).to_contain_text("plan.json")
    here.go("check")
    said = here.words["remarks"]["due-before-start"].split("}: ")[1].partition(" (")[0]
    remark = here.section("check").locator(".pl-remarks li").filter(has_text=said)

    expect(remark.locator(".pl-proposal")).to_contain_text(here.form["judge"]["proposal"], timeout=START)
    remark.get_by_role("link").click()
    expect(here.field("actions.due", here.row("actions"))).to_be_focused()


def test_a_remark_explains_its_rule(planner: Show) -> None:
    """Title and text of the rule and the standards it rests on; and all rules stand on the page."""
    here = planner("en").ready()
    here.open("plan.json", _plan(actions=[{"id": "a", "findings": [], "text": "Repair"}]))
    here.go("check")
    rule = here.words["rules"]["every-action-owned"]
    remarks = here.section("check").locator(".pl-remarks")

    more = remarks.get_by_role("button")
    expect(more).to_be_visible(timeout=START)
    more.click()
    expect(remarks.get_by_text(rule["text"])).to_have_count(3)
    expect(here.section("check").locator("[data-rule]")).to_have_count(len(here.words["rules"]))


def test_a_follow_up_is_recorded_with_what_changed(planner: Show) -> None:
    """Its form is there to be filled in, and the answers are saved."""
    here = planner("en").ready()
    here.open("example.json", (ROOT / "examples" / "supplier-improvement.example.json").read_bytes())
    expect(here.opened).to_contain_text("example.json")
    here.go("actions")
    row = here.row("actions")
    row.locator("summary").first.click()
    here.shown(here.field("actions.status", row)).select_option("blocked")
    here.go("follow-up")
    here.unfold("reviews").click()
    here.root.locator("[data-record-by]").fill("Both managers")
    here.button("record").click()
    expect(here.root.locator("[data-recorded]")).to_contain_text(
        here.words["terms"]["review_types"]["progress"], timeout=START
    )
    label = here.words["reviews"]["progress"]["questions"]["done-since"]["label"]
    review = here.root.locator('[data-list="reviews"] > [data-row][open]')
    review.get_by_label(label, exact=True).fill("Much")

    expect(review.locator("[data-beside=row] summary")).to_contain_text(here.form["reviews"]["changes"])
    last = here.plan()["reviews"][-1]
    assert (last["type"], last["by"], last["answers"]["done-since"]) == ("progress", "Both managers", "Much")
    assert last["changes"]


def test_several_plans_are_seen_together(planner: Show) -> None:
    """What is late and open in all of them; a broken file gets its sentence, and one opened replaces the plan."""
    here = planner("en").ready()
    names = ("supplier-improvement", "contract-performance")
    files: list[Any] = [
        _file(f"the {name}.json", (ROOT / "examples" / f"{name}.example.json").read_bytes()) for name in names
    ]
    here.root.locator("[data-open]").set_input_files([*files, _file("broken.json", b"{")])
    panel = here.root.locator("[data-portfolio]")

    expect(panel.locator("tbody tr")).to_have_count(2, timeout=START)
    expect(panel.locator(".pl-summary")).to_contain_text("broken.json")
    here.page.evaluate("scrollTo(0, 0)")
    found = barriers(here.page)
    look(here.page, 1280, "light")
    assert found == []
    second = panel.locator("tbody tr").nth(1)
    expect(second.get_by_role("button")).to_have_accessible_description(second.locator("th span").first.inner_text())
    second.get_by_role("button").click()
    expect(here.kind("contract-performance")).to_be_checked()
    here.button("programme").click()
    expect(here.kind("follow-up-programme")).to_be_checked()
    assert len(here.plan()["programme"]["follow_ups"]) == 2


def _file(name: str, content: bytes) -> dict[str, Any]:
    return {"name": name, "mimeType": "application/json", "buffer": content}


def _plan(**parts: Any) -> bytes:
    base = {
        "schema": 1,
        "id": "p",
        "kind": "supplier-improvement",
        "language": "en",
        "created": "2026-11-01",
        "revision": 1,
    }
    return json.dumps(base | parts).encode()
