"""The second visit starts from what the first one kept, holds nothing of the reader's, and is only ever a help."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, Worker, expect

from tests.browser.planner import START, Planner
from tests.browser.reading import in_docx, in_xlsx
from tests.browser.watch import expect_wrong

Show = Callable[..., Planner]
Make = Callable[..., BrowserContext]
SECRET = "Whistleblower Zanzibar 4711"
WORDS = "**/bundles/*/en.json"
ENTRIES = """async (change) => {
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.endsWith(" start")) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const kept = await cache.match(request);
      const bytes = new Uint8Array(await kept.arrayBuffer());
      const headers = new Headers(kept.headers);
      found.push({ name, url: request.url, size: bytes.length, text: new TextDecoder("latin1").decode(bytes) });
      if (change === "damage") bytes[bytes.length >> 1] ^= 1;
      if (change === "head") bytes[8] ^= 4;
      if (change === "half") await cache.put(request, new Response(bytes.slice(0, bytes.length >> 1), { headers }));
      else if (change === "browser") {
        headers.set("X-Made-By", "another browser");
        await cache.put(request, new Response(bytes, { headers }));
      } else if (change === "lose") await cache.delete(request);
      else if (change) await cache.put(request, new Response(bytes, { headers }));
    }
  }
  return found;
}"""


@pytest.fixture
def page(context: Make) -> Page:
    """A new device."""
    return context().new_page()


def test_the_second_visit_starts_from_the_first(planner: Show, page: Page) -> None:
    """It asks for no words and imports nothing: all of it is in what was kept."""
    _kept(planner("en", page=page))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    planner("en", page=page).ready()

    assert [url for url in asked if "/bundles/" in url] == []


def test_a_kept_start_gives_the_same_files(planner: Show, page: Page) -> None:
    """Word and Excel of the second visit say what those of the first say."""

    def texts(here: Planner) -> tuple[str, str]:
        here.name("A plan")
        here.go("check")
        return in_docx(here.download("docx")), in_xlsx(here.download("xlsx"))

    before = texts(_kept(planner("en", page=page)))

    assert texts(planner("en", page=page).ready()) == before
    assert "A plan" in before[0]


def test_nothing_typed_is_kept_with_the_start(planner: Show, page: Page) -> None:
    """The memory is taken before the first plan comes to Python, however early somebody types."""
    held: list[Route] = []
    page.route("**/pyodide.asm.wasm", lambda route: held.append(route))
    here = planner("en", page=page)
    here.name(SECRET)
    for route in held:
        route.continue_()
    _kept(here)

    found = page.evaluate(ENTRIES, None)

    assert [entry["size"] > 5_000_000 for entry in found] == [True]
    assert "supplier-improvement" in found[0]["text"]
    assert SECRET not in found[0]["text"]


@pytest.mark.parametrize("harm", ["damage", "head", "half", "browser", "lose"])
def test_a_start_that_cannot_be_used_is_made_anew(harm: str, planner: Show, page: Page) -> None:
    """Damaged, cut off, of another browser or evicted: the planner starts plainly and keeps a new one."""
    _kept(planner("en", page=page))
    page.evaluate(ENTRIES, harm)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    _kept(planner("en", page=page))

    assert len([url for url in asked if "/bundles/" in url]) == 1


def test_nothing_is_asked_of_a_kept_start_without_its_second_part(planner: Show, page: Page) -> None:
    """The network fails for a moment just when the planner has begun; advice comes all the same, of the kept start."""
    _kept(planner("en", page=page))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    expect_wrong(page, "ERR_FAILED")
    page.route("**/pyodide.start.wasm", lambda route: route.abort(), times=1)
    with page.expect_event("requestfailed", lambda request: "start.wasm" in request.url):
        here = planner("en", page=page).ready()
    here.go("findings")
    here.field("findings.topic", here.row("findings")).select_option("working-hours")

    here.go("actions")

    expect(here.section("actions").locator(".pl-card").first).to_be_visible(timeout=START)
    assert [url for url in asked if "/bundles/" in url] == []


def test_each_language_keeps_its_own(planner: Show, page: Page) -> None:
    """The Danish page never speaks Dutch."""
    _kept(planner("nl", page=page))

    danish = _kept(planner("da", page=page))
    danish.go("check")

    danish_title = danish.words["terms"]["kinds"]["supplier-improvement"]
    expect(danish.preview.get_by_text(danish_title).first).to_be_visible(timeout=START)
    assert len(page.evaluate(ENTRIES, None)) == 2


def test_starts_of_earlier_builds_are_not_left(planner: Show, page: Page) -> None:
    """With other words they can never be used again; that of another language of this build can."""
    _kept(planner("nl", page=page))
    (dutch,) = page.evaluate(ENTRIES, None)
    earlier = re.sub(r"memory\?[0-9a-f]+", "memory?0123456789abcdef", dutch["url"])
    assert earlier != dutch["url"]
    put = "async ({ name, url }) => (await caches.open(name)).put(url, new Response('old'))"
    page.evaluate(put, {"name": dutch["name"], "url": earlier})

    _kept(planner("da", page=page))

    kept = [entry["url"] for entry in page.evaluate(ENTRIES, None)]
    assert sorted(kept) == sorted([dutch["url"], dutch["url"].replace("nl.json", "da.json")])


@pytest.mark.parametrize(
    "trouble",
    [
        'Object.defineProperty(self, "caches", { get() { throw new DOMException("blocked", "SecurityError"); } });',
        'Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));',
        "delete WorkerGlobalScope.prototype.caches;",
    ],
    ids=["blocked", "full", "missing"],
)
def test_a_browser_that_keeps_nothing_will_do(trouble: str, planner: Show, page: Page) -> None:
    """Private windows, a full disk, a page without a secure origin: the planner starts as if for the first time."""
    _in_the_worker(page, trouble)

    here = planner("en", page=page).ready()
    here.go("check")

    assert here.download("docx").startswith(b"PK")


def test_a_kept_start_draws_new_random_numbers(planner: Show, page: Page) -> None:
    """What is kept would otherwise draw the same numbers at every visit."""
    _in_the_worker(page, r"self.toTest = () => \1;", r'(\w+)\.pyimport\("planner\.bridge"\)')
    _kept(planner("en", page=page))

    def drawn() -> float:
        here = planner("en", page=page).ready()
        here.go("check")
        here.download("docx")  # all there is to import has come
        return float(_worker(page).evaluate("() => toTest().pyimport('random').random()"))

    assert drawn() != drawn()


def _kept(here: Planner) -> Planner:
    """Wait until the start has been kept."""
    here.ready()
    expect(here.root).to_have_attribute("data-snapshot", "kept", timeout=START)
    return here


def _in_the_worker(page: Page, code: str, pattern: str = "") -> None:
    """Let the planner's worker run this too, with names found in it: the build has shortened them."""

    def more(route: Route) -> None:
        answer = route.fetch()
        found = re.search(pattern, answer.text())
        assert found, pattern
        route.fulfill(response=answer, body=f"{answer.text()}\n{found.expand(code)}\n")

    page.route("**/worker.js", more)


def _worker(page: Page) -> Worker:
    return next(worker for worker in page.workers if worker.url.startswith("blob:"))


def test_turning_to_the_planner_fetches_it_ahead(page: Page, address: str) -> None:
    """Pointing at a link to the planner is enough, and reading a page of the guide is not."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}en/company/improvement/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/planner/" in url] == []

    with page.expect_request("**/pyodide.asm.wasm"):
        page.get_by_role("navigation").get_by_role("link", name="Planner", exact=True).first.hover()
