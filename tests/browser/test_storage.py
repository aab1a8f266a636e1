"""What a device keeps is told, measured and deleted; where nothing can be kept, nothing breaks."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from tests.browser.copies import COPIES, KEEPING, STORES, becomes, told, visited
from tests.browser.host import Host
from tests.browser.planner import Planner

Device = Callable[..., BrowserContext]
SETTLED = """async () => { const found = await navigator.serviceWorker.getRegistration();
  return Boolean(found?.active) }"""
NO_STORE = """
const no = async () => { throw new DOMException("no", "SecurityError"); };
navigator.serviceWorker.register = no;
caches.open = caches.keys = caches.match = no;
"""
HELD = """
const read = Cache.prototype.keys;
const held = new Promise((done) => (window.go = done));
Cache.prototype.keys = async function () { await held; return read.call(this); };
window.changes = 0;
const watched = { childList: true };
new MutationObserver(() => (window.changes += 1)).observe(document.querySelector("[data-fs-kept] ul"), watched);
"""
SAVE_DATA = 'Object.defineProperty(navigator, "connection", { value: { saveData: true } });'


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


def test_nothing_comes_back_after_the_deletion(device: Device, host: Host, site: Path) -> None:
    """A planner open in another tab uses a second language: its words are fetched, and not stored."""
    page = visited(device(), host.address, "en", site)
    page.reload()
    planner = Planner(page, "en", site).ready()
    expect(told(page).get_by_role("link")).to_be_visible(timeout=KEEPING)
    privacy = page.context.new_page()
    privacy.goto(f"{host.address}en/about/privacy/")
    place = privacy.locator("[data-fs-kept]")
    place.get_by_role("button").click()
    place.get_by_role("button", name="Delete").click()
    expect(place.get_by_role("status")).to_contain_text("deleted")

    planner.go("check").locator("[data-second]").select_option("pl")
    planner.download("docx")
    page.wait_for_timeout(1000)

    assert page.evaluate(COPIES) == []


def test_nothing_is_deleted_unseen(device: Device, host: Host, site: Path) -> None:
    """What is kept is listed before the button that deletes it can be seen."""
    page = visited(device(), host.address, "en", site)
    page.goto(f"{host.address}en/about/privacy/")
    place = page.locator("[data-fs-kept]")
    delete = place.get_by_role("button", name="Delete all")
    expect(place.get_by_role("button", name="Show what is stored")).to_be_visible()
    expect(delete).to_be_hidden()

    place.get_by_role("button", name="Show what is stored").click()

    expect(delete).to_be_visible()
    expect(place.get_by_role("listitem")).not_to_have_count(0)


def test_a_list_begun_before_the_deletion_does_not_undo_its_answer(device: Device, host: Host, site: Path) -> None:
    """Asked to show it once more and to delete it at once: what is said in the end is that it is deleted."""
    page = visited(device(), host.address, "en", site)
    page.goto(f"{host.address}en/about/privacy/")
    place = page.locator("[data-fs-kept]")
    show, delete = (place.get_by_role("button", name=name) for name in ("Show what is stored", "Delete all"))
    show.click()
    expect(delete).to_be_visible()
    page.evaluate(HELD)

    show.click()
    delete.click()
    page.evaluate("go()")

    becomes(page, "changes", 2)
    expect(place.get_by_role("status")).to_contain_text("deleted")
    expect(place.get_by_role("listitem")).to_have_count(0)


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
