"""Takes the finished pages; gives the service worker, and for each part of the site the list of what it keeps of it."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote

from scripts.finishing.assets import FOLDER
from scripts.finishing.compressed import ENDINGS
from scripts.staging import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

WORKER = "service-worker.js"
LISTS = "offline"
DIGITS = 32
"""Of a sha256: enough to tell files apart, half the list."""
FOLDER_PAGE = re.compile(r"(^|/)index\.html$")


def write(site: Path, languages: Iterable[str], runtime: str, bundles: Mapping[str, str]) -> None:
    """Write one list per part, then the worker that knows their hashes: another file, another worker."""
    known = {}
    for part, paths in parts(site, languages, runtime, bundles):
        # A folder's address, since hosts lead away from its index.html.
        files = {quote(FOLDER_PAGE.sub(r"\1", path)): digest((site / path).read_bytes()) for path in sorted(paths)}
        made = json.dumps(files, indent=0).encode()
        (site / LISTS / f"{part}.json").write_bytes(made)  # as text it would have other line ends in Windows
        known[part] = digest(made)
    build = digest(json.dumps(known).encode())[:16]
    head = f"const BUILD = {json.dumps(build)};\nconst PARTS = {json.dumps(known)};\n"
    (site / WORKER).write_text(head + (ROOT / "overrides" / "root" / WORKER).read_text("utf-8"), "utf-8")


def write_again(site: Path, languages: Iterable[str]) -> None:
    """Write the lists and the worker of a site that has changed since; what they were may lie in another folder too."""
    (runtime,) = (path.parent.relative_to(site).as_posix() for path in site.glob("planner/*/pyodide.asm.wasm"))
    bundles = {path.stem: path.relative_to(site).as_posix() for path in site.glob("planner/bundles/*/*.json")}
    for path in (*(site / LISTS).glob("*.json"), site / WORKER):
        path.unlink()
    write(site, languages, runtime, bundles)


def parts(
    site: Path, languages: Iterable[str], runtime: str, bundles: Mapping[str, str]
) -> Iterator[tuple[str, list[str]]]:
    """Every part with its files: what all share, each language, and the words of each language of documents."""
    yield "shared", [*_within(site, runtime), *_within(site, FOLDER), "index.html", f"{LISTS}/index.html"]
    for language in languages:
        yield language, _within(site, language)
    for language, path in bundles.items():
        yield f"words.{language}", [path]


def digest(content: bytes) -> str:
    """The hash as the worker reads it."""
    return sha256(content).hexdigest()[:DIGITS]


def _within(site: Path, folder: str) -> list[str]:
    found = (path for path in (site / folder).rglob("*") if path.is_file() and path.suffix not in ENDINGS)
    return [path.relative_to(site).as_posix() for path in found]
