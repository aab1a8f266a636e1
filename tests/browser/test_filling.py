"""Filled in by label and keyboard alone, in every language, the planner answers."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.story import BUYER, FINDING, OWNER, PERSON, SUPPLIER, TITLE, Filled


def test_the_planner_becomes_ready(filled: Filled) -> None:
    """The root element says so, for tests and helpers of other kinds."""
    filled.planner.becomes("ready")


def test_what_was_typed_is_in_the_plan(filled: Filled) -> None:
    """Each answer stands where the plan's format has it."""
    plan = filled.planner.plan()

    assert [plan["title"], plan["buyer"]["organisation"], plan["supplier"]["organisation"]] == [TITLE, BUYER, SUPPLIER]
    assert (plan["supplier"]["country"], plan["trigger"]) == ("BD", {"type": "audit", "date": "2026-11-02"})
    assert (plan["participants"][0]["name"], plan["participants"][0]["side"]) == (PERSON, "union")
    assert (plan["findings"][0]["text"], plan["findings"][0]["scale"]) == (FINDING, 4)
    assert plan["actions"][0]["owner"] == OWNER
    assert plan["language"] == filled.planner.language


def test_a_suggested_measure_brings_its_dates(filled: Filled) -> None:
    """An added action has a deadline, milestones and a way to verify, none of which was typed."""
    actions = filled.planner.plan()["actions"]

    assert [action["side"] for action in actions] == ["supplier", "buyer"]
    assert all(action["measure"] and action["text"] is None for action in actions)
    assert all(action["due"] and action["milestones"] and action["verification"] for action in actions)


def test_the_severity_stands_at_the_finding(filled: Filled) -> None:
    """One extreme answer makes it critical, in words, beside the finding's name."""
    filled.planner.go("findings")

    expect(filled.planner.row("findings").locator("summary").first).to_contain_text(
        filled.planner.words["terms"]["levels"]["critical"]
    )


def test_the_follow_ups_are_listed(filled: Filled) -> None:
    """Every three months from the first to the last."""
    filled.planner.go("follow-up")

    dates = filled.planner.section("follow-up").locator("[data-dates] time")
    expect(dates.first).to_have_attribute("datetime", "2027-01-15")
    expect(dates).to_have_count(4)


def test_the_preview_shows_the_plan(filled: Filled) -> None:
    """As the reader of the document will see it, in its language."""
    filled.planner.go("check")
    preview = filled.planner.preview

    expect(preview.locator("html")).to_have_attribute("lang", filled.planner.language)
    expect(preview.get_by_text(SUPPLIER).first).to_be_visible()
    expect(preview.get_by_text(filled.supplier_measure).first).to_be_visible()


def test_a_remark_leads_to_its_question(filled: Filled) -> None:
    """With the keyboard, into a folded row as well; the question takes the focus."""
    planner = filled.planner
    planner.go("check")
    sentence = planner.words["remarks"]["action-without-owner"].format(item="A2")

    filled.keys.push(planner.section("check").get_by_role("link", name=sentence, exact=True))

    expect(planner.field("actions.owner", planner.row("actions", 1))).to_be_focused()
