"""The planner starts from parts of WebAssembly; the rest comes when it is called, and a document waits for it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from scripts.runtime import PARTS
from tests.browser.planner import START, Planner
from tests.browser.watch import expect_wrong

Show = Callable[..., Planner]
ROOT = Path(__file__).resolve().parents[2]
REST = "**/pyodide.rest.wasm"


@pytest.fixture
def page(context: Callable[..., BrowserContext]) -> Page:
    """A new device."""
    return context().new_page()


@pytest.fixture(scope="session")
def all_in_the_rest(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """WebAssembly divided as badly as can be: nothing stands in the first part."""
    folder = tmp_path_factory.mktemp("divided")
    node, whole = os.environ.get("FAIRSTEPS_NODE", "node"), ROOT / "build" / "pyodide" / "pyodide.asm.wasm"
    called = json.dumps({"first": [], "start": [], "unread": []})
    for part, name in PARTS.items():
        command = [node, "scripts/pyodide/split.mjs", whole, folder / name, part]
        subprocess.run(command, cwd=ROOT, input=called, text=True, check=True)
    return {name: (folder / name).read_bytes() for name in PARTS.values()}


def test_advice_does_not_wait_for_the_rest(planner: Show, page: Page) -> None:
    """It comes while the rest is still on its way."""
    held: list[Route] = []
    page.route(REST, lambda route: held.append(route))
    here = planner("en", page=page).ready()
    here.go("findings")
    here.field("findings.topic", here.row("findings")).select_option("working-hours")

    here.go("actions")

    expect(here.section("actions").locator(".pl-card").first).to_be_visible(timeout=START)
    assert len(held) == 1


def test_a_document_waits_for_the_rest(planner: Show, page: Page) -> None:
    """It is written as soon as the rest is there."""
    held: list[Route] = []
    page.route(REST, lambda route: held.append(route))
    here = planner("en", page=page).ready()
    here.name("A plan")
    here.go("check")

    with page.expect_download(timeout=START) as download:
        here.download_button("json").click()
        for route in held:
            route.continue_()

    assert json.loads(Path(download.value.path()).read_bytes())["title"] == "A plan"


def test_a_rest_that_failed_is_asked_for_again(planner: Show, page: Page) -> None:
    """The network was away when the planner had begun, and is back when a document is wanted."""
    expect_wrong(page, "ERR_FAILED")
    page.route(REST, lambda route: route.abort())
    with page.expect_event("requestfailed", lambda request: "rest" in request.url):
        here = planner("en", page=page).ready()
    page.unroute(REST)
    here.name("A plan")
    here.go("check")

    assert json.loads(here.download("json"))["title"] == "A plan"


def test_what_is_called_before_it_has_come_is_waited_for(
    planner: Show, page: Page, all_in_the_rest: dict[str, bytes]
) -> None:
    """However badly WebAssembly is divided, the planner starts: Python waits where it calls what is not there."""
    for name, body in all_in_the_rest.items():
        page.route(f"**/{name}", lambda route, _, body=body: route.fulfill(body=body, content_type="application/wasm"))
    here = planner("en", page=page).ready()
    here.name("A plan")
    here.go("check")

    assert json.loads(here.download("json"))["title"] == "A plan"
