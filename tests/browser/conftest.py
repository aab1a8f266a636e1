"""What the browser tests share: the built site, a host with headers and one without, one browser, watched pages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from scripts.serve import serving
from tests.browser.holding import HOLD
from tests.browser.host import Host
from tests.browser.planner import START, Planner
from tests.browser.story import Filled, fill
from tests.browser.watch import watched

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("da", "nl", "sv", "en")
BASE = "/guide/"
"""Every test runs below a sub-path, as a copy of the site may."""


@pytest.fixture(scope="session")
def site() -> Path:
    """The finished site; the build makes it before the tests run."""
    folder = ROOT / "site"
    assert (folder / "build.json").is_file(), "Build the site first: python3 noxfile.py -s build"
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """A host that sends the headers of _headers."""
    with serving(site, base=BASE) as found:
        yield found


@pytest.fixture(scope="session")
def bare_address(site: Path) -> Iterator[str]:
    """A host that sends no headers: only what the pages say of themselves counts."""
    with serving(site, base=BASE, headers=False) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Its own language is fixed: it decides in which order a date is typed."""
    arguments = os.environ.get("FAIRSTEPS_CHROMIUM_ARGS", "").split()
    environment: dict[str, Any] = os.environ | {"LANGUAGE": "en_US", "LC_ALL": "C.UTF-8"}
    with sync_playwright() as playwright:
        path = os.environ["FAIRSTEPS_CHROMIUM"]
        started = playwright.chromium.launch(executable_path=path, args=arguments, env=environment)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make devices for one test: `context(viewport=…)`."""
    with ExitStack() as made:
        yield lambda **options: made.enter_context(watched(browser, **options))


@pytest.fixture
def planner(context: Callable[..., BrowserContext], address: str, site: Path) -> Callable[..., Planner]:
    """Open the planner of a language, `planner("da")`, in a new device unless a page is given."""

    def show(language: str = "en", page: Page | None = None, at: str = address, **options: Any) -> Planner:
        page = page or context(**options).new_page()
        page.goto(f"{at}{language}/planner/")
        return Planner(page, language, site)

    return show


@pytest.fixture
def here(planner: Callable[..., Planner], context: Callable[..., BrowserContext]) -> Planner:
    """A planner with a name, in the check step, whose calls of Python can be held back."""
    page = context().new_page()
    page.clock.install()
    page.add_init_script(HOLD)
    here = planner("en", page=page).ready()
    here.name("Before")
    here.go("check")
    expect(here.section("check").locator("[data-remarks] h3")).to_be_visible(timeout=START)
    return here


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """A host on a sub-path that can fall silent."""
    with Host(site, BASE) as running:
        yield running


@pytest.fixture
def device(context: Callable[..., BrowserContext]) -> Callable[..., BrowserContext]:
    """Make devices on which service workers run; in other tests they would only be in the way."""
    return lambda **options: context(service_workers="allow", **options)


EACH_LANGUAGE = [pytest.param(language, marks=pytest.mark.xdist_group(language)) for language in LANGUAGES]
"""What is prepared once for a language serves one process, however many there are."""


@pytest.fixture(scope="session", params=EACH_LANGUAGE)
def filled(request: pytest.FixtureRequest, browser: Browser, address: str, site: Path) -> Iterator[Filled]:
    """The whole way through the planner by label and keyboard, once in each language."""
    with watched(browser) as device:
        page = device.new_page()
        page.goto(f"{address}{request.param}/planner/")
        yield fill(Planner(page, request.param, site))
