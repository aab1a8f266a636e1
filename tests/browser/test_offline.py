"""Without network: what one visit to the planner keeps, how it is renewed, told, and deleted."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.host import PAGE, Host, another_build, rewrite
from tests.browser.planner import Planner
from tests.browser.watch import expect_wrong

Device = Callable[..., BrowserContext]
KEEPING = 120_000
"""How long the copy may take on a busy machine, in milliseconds."""
MARKS = """() => [document.querySelector("#mark").textContent, document.documentElement.dataset.mark,
  getComputedStyle(document.documentElement).getPropertyValue("--mark").trim()]"""
WAITING = "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)"
SETTLED = """async () => { const found = await navigator.serviceWorker.getRegistration();
  return Boolean(found?.active) }"""
STORES = "async () => (await caches.keys()).sort()"
COPIES = f"({STORES})().then((names) => names.filter((name) => name.includes(' offline ')))"
WORDS = """async () => {
  const name = (await caches.keys()).find((each) => each.includes(" offline "));
  const addresses = (await (await caches.open(name)).keys()).map((request) => request.url.split("/"));
  return addresses.filter((parts) => parts.includes("bundles")).map((parts) => parts.at(-1)).sort();
}"""
NO_STORE = """
const no = async () => { throw new DOMException("no", "SecurityError"); };
navigator.serviceWorker.register = no;
caches.open = caches.keys = caches.match = no;
"""
SAVE_DATA = 'Object.defineProperty(navigator, "connection", { value: { saveData: true } });'


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """A host on a sub-path."""
    with Host(site, "/guide/") as running:
        yield running


@pytest.fixture
def device(context: Device) -> Callable[..., BrowserContext]:
    """A device on which service workers run; in other tests they would only be in the way."""
    return lambda **options: context(service_workers="allow", **options)


@pytest.fixture(scope="module")
def other(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The next build of the site."""
    return another_build(site, tmp_path_factory.mktemp("next") / "site", "B")


