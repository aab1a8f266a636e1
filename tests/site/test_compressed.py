"""The compressed siblings of the site's files, and how our server sends them."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from os import environ
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts.finishing import compressed
from scripts.serve import serving

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
UNBROTLI = """
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
const hash = (path) => createHash("sha256").update(brotliDecompressSync(readFileSync(path))).digest("hex");
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(hash)));
"""


def listed() -> dict[str, str]:
    found: dict[str, str] = json.loads((SITE / "build.json").read_text("utf-8"))["files"]
    return found


def siblings(ending: str) -> list[str]:
    """The files that have such a sibling."""
    return [path for path in listed() if (SITE / f"{path}{ending}").is_file()]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The site on a sub-path."""
    with serving(SITE, base="/some/where/") as found:
        yield found


def asked(address: str, path: str, encodings: str) -> tuple[HTTPResponse, bytes]:
    """The answer as it came over the wire."""
    where = urlsplit(address)
    connection = HTTPConnection(where.netloc)
    connection.request("GET", where.path + path, headers={"Accept-Encoding": encodings})
    answer = connection.getresponse()
    return answer, answer.read()


def test_gzip_holds_the_same_bytes() -> None:
    """Every .gz opens to the very file it stands beside."""
    names = siblings(".gz")

    assert names
    for name in names:
        assert gzip.decompress((SITE / f"{name}.gz").read_bytes()) == (SITE / name).read_bytes(), name


def test_brotli_holds_the_same_bytes() -> None:
    """Every .br opens to bytes with the sha256 that build.json names for the file."""
    names = siblings(".br")
    given = json.dumps([str(SITE / f"{name}.br") for name in names])
    node = [environ.get("FAIRSTEPS_NODE", "node"), "--input-type=module", "-e", UNBROTLI]
    opened = subprocess.run(node, input=given, capture_output=True, text=True, check=True)

    assert json.loads(opened.stdout) == [listed()[name] for name in names]


def test_every_page_and_script_is_compressed() -> None:
    """No page, script, style or WebAssembly over 4 kB is sent as it is."""
    kinds = (".html", ".js", ".css", ".wasm")
    large = {path for path in listed() if path.endswith(kinds) and (SITE / path).stat().st_size > 4096}

    assert large <= set(siblings(".br")) & set(siblings(".gz"))


def test_nothing_compressed_twice() -> None:
    """Fonts, pictures and Office files have no siblings."""
    packed = (".woff2", ".png", ".docx", ".xlsx")

    assert not [path for path in siblings(".gz") + siblings(".br") if path.endswith(packed)]


def test_same_file_same_bytes(tmp_path: Path) -> None:
    """Compressed anew, a page gives the siblings it has."""
    page = SITE / "en" / "index.html"
    name = compressed.keep([page], tmp_path)[page]

    for ending in compressed.ENDINGS:
        assert (tmp_path / f"{name}{ending}").read_bytes() == Path(f"{page}{ending}").read_bytes()


@pytest.mark.parametrize(("encodings", "sent"), [("gzip, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip")])
def test_server_sends_what_the_browser_takes(address: str, encodings: str, sent: str) -> None:
    """A folder's page comes in the smallest form taken, under the type of a page, and caches are told."""
    answer, body = asked(address, "en/", encodings)

    assert answer.headers["Content-Encoding"] == sent
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert body == (SITE / f"en/index.html{compressed.ENDINGS[sent == 'gzip']}").read_bytes()


def test_server_sends_plain_bytes_to_those_who_want_them(address: str) -> None:
    """Without an encoding the browser takes, the file comes as it is, and caches are told that this varies."""
    answer, body = asked(address, "en/", "identity")

    assert answer.headers["Content-Encoding"] is None
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert body == (SITE / "en/index.html").read_bytes()


def test_type_of_a_compressed_module(address: str) -> None:
    """A module keeps its type: browsers run none without."""
    (module,) = SITE.glob("assets/*/planner/worker.js")
    answer, _ = asked(address, module.relative_to(SITE).as_posix(), "br")

    assert answer.headers["Content-Encoding"] == "br"
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_page_not_found_is_compressed(address: str) -> None:
    """The page for what is not there comes compressed as well, still as not found."""
    answer, body = asked(address, "nowhere/at/all", "gzip")

    assert answer.status == 404
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == (SITE / "404.html").read_bytes()
