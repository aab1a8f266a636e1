"""Takes an empty planner; gives each further kind of plan filled in with the keyboard alone, as its reader would."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.keys import Keys
from tests.browser.planner import START, Planner

BUYER, SUPPLIER = "Gemeente Ærø", "Shapla Knit Çelik Ltd"
MANAGER, DEVIATION, PRODUCT = "Head of purchasing Å", "Fees are not paid back", "Latex gloves"
OWNER, FIRST = "Farida Ångström", "2027-01-15"


def fill_kind(planner: Planner, kind: str) -> None:
    """Every step of a kind, to a first plan."""
    keys = Keys(planner.page)
    planner.ready()
    _choose(planner, keys, kind)
    {"own-policy": _policy, "contract-performance": _contract, "follow-up-programme": _programme}[kind](planner, keys)
    _take_first(planner, keys)
    planner.go("follow-up")
    keys.choose(planner.field("agreement.every"), planner.words["terms"]["rhythms"]["P6M"])
    keys.date(planner.field("agreement.first"), FIRST)
    expect(planner.section("follow-up").locator("[data-dates] time").first).to_be_visible(timeout=START)


def _choose(planner: Planner, keys: Keys, kind: str) -> None:
    keys.pick(planner.group("kind"), planner.words["terms"]["kinds"][kind])
    planner.go("who")
    keys.write(planner.field("buyer.organisation"), BUYER)


def stands(planner: Planner, keys: Keys, section: str, area: str, standing: str) -> None:
    """Say where an area stands: open it, pick an answer."""
    fold = area_of(planner, area)
    keys.push(fold.locator("summary"))
    group = fold.get_by_role("group").filter(has_text=planner.label(f"{section}.areas.standing"))
    keys.pick(group, planner.words["terms"]["standings"][standing])


def area_of(planner: Planner, area: str) -> Locator:
    """The fold of an area."""
    return planner.root.locator(f'[data-area="{area}"]')


def _policy(planner: Planner, keys: Keys) -> None:
    keys.write(planner.field("policy.management"), MANAGER)
    planner.go("findings")
    stands(planner, keys, "policy", "policy-statement", "partly")
    stands(planner, keys, "policy", "purchasing", "no")


def _contract(planner: Planner, keys: Keys) -> None:
    terms = planner.words["terms"]
    keys.write(planner.field("supplier.organisation"), SUPPLIER)
    planner.go("findings")
    stands(planner, keys, "chain", "contract-risks", "partly")
    keys.push(planner.root.get_by_role("button", name=planner.form["groups"]["risks"]["add"], exact=True))
    risk = planner.row("chain.risks")
    keys.write(planner.field("chain.risks.product", risk), PRODUCT)
    keys.choose(planner.field("chain.risks.topic", risk), terms["topics"]["forced-labour"])
    keys.pick(planner.group("chain.risks.link", risk), terms["positions"]["deeper"])
    keys.choose(planner.field("chain.risks.severity", risk), terms["levels"]["critical"])
    expect(risk.locator("summary .pl-badge--critical")).to_be_visible(timeout=START)


def _programme(planner: Planner, keys: Keys) -> None:
    keys.write(planner.field("programme.year"), "2027")
    planner.go("findings")
    row = planner.row("programme.follow_ups")
    keys.write(planner.field("programme.follow_ups.supplier", row), SUPPLIER)
    keys.date(planner.field("programme.follow_ups.date", row), "2026-10-01")
    keys.push(row.get_by_role("button", name=planner.form["groups"]["deviations"]["add"], exact=True))
    deviation = row.locator('[data-list="deviations"] > [data-row]')
    keys.write(planner.field("programme.follow_ups.deviations.text", deviation), DEVIATION)
    topic = planner.words["terms"]["topics"]["forced-labour"]
    keys.choose(planner.field("programme.follow_ups.deviations.topic", deviation), topic)
    keys.date(planner.field("programme.follow_ups.deviations.due", deviation), "2026-11-01")
    expect(row.locator("summary .pl-badge--red").first).to_be_visible(timeout=START)


def _take_first(planner: Planner, keys: Keys) -> None:
    """Add the first suggestion and say who does it."""
    planner.go("actions")
    group = planner.section("actions").locator(".pl-suggested").first
    expect(group).to_be_visible(timeout=START)
    if group.locator("details").first.get_attribute("open") is None:
        keys.push(group.locator("summary").first)
    keys.push(planner.button("add", group.locator(".pl-card").first))
    row = planner.row("actions")
    keys.push(row.locator("summary").first)
    keys.write(planner.field("actions.owner", row), OWNER)
