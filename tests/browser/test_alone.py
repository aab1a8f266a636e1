"""Nothing leaves the origin and nothing is evaluated, whether or not the host sends headers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext, Page

from scripts.serve import serving
from tests.browser.conftest import LANGUAGES
from tests.browser.planner import Planner
from tests.browser.watch import expect_wrong

Show = Callable[..., Planner]
HOSTS = ("address", "bare_address")
# Outside the evaluation itself, which the browser's debugger lets past the policy.
LATER = "new Promise((tell) => setTimeout(async () => { try { tell(String(%s)) } catch (error) { tell(error.name) } }))"
EVALUATE = LATER % 'eval("6 * 7")'
COMPILE = LATER % 'new Function("return 6 * 7")()'
META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.fixture(scope="session")
def foreign() -> Iterator[str]:
    """Another origin, which would answer anybody."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Obliging)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class Obliging(BaseHTTPRequestHandler):
    """Answers every origin."""

    def do_GET(self) -> None:
        """Say yes."""
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Length", "3")
        self.end_headers()
        self.wfile.write(b"yes")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("host", HOSTS)
def test_no_page_asks_elsewhere_or_breaks_its_policy(
    host: str, language: str, request: pytest.FixtureRequest, site: Path, context: Callable[..., BrowserContext]
) -> None:
    """Every page of a language; what goes wrong is caught by the device."""
    address, page = request.getfixturevalue(host), context().new_page()
    paths = sorted(found.parent.relative_to(site).as_posix() for found in (site / language).rglob("index.html"))
    assert len(paths) >= 7

    for path in [*paths, "."]:
        page.goto(f"{address}{path}/".replace("/./", "/"))
        page.evaluate("new Promise((done) => requestIdleCallback(done))")


def test_the_planner_works_on_a_host_without_headers(planner: Show, bare_address: str) -> None:
    """The policy in the page allows all that the planner needs, the preview and a file included."""
    here = planner("en", at=bare_address).ready()
    here.name("Bare")
    here.go("check")

    preview = here.preview
    preview.get_by_text("Bare").first.wait_for()
    assert preview.locator("body").evaluate("(body) => getComputedStyle(body).fontFamily") != "serif"
    assert here.download("docx").startswith(b"PK")


@pytest.mark.parametrize("host", HOSTS)
def test_the_worker_evaluates_nothing(host: str, planner: Show, request: pytest.FixtureRequest) -> None:
    """Python runs there; text never becomes JavaScript."""
    page = planner("en", at=request.getfixturevalue(host)).ready().page
    expect_wrong(page, "Evaluating a string as JavaScript")

    assert in_worker(page, EVALUATE) == in_worker(page, COMPILE) == "EvalError"


@pytest.mark.parametrize("host", HOSTS)
def test_the_worker_reaches_no_other_origin(
    host: str, foreign: str, planner: Show, request: pytest.FixtureRequest
) -> None:
    """Not even one that would answer."""
    page = planner("en", at=request.getfixturevalue(host)).ready().page
    expect_wrong(page, foreign)

    assert in_worker(page, LATER % f'await (await fetch("{foreign}")).text()') == "TypeError"


def test_without_the_policy_the_worker_would(planner: Show, site: Path, foreign: str, tmp_path: Path) -> None:
    """Proof that the two tests above can fail: in a page whose policy is taken out, both succeed."""
    with serving(without_policy(site, tmp_path), headers=False) as address:
        page = planner("en", at=address).ready().page

        assert in_worker(page, EVALUATE) == in_worker(page, COMPILE) == "42"
        assert in_worker(page, LATER % f'await (await fetch("{foreign}")).text()') == "yes"


def without_policy(site: Path, folder: Path) -> Path:
    """The site as it would be had the build forgotten the policy of the planner's page."""
    (folder / "en" / "planner").mkdir(parents=True)
    text, found = META.subn("", (site / "en" / "planner" / "index.html").read_text(encoding="utf-8"))
    assert found == 1
    (folder / "en" / "planner" / "index.html").write_text(text, encoding="utf-8")
    for entry in (*site.iterdir(), *(site / "en").iterdir(), *(site / "en" / "planner").glob("templates.*")):
        place = folder / entry.relative_to(site)
        if not place.exists():
            place.symlink_to(entry)
    return folder


def in_worker(page: Page, code: str) -> object:
    """What the code gives inside the planner's worker."""
    (worker,) = [worker for worker in page.workers if worker.url.startswith("blob:")]
    return worker.evaluate(code)
