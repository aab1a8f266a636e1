"""Takes the pages of a brand; gives the links and pictures that lead nowhere, and the files none leads to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import dirname, join, normpath, relpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from scripts.brand.faults import Faults
from scripts.brand.pages import CODE, MARKER, blank
from scripts.folder import files
from scripts.languages import STAGING_LANGUAGE
from scripts.yamlfile import ROOT, BuildError, load, written

if TYPE_CHECKING:
    from pathlib import Path

    from scripts.brand import Brand

LINK = re.compile(
    r"\]\(\s*<?([^()\s<>]+)|^\[[^\]^]+\]:\s*<?([^\s<>]+)|<[^<>]*\s(?:href|src)\s*=\s*[\"']([^\"']+)", re.MULTILINE
)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
HEADING = re.compile(r"^#+\s+(.*?)\s*(?:\{[^}]*\})?\s*$", re.MULTILINE)
NAMED = re.compile(r"\{[^}]*#([\w-]+)[^}]*\}|\b(?:id|name)=[\"']([^\"']+)")
WITHOUT_PLACES = ("glance", "diagram", "sources", "also", "only", "unless", "end")
"""What the build puts into a page that nothing can lead to; all else may bring places only the build knows."""
SOURCES = (ROOT / "docs" / "links.yaml", ROOT / "planner" / "data" / "sources.yaml")


class Guide(NamedTuple):
    """Every file of the copy in one language by its path, and which of them the brand brings."""

    files: dict[str, Path]
    own: dict[str, Path]


def faults(brand: Brand) -> Faults:
    """Links of its pages to a page, a place in it, a picture or a source that is not there."""
    found = Faults()
    for guide in _guides(brand):
        for name, text in _texts(guide):
            for line, target in _links(text):
                for what, remedy in _wrong(name, target, text, guide):
                    found.line(guide.own[name], line, what, remedy)
    return found


def hints(brand: Brand) -> Faults:
    """Files no page leads to, and pages with an awkward address."""
    found = Faults()
    for guide in _guides(brand):
        used = {_path(name, target) for name, text in _texts(guide) for _, target in _links(text)}
        for name, path in guide.own.items():
            if path.suffix != ".md" and name not in used:
                remedy = "Link to it from a page; a page itself is a text that ends in .md"
                found.line(path, 1, "no page leads to this file", remedy)
            elif path.suffix == ".md" and (plain := _slug(name)) != name.lower():
                found.line(path, 1, "the name becomes the address", f"Plain would be {plain}")
    return found


def _guides(brand: Brand) -> Iterator[Guide]:
    """Ours are the same files in each language."""
    home = ROOT / "docs" / STAGING_LANGUAGE
    ours = {path.relative_to(home).as_posix(): path for path in files(home)}
    for language in brand.languages:
        here = {name: ROOT / "docs" / language / name for name in ours}
        own = brand.docs(language)
        yield Guide({name: path if path.exists() else ours[name] for name, path in here.items()} | own, own)


def _texts(guide: Guide) -> Iterator[tuple[str, str]]:
    """The pages of the brand; what cannot be read is told elsewhere."""
    for name, path in guide.own.items():
        if path.suffix == ".md":
            try:
                yield name, CODE.sub(blank, written(path))
            except BuildError:
                continue


def _links(text: str) -> Iterator[tuple[int, str]]:
    for link in LINK.finditer(text):
        yield text.count("\n", 0, link.start()) + 1, next(filter(None, link.groups()))


def _path(name: str, target: str) -> str:
    """The file of the guide a link of a page leads to; the page itself for a mere place in it."""
    path = unquote(re.split("[#?]", target)[0])
    return normpath(join(dirname(name), path)) if path else name


def _wrong(name: str, target: str, text: str, guide: Guide) -> Iterator[tuple[str, str]]:
    if target.startswith("source:"):
        known = [id for path in SOURCES if path.exists() for id in load(path)]
        if SOURCES[0].exists() and (id := target.partition(":")[2]) not in known:
            near = get_close_matches(id, known, n=1)
            remedy = f"Did you mean source:{near[0]}?" if near else "Write the address instead, such as https://…"
            yield f"a link leads to {target}, which is no source of the guide", remedy
    if SCHEME.match(target):
        return
    path, place = _path(name, target), target.partition("#")[2]
    if target.startswith("/"):
        what = f"a link leads to {target}, which is not the same place on every host"
        yield what, f"Lead to the file from here, such as {_way(name, 'company/index.md')}"
    elif path not in guide.files:
        meant = next((each for each in (f"{path}.md", f"{path}/index.md") if each in guide.files), None)
        alike = [each for each in guide.files if each.endswith(path.rpartition("/")[2].rpartition(".")[2])]
        near = [meant] if meant else get_close_matches(path, alike, n=1, cutoff=0.8)
        remedy = f"Did you mean {_way(name, near[0])}?" if near else f"Correct it, or add the file as {path}"
        yield f"there is no {target} to lead to" if path.endswith(".md") else f"there is no file {target}", remedy
    elif place and path.endswith(".md"):
        there = text if path == name else written(guide.files[path])
        ids = {*_ids(there)}
        made = any(marker[1] not in WITHOUT_PLACES for marker in MARKER.finditer(there))
        if not made and re.sub(r"_\d+$", "", place) not in ids:
            near = get_close_matches(place, ids, n=1)
            remedy = f"Did you mean #{near[0]}?" if near else "Take out what follows #, or name a place there is"
            yield f"a link leads to {target}, and that page has no place #{place}", remedy


def _way(name: str, path: str) -> str:
    return relpath(path, dirname(name) or ".")


def _ids(text: str) -> Iterator[str]:
    """The places of a page a link can lead to: named ones, and headings as Markdown names them."""
    for found in NAMED.finditer(text):
        yield found[1] or found[2]
    for heading in HEADING.finditer(text):
        plain = unicodedata.normalize("NFKD", heading[1]).encode("ascii", "ignore").decode()
        yield re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _slug(name: str) -> str:
    """The path of a page in letters every address has."""
    plain = unicodedata.normalize("NFKD", name.replace("æ", "ae").replace("ø", "oe").replace("å", "aa"))
    return re.sub(r"[^a-z0-9._/-]+", "-", plain.encode("ascii", "ignore").decode().lower())
