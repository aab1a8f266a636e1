"""The pages of guidance in a browser: checklists to tick, diagrams that lead on, links that open the right plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import LANGUAGES
from tests.browser.planner import bundle_of

Make = Callable[..., BrowserContext]
ROOT = Path(__file__).resolve().parents[2]
CHECKLIST = "company/policy/"


def words(language: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load(
        (ROOT / "planner" / "locales" / language / "site.yaml").read_text("utf-8")
    )
    return found


@pytest.fixture
def page(context: Make) -> Page:
    """A new device."""
    return context().new_page()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_checklist_is_ticked_and_copied(language: str, context: Make, address: str) -> None:
    """By key; the copy shows what is ticked, in plain text."""
    device = context()
    device.grant_permissions(["clipboard-read", "clipboard-write"])
    page = device.new_page()
    page.goto(f"{address}{language}/{CHECKLIST}")
    boxes = page.locator(".fs-checklist").get_by_role("checkbox")
    said = words(language)["checklist"]

    boxes.nth(1).focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name=said["copy"]).click()

    expect(page.locator(".fs-checklist").get_by_role("status")).to_have_text(said["copied"])
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert len(lines) == boxes.count()
    assert [line[0] for line in lines[:3]] == ["☐", "☑", "☐"]
    assert lines[1][2:] == page.locator(".fs-checklist label").nth(1).inner_text()


def test_ticks_are_cleared(page: Page, address: str) -> None:
    """With one button; nothing is kept for the next visit either."""
    page.goto(f"{address}en/{CHECKLIST}")
    boxes = page.locator(".fs-checklist").get_by_role("checkbox")
    boxes.first.check()
    page.get_by_role("button", name=words("en")["checklist"]["clear"]).click()

    expect(boxes.first).not_to_be_checked()
    boxes.first.check()
    page.reload()
    expect(boxes.first).not_to_be_checked()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("place", "count"), [("", 6), ("company/", 6), ("public-buyer/", 3)])
def test_the_steps_of_a_diagram_lead_to_their_pages(
    place: str, count: int, language: str, page: Page, address: str
) -> None:
    """From the home page and from the overview, each step is called what its page is in the menu."""
    page.goto(f"{address}{language}/{place}")
    links = page.locator(".fs-diagram a")
    targets = [link.evaluate("(link) => link.href") for link in links.all()]

    assert len(set(targets)) == count
    for target in targets:
        assert page.request.get(target).status == 200


def test_the_guide_opens_the_plan_it_speaks_of(page: Page, address: str, site: Path) -> None:
    """Every link into the planner chooses the kind and the topic it names."""
    wanted: dict[tuple[str, bool], str] = {}  # one of each sort: every id is known, says tests/content
    for path in sorted((site / "en").rglob("index.html")):
        page.goto(f"{address}{path.parent.relative_to(site).as_posix()}/")
        for link in page.locator("main a[href*='planner/?']:not([href*='measure='])").all():
            preset = parse_qs(urlsplit(search := link.evaluate("(link) => link.search")).query)
            wanted.setdefault((preset["kind"][0], "topic" in preset), search)
    form = bundle_of(site, "en")["words"]["terms"]

    assert len(wanted) >= 5
    for search in wanted.values():
        preset = parse_qs(urlsplit(search).query)
        page.goto(f"{address}en/planner/{search}")
        expect(page.get_by_label(form["kinds"][preset["kind"][0]], exact=True)).to_be_checked()
        if "topic" in preset:
            expect(page.locator("[data-list=findings] [data-path=topic]").first).to_have_value(preset["topic"][0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_planner_explains_its_terms(language: str, page: Page, address: str) -> None:
    """A word of the field is explained beside the question, as the glossary explains it."""
    meanings = yaml.safe_load((ROOT / "planner" / "locales" / language / "definitions.yaml").read_text("utf-8"))
    page.goto(f"{address}{language}/tools/glossary/")
    expect(page.locator("#leverage + p")).to_have_text(meanings["leverage"])

    page.goto(f"{address}{language}/planner/?topic=wages")

    expect(page.locator("action-planner")).to_contain_text(meanings["leverage"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_measure_goes_into_the_plan(language: str, page: Page, address: str, site: Path) -> None:
    """From the page of a topic: the planner opens with the finding and the measure, once only."""
    measures = bundle_of(site, language)["words"]["measures"]
    page.goto(f"{address}{language}/topics/forced-labour/")
    link = page.locator("#return-identity-documents a")
    expect(link).to_have_accessible_name(
        f"{words(language)['topics']['add']}: {measures['return-identity-documents']['title']}"
    )
    link.click()

    for _ in range(2):
        expect(page.locator("action-planner")).to_have_attribute("data-planner", "ready", timeout=30_000)
        expect(page.locator("[data-list=findings] > [data-row]")).to_have_count(1)
        expect(page.locator("[data-list=findings] [data-path=topic]").first).to_have_value("forced-labour")
        expect(page.locator("[data-list=actions] > [data-row]")).to_have_count(1)
        text = page.locator("[data-list=actions] [data-path=text]").first
        expect(text).to_have_value(measures["return-identity-documents"]["title"])
        page.reload()
