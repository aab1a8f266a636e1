"""Opening a file: whatever was saved comes back whole; whatever is no plan leaves the plan on the page alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import EACH_LANGUAGE, ROOT
from tests.browser.planner import START, Planner
from tests.browser.watch import watched

Show = Callable[..., Planner]
EXAMPLE = json.loads((ROOT / "examples" / "supplier-improvement.example.json").read_text(encoding="utf-8"))
MINE = "What I had typed"
LARGE = 51_000_000
NO_PLANS: dict[str, tuple[bytes, str]] = {
    "broken": (json.dumps(EXAMPLE).encode()[:-400], "errors.not-json"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "errors.not-json"),
    "empty": (b"", "errors.not-json"),
    "foreign": (b'{"openapi": "3.1.0", "paths": {}}', "errors.not-a-plan"),
    "newer": (json.dumps(EXAMPLE | {"schema": 99}).encode(), "errors.newer-schema"),
    "other kind": (json.dumps(EXAMPLE | {"kind": "shopping-list"}).encode(), "errors.unknown-kind"),
    "misshapen": (json.dumps(EXAMPLE | {"findings": "many"}).encode(), "errors.wrong-type"),
    "huge": (b" " * LARGE, "form.files.too-large"),
}


def test_a_saved_plan_comes_back_whole(planner: Show) -> None:
    """What the page saves, another device opens and saves the same."""
    first = planner("en").ready()
    first.open("example.json", json.dumps(EXAMPLE).encode())
    expect(first.opened).to_contain_text(first.form["files"]["opened"].format(name="example.json"))
    first.go("check")
    saved = first.download("json")

    second = planner("da").ready()
    second.open("plan.json", saved)
    expect(second.opened).to_contain_text("plan.json")
    second.go("check")

    assert json.loads(second.download("json")) == json.loads(saved)


def test_the_example_fills_the_form(planner: Show) -> None:
    """Every row is shown, and the advice answers it."""
    here = planner("sv").ready()
    here.open("example.json", json.dumps(EXAMPLE).encode())

    here.go("who")
    expect(here.field("supplier.organisation")).to_have_value(EXAMPLE["supplier"]["organisation"])
    for name in ("findings", "actions"):
        expect(here.root.locator(f'[data-list="{name}"] > [data-row]')).to_have_count(len(EXAMPLE[name]))
    here.go("findings")
    expect(here.row("findings").locator(".pl-badge").first).to_be_visible(timeout=START)


def test_what_the_page_does_not_know_is_kept(planner: Show) -> None:
    """Fields, topics and choices of a planner to come survive opening, typing and saving."""
    strange: dict[str, Any] = json.loads(json.dumps(EXAMPLE))
    strange |= {"x_ours": {"deep": [1, None, "ø"]}, "benefits": ["productivity", "joy"]}
    strange["findings"][0] |= {"topic": "space-law", "spread": "galactic", "x_weight": 3}
    strange["actions"][0]["measure"] = "measure-of-2031"
    here = planner("nl").ready()
    here.open("later.json", json.dumps(strange).encode())
    expect(here.opened).to_contain_text("later.json")
    here.go("findings")
    row = here.row("findings")
    row.locator("summary").first.click()  # a plan of many findings opens folded
    here.field("findings.text", row).fill("Nog getypt")

    plan = here.plan()

    assert (plan["x_ours"], plan["benefits"]) == (strange["x_ours"], strange["benefits"])
    kept = plan["findings"][0]
    assert (kept["topic"], kept["spread"], kept["x_weight"], kept["text"]) == ("space-law", "galactic", 3, "Nog getypt")
    assert plan["actions"][0]["measure"] == "measure-of-2031"


def test_opening_can_be_undone(planner: Show) -> None:
    """The wrong file costs nothing."""
    here = planner("en").ready()
    here.name(MINE)
    here.open("example.json", json.dumps(EXAMPLE).encode())
    expect(here.field("title")).to_have_value(EXAMPLE["title"])

    here.button("undo", here.opened).click()

    expect(here.field("title")).to_have_value(MINE)


@pytest.fixture(scope="module", params=EACH_LANGUAGE)
def typed(request: pytest.FixtureRequest, browser: Any, address: str, site: Path) -> Any:
    """A planner with something typed, one for each language."""
    with watched(browser) as device:
        page = device.new_page()
        page.goto(f"{address}{request.param}/planner/")
        here = Planner(page, request.param, site).ready()
        here.name(MINE)
        yield here


@pytest.mark.parametrize("name", NO_PLANS)
def test_a_file_that_is_no_plan_changes_nothing(name: str, typed: Planner) -> None:
    """A sentence in the language of the page takes the focus; what was typed stays."""
    content, sentence = NO_PLANS[name]
    group, key = sentence.split(".", 1)
    words = typed.words[group]
    for part in key.split("."):
        words = words[part]
    typed.open(f"{name}.json", b"")
    expect(typed.opened).to_contain_text(typed.words["errors"]["not-json"])

    typed.open(f"{name}.json", content)

    expect(typed.opened).to_contain_text(words.partition("{")[0].strip())
    expect(typed.opened.locator(".pl-summary")).to_be_focused()
    expect(typed.field("title")).to_have_value(MINE)


def test_a_refused_file_names_what_is_wrong(typed: Planner) -> None:
    """The part that cannot be what it is, in the words of the form."""
    typed.open("misshapen.json", json.dumps(EXAMPLE | {"findings": "many"}).encode())

    expect(typed.opened).to_contain_text(typed.form["groups"]["findings"]["title"])
