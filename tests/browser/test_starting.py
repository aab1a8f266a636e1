"""While Python loads, when it fails and when it hangs, nothing that was typed is lost and there is a way on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import LANGUAGES
from tests.browser.planner import START, Planner
from tests.browser.watch import expect_wrong

Show = Callable[..., Planner]
Make = Callable[..., BrowserContext]
RUNTIME = "**/pyodide.asm.wasm"
TYPED = "Typed before Python was there"
HANG = "setTimeout(() => { for (;;); })"
LONGER_THAN_ANY_ANSWER = 61_000


@pytest.fixture
def page(context: Make) -> Page:
    """A new device."""
    return context().new_page()


def test_typing_before_python_is_ready_is_kept(planner: Show, page: Page) -> None:
    """The form works at once; the advice on what was typed follows."""
    held: list[Route] = []
    page.route(RUNTIME, lambda route: held.append(route))
    here = planner("en", page=page)
    here.becomes("loading")
    here.go("findings")
    row = here.row("findings")
    here.field("findings.text", row).fill(TYPED)
    here.field("findings.topic", row).select_option("working-hours")
    here.becomes("loading")

    _let_go(page, held)
    here.ready()

    expect(here.field("findings.text", row)).to_have_value(TYPED)
    here.go("actions")
    expect(here.section("actions").locator(".pl-card").first).to_be_visible(timeout=START)


def test_a_file_asked_for_too_early_follows(planner: Show, page: Page) -> None:
    """One click is enough; meanwhile the page says what it waits for."""
    held: list[Route] = []
    page.route(RUNTIME, lambda route: held.append(route))
    here = planner("da", page=page)
    here.name(TYPED)
    here.go("check")

    with page.expect_download(timeout=START) as download:
        here.download_button("json").click()
        waiting = here.form["states"]["waiting"].format(format=here.words["terms"]["formats"]["json"])
        expect(here.section("check").get_by_text(waiting)).to_be_visible()
        _let_go(page, held)

    assert json.loads(Path(download.value.path()).read_bytes())["title"] == TYPED


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failed_start_is_told(language: str, planner: Show, page: Page) -> None:
    """A sentence in the language of the page, and blank templates that are really there."""
    here = _failed(planner, page, language)

    expect(here.said).to_have_text(here.form["states"]["failed"])
    links = here.root.locator("[data-state-help]").get_by_role("link")
    assert links.count() >= 3
    for link in links.all():
        address = link.evaluate("(link) => link.href")
        assert f".{language}." in address
        assert page.request.get(address).status == 200


def test_the_check_does_not_wait_for_ever(planner: Show, page: Page) -> None:
    """Named by the address it shows all its parts once the start has failed."""
    here = _failed(planner, page, "en")
    here.go("check")
    page.reload()
    here.becomes("failed")

    expect(here.download_button("json")).to_be_visible()


def test_what_was_typed_can_be_saved_without_python(planner: Show, page: Page) -> None:
    """As a file that the planner opens again."""
    here = _failed(planner, page, "nl")
    here.name(TYPED)

    with page.expect_download() as download:
        here.button("save-typed").click()

    saved = json.loads(Path(download.value.path()).read_bytes())
    assert (saved["title"], saved["schema"]) == (TYPED, 1)


def test_another_try_works_once_the_runtime_is_back(planner: Show, page: Page) -> None:
    """Without a reload, so with everything typed."""
    here = _failed(planner, page, "sv")
    here.name(TYPED)

    page.unroute(RUNTIME)
    here.button("retry").click()
    here.ready()

    assert here.plan()["title"] == TYPED


def test_a_broken_runtime_is_a_failed_start(planner: Show, page: Page) -> None:
    """A host that answers with a page of its own instead of the file."""
    expect_wrong(page, "console:", "error:")
    page.route("**/stdlib.zip.txt", lambda route: route.fulfill(status=200, body="<!doctype html>Not here"))

    planner("en", page=page).becomes("failed")


def test_a_host_without_the_type_of_wasm_will_do(planner: Show, page: Page) -> None:
    """Not every host knows application/wasm."""

    def untyped(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {"content-type": "application/octet-stream"})

    page.route(RUNTIME, untyped)

    planner("en", page=page).ready()


def test_a_runtime_that_never_comes_is_a_failed_start(planner: Show, context: Make) -> None:
    """Patience ends; the clock is moved on instead of waiting."""
    page = context().new_page()
    page.clock.install()
    page.route(RUNTIME, lambda _: None)
    with page.expect_request(RUNTIME, timeout=START):
        here = planner("en", page=page)
    here.becomes("loading")

    page.clock.fast_forward(2 * LONGER_THAN_ANY_ANSWER)

    here.becomes("failed")


def test_a_planner_that_hangs_is_started_again(planner: Show, context: Make) -> None:
    """The plan lives in the page: the worker is ended, the reader told, and the next try gives the file."""
    page = context().new_page()
    page.clock.install()
    here = planner("en", page=page).ready()
    here.name(TYPED)
    here.go("check")
    expect(here.preview.get_by_text(TYPED).first).to_be_visible(timeout=START)
    hung = next(worker for worker in page.workers if worker.url.startswith("blob:"))
    hung.evaluate(HANG)

    here.download_button("docx").click()
    page.clock.run_for(LONGER_THAN_ANY_ANSWER)

    expect(here.said).to_have_text(here.form["states"]["restarted"], timeout=START)
    here.ready()
    assert here.download("docx").startswith(b"PK")
    assert json.loads(here.download("json"))["title"] == TYPED


def _let_go(page: Page, held: list[Route]) -> None:
    """Answer the requests that were held back, and no longer hold any."""
    for route in held:
        route.continue_()
    page.unroute(RUNTIME)


def _failed(planner: Show, page: Page, language: str) -> Planner:
    expect_wrong(page, "console:", "error:")
    page.route(RUNTIME, lambda route: route.fulfill(status=404, body="gone"))
    here = planner(language, page=page)
    here.becomes("failed")
    return here


@pytest.mark.parametrize("name", ["planner.zip.txt", "stdlib.zip.txt"])
def test_a_file_cut_short_is_a_failed_start(name: str, planner: Show, context: Make) -> None:
    """A download that broke off half way: told in words, and typing goes on."""
    page = context().new_page()
    expect_wrong(page, "console:", "error:")

    def cut(route: Route) -> None:
        body = route.fetch().body()
        route.fulfill(status=200, body=body[: len(body) // 2])

    page.route(f"**/{name}", cut)
    here = planner("en", page=page)
    here.becomes("failed")

    expect(here.said).to_have_text(here.form["states"]["failed"])
    here.name(TYPED)
    expect(here.field("title")).to_have_value(TYPED)


def test_a_browser_without_wasm_is_a_failed_start(planner: Show, context: Make) -> None:
    """Some organisations forbid it: told at once, not after a long wait."""
    page = context().new_page()
    expect_wrong(page, "console:", "error:", "policy:")

    def forbid(route: Route) -> None:
        answer = route.fetch()
        headers = {name: value.replace("'wasm-unsafe-eval'", "") for name, value in answer.headers.items()}
        route.fulfill(response=answer, headers=headers, body=answer.text().replace("'wasm-unsafe-eval'", ""))

    page.route("**/en/planner/", forbid)

    planner("en", page=page).becomes("failed")
