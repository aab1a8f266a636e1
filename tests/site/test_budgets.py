"""What a page weighs, in bytes as a host sends them compressed: no time is measured here, so no machine is too slow."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts.finishing.compressed import ENDINGS

SITE = Path(__file__).resolve().parents[2] / "site"
PAGES = ["index.html", "company/improvement/index.html", "topics/wages/index.html", "law/eu/index.html"]
LANGUAGES = ("en", "da", "nl", "sv")
KB = 1000

FETCHED = re.compile(
    r"<link rel=\"(?:stylesheet|modulepreload|preload|icon|manifest)\" href=\"([^\"]+)\""
    r"|<(?:img|script)[^>]* src=\"([^\"]+)\""
)
FACE = re.compile(r"@font-face\s*{[^}]*?font-style:\s*italic[^}]*?url\(\"([^\"]+)\"\)")
PACKED = (".woff2", ".png")


def size(path: Path) -> int:
    """The bytes on the way; typefaces and pictures are packed already."""
    content = path.read_bytes()
    return len(content) if path.suffix in PACKED else len(gzip.compress(content, 9))


def fetched(page: Path) -> set[Path]:
    """The page and all that a browser loads with it before anybody does anything."""
    text = page.read_text("utf-8")
    addresses = [urlsplit(one or other).path for one, other in FETCHED.findall(text)]
    files = {page, *((page.parent / address).resolve() for address in addresses)}
    for sheet in [path for path in files if path.suffix == ".css"]:
        italic = FACE.search(sheet.read_text("utf-8"))
        if italic and re.search(r"<(?:em|i|cite)\b", text):
            files.add((sheet.parent / italic[1]).resolve())
    return files


def is_listed(path: Path) -> bool:
    """A file of the site, not the compressed form of one."""
    return path.is_file() and path.suffix not in ENDINGS


def only(name: str) -> Path:
    (found,) = SITE.glob(f"assets/*/{name}")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_the_first_view_of_a_page_is_light(page: str, language: str) -> None:
    """Text, style, scripts, mark and typeface together; a page with italics needs a second face."""
    assert sum(map(size, fetched(SITE / language / page))) <= 84 * KB


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_start_of_the_guide_is_lighter_still(language: str) -> None:
    """Most readers come here first."""
    assert sum(map(size, fetched(SITE / language / "index.html"))) <= 52 * KB


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_planner_can_be_typed_into_soon(language: str) -> None:
    """Its form is one page of HTML, its modules are few and small, and what nobody has opened yet lies beside it."""
    page = SITE / language / "planner" / "index.html"
    modules = [path for path in fetched(page) if path.suffix == ".js"]

    (templates,) = page.parent.glob("templates.*.json")
    assert templates in fetched(page)
    assert size(templates) <= 33 * KB
    assert len(page.read_bytes()) <= 190 * KB
    assert size(page) <= 42 * KB
    assert {"page.js", "offline.js", "site.js"} <= {path.name for path in modules}
    assert len(modules) <= 5
    assert sum(map(size, modules)) <= 27 * KB


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_start_of_the_planner_is_light(language: str) -> None:
    """What comes before the first answer, as a host with Brotli sends it; the stock runtime alone is 5.5 MB."""
    first = ("pyodide.asm.wasm", "pyodide.asm.js", "pyodide.js", "stdlib.zip.txt", "planner.zip.txt")
    files = [f"planner/*/{name}.br" for name in first] + [f"planner/bundles/*/{language}.json.br"]

    assert sum(path.stat().st_size for pattern in files for path in SITE.glob(pattern)) <= 2_700 * KB
    assert [pattern for pattern in files if len(list(SITE.glob(pattern))) != 1] == []


@pytest.mark.parametrize(("name", "most"), [("guide.css", 13), ("planner.css", 15), ("root.css", 2.2)])
def test_a_style_sheet_holds_what_is_used(name: str, most: float) -> None:
    """One for each kind of page."""
    assert size(only(name)) <= most * KB


@pytest.mark.parametrize("folder", ["fs", "planner"])
def test_our_own_styles_are_whole(folder: str) -> None:
    """Only the theme's are trimmed: modules put classes together, which no search for words finds."""
    sent = "".join(
        re.sub(r"\s", "", only(name).read_text("utf-8")) for name in ("guide.css", "planner.css", "root.css")
    )
    ours = SITE.parent / "overrides" / "assets" / folder
    texts = [re.sub(r"/\*.*?\*/|\s", "", path.read_text("utf-8"), flags=re.DOTALL) for path in ours.glob("*.css")]
    selectors = {found for text in texts for found in re.findall(r"[^{};]+(?={)", text) if not found.startswith("@")}

    assert len(selectors) > 50
    assert [found for found in selectors if found not in sent] == []


def test_every_page_asks_for_one_style_sheet() -> None:
    """Nothing waits for a second one."""
    pages = [path for path in SITE.rglob("index.html") if not {"downloads", "offline"} & set(path.parts)]

    assert {len(re.findall('rel="stylesheet"', path.read_text("utf-8"))) for path in pages} == {1}


def test_nothing_of_the_theme_is_sent_that_is_not_used() -> None:
    """Its search, with the stemmers of our languages; neither its script nor its style sheets nor its picture."""
    shipped = {path.name for path in SITE.glob("assets/*/javascripts/**/*") if is_listed(path)}
    stemmers = {f"lunr.{language}.min.js" for language in ("da", "nl", "sv")}
    (worker,) = {name for name in shipped if name.startswith("search.")}

    assert shipped == {worker, "lunr.stemmer.support.min.js", *stemmers}
    assert {path.name for path in SITE.rglob("*.css")} == {"guide.css", "planner.css", "root.css"}
    assert not list(SITE.rglob("*.map"))
    assert not [path for language in LANGUAGES for path in (SITE / language).glob("assets/**/*") if path.is_file()]


def test_no_file_of_the_assets_is_there_for_nothing() -> None:
    """Every one is named by a page, a style sheet or a module."""
    texts = [
        path.read_text("utf-8")
        for pattern in ("index.html", "en/**/index.html", "en/*.webmanifest", "assets/**/*.css", "assets/**/*.js")
        for path in SITE.glob(pattern)
    ]
    named = "\n".join(texts)
    idle = {path.name for path in SITE.glob("assets/*/*/*") if is_listed(path) and path.name not in named}

    assert idle == set()
