"""What the tests of hosting share: copies of the built site with an address, on real servers, at the root and below."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts.finishing import hosts
from scripts.servers import running
from tests.browser.conftest import browser  # noqa: F401 - the browser is the same

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
LANGUAGES = ("en", "da", "nl", "sv")
SERVERS = ("nginx", "caddy", "apache")
BASES = {"root": "/", "sub-path": "/guide/"}
MISSING = "<!doctype html><html lang={0}><meta charset=utf-8><title>404 {0}</title>"


@dataclass(frozen=True)
class Place:
    """A copy that is being served."""

    address: str
    base: str
    site: Path

    def asked(self, path: str, encodings: str = "identity", **headers: str) -> tuple[HTTPResponse, bytes]:
        """The answer as it came over the wire."""
        where = urlsplit(self.address)
        connection = HTTPConnection(where.netloc)
        connection.request("GET", where.path + path, headers={"Accept-Encoding": encodings, **headers})
        answer = connection.getresponse()
        return answer, answer.read()


def copied(folder: Path, base: str) -> Path:
    """The site as the build writes it for a brand with this address: each language then has a 404 page of its own."""
    site = folder / "site"
    try:
        shutil.copytree(SITE, site, copy_function=os.link)
    except OSError:
        shutil.rmtree(site)
        shutil.copytree(SITE, site)
    for name in hosts.told.HIDDEN:
        (site / name).unlink()  # shared with the site that was built
    for language in LANGUAGES:
        page = site / language / "404.html"
        page.unlink(missing_ok=True)
        page.write_text(MISSING.format(language), "utf-8")
    rules = json.loads((SITE / "build.json").read_text("utf-8"))["headers"]
    policy = rules["/*"]["Content-Security-Policy"].removesuffix("; frame-ancestors 'self'")
    hashed = [pattern.strip("/*") for pattern in rules if pattern != "/*"]
    copy = hosts.described(site, policy, hashed, f"https://guide.example.org{base}")
    hosts.within(site, copy)
    hosts.beside(site, copy)
    return site


@pytest.fixture(scope="session")
def sites() -> Iterator[dict[str, Path]]:
    """A copy for each base, where a server that works as somebody else can read it."""
    assert (SITE / "build.json").is_file(), "Build the site first: python3 noxfile.py -s build"
    with ExitStack() as stack:
        found = {}
        for base in BASES.values():
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            folder.chmod(0o755)
            found[base] = copied(folder, base)
        yield found


@pytest.fixture(scope="session", params=[f"{server} at {where}" for server in SERVERS for where in BASES])
def place(request: pytest.FixtureRequest, sites: dict[str, Path]) -> Iterator[Place]:
    """Each server, from the configuration of the build."""
    server, _, where = request.param.partition(" at ")
    base = BASES[where]
    with running(server, sites[base], base) as address:
        yield Place(address, base, sites[base])
