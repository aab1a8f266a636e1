"""A new version of the site comes as a whole, and never while a page of the old one is open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.browser.copies import COPIES, KEEPING, becomes, told, visited
from tests.browser.host import PAGE, Host, another_build, rewrite

Device = Callable[..., BrowserContext]
MARKS = """() => [document.querySelector("#mark").textContent, document.documentElement.dataset.mark,
  getComputedStyle(document.documentElement).getPropertyValue("--mark").trim()]"""
WAITING = "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)"


@pytest.fixture(scope="module")
def other(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The next build of the site."""
    return another_build(site, tmp_path_factory.mktemp("next") / "site", "B")


@pytest.fixture(scope="module")
def this(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build before it."""
    return another_build(site, tmp_path_factory.mktemp("this") / "site", "A")


def _waiting(device: Device, host: Host, other: Path) -> Page:
    """The planner in the only tab, of the build the host had, while the next one waits."""
    page = visited(device(), host.address, "en", host.folder)
    page.reload()
    host.folder = other
    page.evaluate("async () => { await (await navigator.serviceWorker.getRegistration()).update(); }")
    becomes(page, WAITING, True)
    return page


def test_an_update_replaces_all_at_once(device: Device, this: Path, other: Path) -> None:
    """In the only tab: the page that finds the new version is whole of the old, the next whole of the new."""
    with Host(this) as host:
        page = visited(device(), host.address, "en", this)
        page.goto(f"{host.address}en/company/")
        assert page.evaluate(MARKS) == ["A", "A", "A"]
        host.folder = other
        page.reload()
        assert page.evaluate(MARKS) == ["A", "A", "A"]
        becomes(page, WAITING, True)

        page.goto(f"{host.address}en/company/?from=here#six-steps", wait_until="commit")

        page.wait_for_selector("#mark")
        assert page.evaluate(MARKS) == ["B", "B", "B"]
        assert page.url == f"{host.address}en/company/?from=here#six-steps"
        becomes(page, f"({COPIES}).then((names) => names.length)", 1)
        host.silent = True
        page.reload()
        assert page.evaluate(MARKS) == ["B", "B", "B"]


def test_an_update_leaves_other_tabs_alone(device: Device, this: Path, other: Path) -> None:
    """While a second tab is open both stay with the old version, and the planner says so."""
    with Host(this) as host:
        page = visited(device(), host.address, "en", this)
        page.reload()
        second = page.context.new_page()
        second.goto(f"{host.address}en/company/")
        host.folder = other
        second.reload()
        becomes(second, WAITING, True)

        second.reload()
        third = page.context.new_page()
        third.goto(f"{host.address}en/company/")

        assert second.evaluate(MARKS) == third.evaluate(MARKS) == ["A", "A", "A"]
        expect(told(page)).to_contain_text("A new version is ready", timeout=KEEPING)


def test_a_tab_opened_beside_the_only_one_changes_nothing(device: Device, this: Path, other: Path) -> None:
    """A link in a new tab leaves the planner behind it with its own version."""
    with Host(this) as host:
        page = _waiting(device, host, other)

        second = page.context.new_page()
        second.goto(f"{host.address}en/company/", wait_until="commit")

        second.wait_for_selector("#mark")
        assert second.evaluate(MARKS) == ["A", "A", "A"]
        assert page.evaluate(WAITING)


def test_an_update_that_fails_leaves_the_old(device: Device, this: Path, other: Path, tmp_path: Path) -> None:
    """A file that does not fit its list stops the new version; the old goes on without network."""
    broken = another_build(other, tmp_path / "broken", "C")
    rewrite(broken / PAGE, "cut sho")
    with Host(this) as host:
        page = visited(device(), host.address, "en", this)
        page.goto(f"{host.address}en/company/")
        host.folder = broken
        failed = page.evaluate(
            """async () => { const found = await navigator.serviceWorker.getRegistration(); await found.update();
            const newer = found.installing; return new Promise((done) => newer.addEventListener("statechange",
            () => newer.state !== "installing" && done(newer.state))) }"""
        )

        assert failed == "redundant"
        host.silent = True
        page.reload()
        assert page.evaluate(MARKS) == ["A", "A", "A"]


def test_a_file_is_a_file_while_a_new_version_waits(device: Device, this: Path, other: Path) -> None:
    """Opened in a tab of its own it comes as a page does; it is downloaded, once, and not turned round."""
    with Host(this) as host:
        second = _waiting(device, host, other).context.new_page()

        with second.expect_download() as download, suppress(Error):  # a download ends the navigation
            second.goto(f"{host.address}en/downloads/own-policy.en.docx")

        assert Path(download.value.path()).read_bytes().startswith(b"PK")


def test_a_new_version_for_which_there_is_no_room(device: Device, this: Path, other: Path) -> None:
    """It comes all the same, with nothing kept: whoever is online reads what holds today."""
    with Host(this) as host:
        page = visited(device(), host.address, "en", this)
        page.goto(f"{host.address}en/company/")
        session = page.context.new_cdp_session(page)
        quota = {"origin": host.address.rstrip("/"), "quotaSize": 1_000_000}
        session.send("Storage.overrideQuotaForOrigin", quota)
        host.folder = other
        page.reload()
        becomes(page, WAITING, True)

        page.goto(f"{host.address}en/company/", wait_until="commit")

        page.wait_for_selector("#mark")
        assert page.evaluate(MARKS) == ["B", "B", "B"]
