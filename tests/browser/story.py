"""Takes an empty planner; gives it filled in from start to end with the keyboard alone, as a buyer would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.keys import Keys
from tests.browser.planner import START, Planner

TITLE = "Plan Ærø–Dhaka"
BUYER = "Nordisk Tøj ApS"
SUPPLIER = "Shapla Knit Çelik Ltd"
PERSON = "Farida Ångström"
FINDING = "Passports of 40 people lie in the office’s safe"
OWNER = "Rahim Øster, personnel"
FIRST, UNTIL = "2027-01-15", "2027-10-15"


@dataclass
class Filled:
    """A planner that has been filled in, and what was chosen on the way."""

    planner: Planner
    keys: Keys
    supplier_measure: str
    buyer_measure: str


def fill(planner: Planner) -> Filled:
    """Every step in turn; each `_step` ends where the next begins."""
    keys = Keys(planner.page)
    planner.ready()
    _start(planner, keys)
    _who(planner, keys)
    _findings(planner, keys)
    taken = [_take(planner, keys, side) for side in ("supplier", "buyer")]
    _owner(planner, keys)
    _follow_up(planner, keys)
    return Filled(planner, keys, *taken)


def _continue(planner: Planner, keys: Keys, step: str, following: str) -> None:
    link = planner.section(step).get_by_role("link", name=planner.form["buttons"]["continue"], exact=True)
    keys.push(link)
    expect(planner.section(following).get_by_role("heading", level=2)).to_be_focused()


def _start(planner: Planner, keys: Keys) -> None:
    keys.push(planner.unfold("plan"))
    keys.write(planner.field("title"), TITLE)
    _continue(planner, keys, "start", "who")


def _who(planner: Planner, keys: Keys) -> None:
    terms = planner.words["terms"]
    keys.write(planner.field("buyer.organisation"), BUYER)
    keys.write(planner.field("supplier.organisation"), SUPPLIER)
    keys.choose(planner.field("trigger.type"), terms["triggers"]["audit"])
    keys.push(planner.unfold("case"))
    keys.choose(planner.field("supplier.country"), planner.country("BD"))
    keys.date(planner.field("trigger.date"), "2026-11-02")
    words = planner.form["groups"]["participants"]
    keys.push(planner.unfold("participants"))
    keys.push(planner.root.get_by_role("button", name=words["add"], exact=True))
    person = planner.row("participants")
    keys.write(planner.field("participants.name", person), PERSON)
    keys.choose(planner.field("participants.side", person), terms["people"]["union"])
    _continue(planner, keys, "who", "findings")


def _findings(planner: Planner, keys: Keys) -> None:
    terms, row = planner.words["terms"], planner.row("findings")
    keys.choose(planner.field("findings.topic", row), terms["topics"]["forced-labour"])
    keys.write(planner.field("findings.text", row), FINDING)
    keys.pick(planner.group("findings.state", row), terms["states"]["actual"])
    keys.pick(planner.group("findings.position", row), terms["positions"]["supplier-own"])
    keys.pick(planner.group("findings.life_or_freedom", row), terms["yes_no"]["no"])
    keys.pick(planner.group("findings.scale", row), terms["scale"]["4"])
    expect(row.locator("[data-advice]")).to_contain_text(terms["levels"]["critical"], timeout=START)
    _continue(planner, keys, "findings", "actions")


def _take(planner: Planner, keys: Keys, side: str) -> str:
    """Add the first suggested measure of a side; gives its title."""
    card = _cards(planner).filter(has_text=f"{planner.words['terms']['sides'][side]} · ").first
    title = (card.locator(".pl-card-title").text_content() or "").strip()  # also of what is not drawn yet
    assert title
    keys.push(planner.button("add", card))
    expect(planner.said).to_contain_text(title)
    return title


def _cards(planner: Planner) -> Locator:
    return planner.section("actions").locator(".pl-card")


def _owner(planner: Planner, keys: Keys) -> None:
    row = planner.row("actions")
    keys.push(row.locator("summary").first)
    keys.write(planner.field("actions.owner", row), OWNER)
    _continue(planner, keys, "actions", "follow-up")


def _follow_up(planner: Planner, keys: Keys) -> None:
    terms: Any = planner.words["terms"]
    keys.choose(planner.field("agreement.every"), terms["rhythms"]["P3M"])
    keys.date(planner.field("agreement.first"), FIRST)
    keys.push(planner.unfold("report"))
    keys.tick(planner.group("agreement.channel").get_by_label(terms["channels"]["report"], exact=True))
    keys.date(planner.field("agreement.until"), UNTIL)
    expect(planner.section("follow-up").locator("[data-dates] time")).to_have_count(4, timeout=START)
    _continue(planner, keys, "follow-up", "check")