@pytest.fixture(scope="module")
def this(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build before it."""
    return another_build(site, tmp_path_factory.mktemp("this") / "site", "A")


def visited(device: BrowserContext, address: str, language: str, site: Path) -> Page:
    """A page of a device that has used the planner once."""
    page = device.new_page()
    page.goto(f"{address}{language}/planner/")
    Planner(page, language, site).ready()
    expect(told(page).get_by_role("link")).to_be_visible(timeout=KEEPING)
    return page


def told(page: Page) -> Locator:
    """What the planner says of use without network."""
    return page.locator("[data-offline]")


def becomes(page: Page, code: str, value: object) -> None:
    """Wait until the code, which may promise, gives the value."""
    for _ in range(KEEPING // 250):
        if page.evaluate(code) == value:
            return
        page.wait_for_timeout(250)
    assert page.evaluate(code) == value


def offline(page: Page, host: Host) -> None:
    """From here on nobody answers."""
    expect_wrong(page, "Failed to load resource", "net::ERR", "Failed to fetch")
    host.silent = True


def test_the_guide_is_there_without_network(device: Device, host: Host, site: Path) -> None:
    """Every page of the visited language with all it loads, and the way to it without its last slash."""
    page = visited(device(), host.address, "da", site)
    host.silent = True
    paths = sorted(found.parent.relative_to(site).as_posix() for found in (site / "da").rglob("index.html"))

    for path in paths:
        response = page.goto(f"{host.address}{path}/")
        assert response is not None
        assert response.ok, path
    page.goto(f"{host.address}da/company")
    expect(page).to_have_url(f"{host.address}da/company/")


def test_search_works_without_network(device: Device, host: Host, site: Path) -> None:
    """Words find their page."""
    page = visited(device(), host.address, "nl", site)
    host.silent = True
    page.goto(f"{host.address}nl/")

    page.locator(".md-search__input").fill("kinderarbeid")

    expect(page.locator(".md-search-result__item > a").first).to_be_attached(timeout=15_000)


def test_the_planner_works_without_network(device: Device, host: Host, site: Path) -> None:
    """It starts, thinks, and writes Word and Excel; a workbook can be opened."""
    page = visited(device(), host.address, "sv", site)
    host.silent = True
    page.goto(f"{host.address}sv/planner/?kind=own-policy")
    planner = Planner(page, "sv", site).ready()
    planner.name("Utan nät")
    planner.go("check")

    workbook = planner.download("xlsx")
    assert b"Utan n" in zipfile.ZipFile(io.BytesIO(planner.download("docx"))).read("word/document.xml")
    planner.open("plan.xlsx", workbook)
    expect(planner.opened).not_to_be_empty(timeout=KEEPING)
    assert planner.plan()["title"] == "Utan nät"


def test_words_of_a_second_language_are_kept_once_used(device: Device, host: Host, site: Path) -> None:
    """A document in two languages can be made again without network; no other words are stored."""
    page = visited(device(), host.address, "en", site)
    planner = Planner(page, "en", site)
    planner.go("check").locator("[data-second]").select_option("pl")
    planner.download("docx")
    becomes(page, WORDS, ["en.json", "pl.json"])

    host.silent = True
    page.goto(f"{host.address}en/planner/")
    planner = Planner(page, "en", site).ready()
    planner.go("check").locator("[data-second]").select_option("pl")

    assert planner.download("docx").startswith(b"PK")


def test_another_language_says_that_it_is_not_there(device: Device, host: Host, site: Path) -> None:
    """In the language asked for and in the one that is stored, with the way back."""
    page = visited(device(), host.address, "da", site)
    offline(page, host)

    page.goto(f"{host.address}sv/company/")

    expect(page.locator("html")).to_have_attribute("lang", "sv")
    expect(page.get_by_role("heading", level=2)).to_have_text(["Ingen nätanslutning", "Ingen netforbindelse"])
    page.get_by_role("link", name="Dansk").first.click()
    expect(page).to_have_url(f"{host.address}da/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


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
        page = visited(device(), host.address, "en", this)
        page.reload()
        host.folder = other
        page.evaluate("async () => { await (await navigator.serviceWorker.getRegistration()).update(); }")
        becomes(page, WAITING, True)

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


def test_the_privacy_page_shows_and_deletes_all(device: Device, host: Host, site: Path) -> None:
    """A kept plan, the colours, the copy: named, measured, gone; the network then serves every page."""
    page = visited(device(), host.address, "da", site)
    page.evaluate("() => { localStorage['planner:/guide/'] = '{}'; localStorage['/guide/scheme'] = 'slate'; }")
    page.goto(f"{host.address}da/about/privacy/")
    place = page.locator("[data-fs-kept]")
    place.get_by_role("button", name="Vis, hvad der er gemt").click()
    shown = place.get_by_role("listitem")
    expect(shown.filter(has_text="Jeres plan")).to_be_visible()
    expect(shown.filter(has_text="lyse eller mørke farver")).to_be_visible()
    expect(shown.filter(has_text=re.compile(r"Dansk \(\d\d(,\d)? MB\)"))).to_be_visible()

    place.get_by_role("button", name="Slet det hele").click()

    expect(place.get_by_role("status")).to_contain_text("Alt er slettet")
    expect(place.get_by_role("listitem")).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate(STORES) == []
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    page.goto(f"{host.address}da/company/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_two_copies_on_one_origin_keep_apart(device: Device, site: Path, tmp_path: Path) -> None:
    """One below the other: each keeps its own, and deleting one leaves the other whole."""
    (tmp_path / "guide").symlink_to(site)
    (tmp_path / "guide-2").symlink_to(site)
    with Host(tmp_path) as host:
        one, two = f"{host.address}guide/", f"{host.address}guide-2/"
        page = visited(device(), one, "en", site)
        visited(page.context, two, "en", site).evaluate("localStorage.setItem('planner:/guide-2/', 'kept')")
        page.goto(f"{one}en/about/privacy/")
        place = page.locator("[data-fs-kept]")
        place.get_by_role("button").first.click()
        place.get_by_role("button", name="Delete all").click()
        expect(place.get_by_role("status")).to_contain_text("deleted")

        assert {name.split()[0] for name in page.evaluate(STORES)} == {"planner:/guide-2/"}
        assert page.evaluate("localStorage.getItem('planner:/guide-2/')") == "kept"
        host.silent = True
        assert page.goto(f"{two}en/company/").ok  # type: ignore[union-attr]


def test_blocked_storage_does_no_harm(device: Device, host: Host, site: Path) -> None:
    """A private window: the planner works, and nothing is promised."""
    page = device().new_page()
    page.add_init_script(NO_STORE)
    page.goto(f"{host.address}en/planner/")
    planner = Planner(page, "en", site).ready()
    planner.go("check")

    assert planner.download("docx").startswith(b"PK")
    expect(told(page)).to_be_empty()


def test_a_full_disk_does_no_harm(device: Device, host: Host, site: Path) -> None:
    """What did not fit is taken away again; the site works with the network."""
    page = device().new_page()
    page.goto(f"{host.address}en/company/")
    session = page.context.new_cdp_session(page)
    origin = re.sub(r"/guide/$", "", host.address)
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 3_000_000})
    page.goto(f"{host.address}en/planner/")
    Planner(page, "en", site).ready()
    becomes(page, SETTLED, True)
    becomes(page, COPIES, [])

    expect(told(page)).to_be_empty()
    assert page.goto(f"{host.address}en/company/").ok  # type: ignore[union-attr]
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_who_saves_data_stores_nothing(device: Device, host: Host, site: Path) -> None:
    """The browser's setting counts."""
    page = device().new_page()
    page.add_init_script(SAVE_DATA)
    page.goto(f"{host.address}en/planner/")
    Planner(page, "en", site).ready()
    page.evaluate("new Promise((done) => setTimeout(() => requestIdleCallback(done), 500))")

    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    assert page.evaluate(COPIES) == []


@pytest.mark.parametrize("language", ["en", "da", "nl", "sv"])
def test_it_can_be_installed(device: Device, host: Host, language: str) -> None:
    """Chromium finds nothing missing; the app is named, in its language, and starts with the planner."""
    page = device().new_page()
    page.goto(f"{host.address}{language}/planner/")
    session = page.context.new_cdp_session(page)

    errors = [each["errorId"] for each in session.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    assert errors in ([], ["in-incognito"])  # which every device of a test is
    found: Any = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["manifest"]["startUrl"] == f"{host.address}{language}/planner/"
    assert found["manifest"]["scope"] == host.address
    assert json.loads(found["data"])["lang"] == language


def test_a_zip_works_in_any_folder_of_any_host(device: Device, site: Path, tmp_path: Path) -> None:
    """Unpacked, served by Python's own server without headers: guide, search, planner, a download, all kept."""
    packed = tmp_path / "site.zip"
    with zipfile.ZipFile(packed, "w") as file:
        for path in site.rglob("*"):
            file.write(path, path.relative_to(site))
    with zipfile.ZipFile(packed) as file:
        file.extractall(tmp_path / "served" / "some where" / "guide")
    server = subprocess.Popen(
        [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", tmp_path / "served"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert server.stdout
        port = re.search(r"port (\d+)", server.stdout.readline())
        assert port
        address = f"http://127.0.0.1:{port[1]}/some%20where/guide/"
        page = visited(device(), address, "en", site)
        _use(page, address, site)
    finally:
        server.terminate()
        server.wait()
    _use(page, address, site)


def _use(page: Page, address: str, site: Path) -> None:
    page.goto(f"{address}en/topics/wages/")
    page.locator(".md-search__input").fill("child labour")
    expect(page.locator(".md-search-result__item > a").first).to_be_attached(timeout=15_000)
    page.goto(f"{address}en/planner/")
    planner = Planner(page, "en", site).ready()
    planner.go("check")
    assert planner.download("docx").startswith(b"PK")
