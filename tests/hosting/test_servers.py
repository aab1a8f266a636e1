"""nginx, Caddy and Apache, told what the build wrote for them, serve the site as it is meant to be served."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from scripts import verify
from scripts.finishing.hosts.told import ANEW, FOREVER, HASHED, TYPES
from tests.hosting.conftest import LANGUAGES, Place

ENCODINGS = [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", None)]
ENDINGS = {"br": ".br", "gzip": ".gz", None: ""}


def only(site: Path, pattern: str) -> str:
    (found,) = site.glob(pattern)
    return found.relative_to(site).as_posix()


def told(site: Path) -> dict[str, str]:
    """The headers for every answer, as build.json has them."""
    rules = json.loads((site / "build.json").read_text("utf-8"))["headers"]
    return dict(rules["/*"])


def test_every_kind_of_file_has_its_type(place: Place) -> None:
    """Exactly the one in our list, a calendar and WebAssembly too."""
    kinds = {path.suffix: path for path in place.site.rglob("*") if path.suffix in TYPES}

    assert {".csv", ".docx", ".html", ".js", ".json", ".svg", ".wasm", ".webmanifest", ".woff2"} <= kinds.keys()
    for kind, path in kinds.items():
        answer, _ = place.asked(path.relative_to(place.site).as_posix())

        assert (answer.status, answer.headers["Content-Type"]) == (200, TYPES[kind]), path


@pytest.mark.parametrize(("taken", "sent"), ENCODINGS)
def test_files_come_compressed_as_the_browser_takes_them(place: Place, taken: str, sent: str | None) -> None:
    """A page, a script and WebAssembly: the bytes of the sibling, under the type of the file."""
    for pattern in ("en/index.html", "assets/*/fs/site.js", "planner/*/pyodide.asm.wasm"):
        path = only(place.site, pattern)
        answer, body = place.asked(path.removesuffix("index.html"), taken)

        assert answer.headers["Content-Encoding"] == sent, path
        assert body == (place.site / f"{path}{ENDINGS[sent]}").read_bytes()
        assert answer.headers["Content-Type"] == TYPES[Path(path).suffix]
        assert answer.headers.get_all("Vary") == ["Accept-Encoding"], path


def test_what_its_name_tells_is_kept_for_a_year(place: Place) -> None:
    """Everything in a folder named by its content."""
    for pattern in ("assets/*/fs/site.js", "planner/*/pyodide.asm.wasm", "planner/bundles/*/en.json"):
        path = only(place.site, pattern)
        answer, _ = place.asked(path, "br")

        assert re.search(HASHED, f"/{path}")
        assert answer.headers.get_all("Cache-Control") == [FOREVER]


@pytest.mark.parametrize("path", ["", "en/", "en/planner/", "service-worker.js", "build.json", "planner/schema.json"])
def test_all_else_is_asked_for_anew(place: Place, path: str) -> None:
    """An upgrade reaches the reader at the next view."""
    answer, _ = place.asked(path, "br")

    assert answer.status == 200
    assert answer.headers.get_all("Cache-Control") == [ANEW]


def test_asking_anew_costs_no_second_download(place: Place) -> None:
    """The host says that nothing has changed."""
    first, _ = place.asked("en/", "br")
    again, body = place.asked("en/", "br", **{"If-None-Match": first.headers["ETag"]})

    assert (again.status, body) == (304, b"")


@pytest.mark.parametrize("path", ["", "en/", "service-worker.js", "planner/schema.json", "en/no-such-page/"])
def test_policy_and_other_headers_come_with_everything(place: Place, path: str) -> None:
    """Once each, and as build.json tells them."""
    answer, _ = place.asked(path)

    for name, value in told(place.site).items():
        assert answer.headers.get_all(name) == [value]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_404_page_speaks_the_language_of_the_address(place: Place, language: str) -> None:
    """At any depth."""
    for path in (f"{language}/no-such-page", f"{language}/no/such/page/at/all.html"):
        answer, body = place.asked(path)

        assert (answer.status, answer.headers["Content-Type"]) == (404, TYPES[".html"])
        assert body == (place.site / language / "404.html").read_bytes()
        assert answer.headers.get_all("Cache-Control") == [ANEW]


def test_in_no_language_the_404_page_is_that_of_the_site(place: Place) -> None:
    """In a folder that is kept for a year it is not kept either."""
    assets = Path(only(place.site, "assets/*/fs/site.js")).parent
    for path in ("no-such-page", f"{assets}/no-such-file.js"):
        answer, body = place.asked(path)

        assert (answer.status, answer.headers["Content-Type"]) == (404, TYPES[".html"])
        assert body == (place.site / "404.html").read_bytes()
        assert answer.headers.get_all("Cache-Control") == [ANEW]


def test_a_folder_without_its_slash_leads_on(place: Place) -> None:
    """To the same host, whatever name and port it is known by."""
    answer, _ = place.asked("en/company", Host="guide.example.org")

    assert answer.status in (301, 308)
    assert urljoin(f"http://guide.example.org{place.base}en/company", answer.headers["Location"]) == (
        f"http://guide.example.org{place.base}en/company/"
    )


@pytest.mark.parametrize(
    "path", ["_headers", ".htaccess", "nginx.conf", "../site-hosting/nginx.conf", "%2e%2e/site-hosting/caddy.conf"]
)
def test_no_configuration_is_published(place: Place, path: str) -> None:
    """Neither what lies in the site for a host, nor what lies beside it."""
    answer, body = place.asked(path)

    assert answer.status in (400, 403, 404)
    assert b"nosniff" not in body


def test_verify_finds_nothing_to_put_right(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """Every file and every header of the copy is as the build made it."""
    assert verify.main([place.address]) == 0, capsys.readouterr().out
