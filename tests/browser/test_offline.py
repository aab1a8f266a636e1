"""Without network: what one visit to the planner keeps, in any folder of any host."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.copies import KEEPING, becomes, offline, visited
from tests.browser.host import Host
from tests.browser.planner import Planner

Device = Callable[..., BrowserContext]
WORDS = """async () => {
  const name = (await caches.keys()).find((each) => each.includes(" offline "));
  const addresses = (await (await caches.open(name)).keys()).map((request) => request.url.split("/"));
  return addresses.filter((parts) => parts.includes("bundles")).map((parts) => parts.at(-1)).sort();
}"""


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


def test_the_planner_starts_from_the_copy_alone(device: Device, host: Host, site: Path) -> None:
    """The browser has forgotten everything else it had of the site."""
    page = visited(device(), host.address, "en", site)
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    host.silent = True

    page.goto(f"{host.address}en/planner/")

    Planner(page, "en", site).ready()


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
