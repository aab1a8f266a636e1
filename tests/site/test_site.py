"""The built site without a browser: parity, links, languages, policy, list of files."""

from __future__ import annotations

import base64
import json
import re
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from planner.vocabularies import VOCABULARIES
from scripts.finishing.compressed import ENDINGS
from scripts.languages import languages, site_languages
from scripts.staging import BLANKS

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
LANGUAGES = site_languages()
FETCHING = {
    ("script", "src"),
    ("img", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("form", "action"),
    ("object", "data"),
}
FETCHING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}


class Page(HTMLParser):
    """What the tests ask of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.path = path
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.inline: list[tuple[str, str]] = []
        self.text = ""
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        self.tags.append((tag, about))
        if tag in ("script", "style", "p", "nav", "a", "cite", "dd", "span"):
            self._open.append((tag, about))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        tag, about = self._open[-1] if self._open else ("", {})
        if tag in ("script", "style"):
            if "src" not in about and about.get("type", "module") == "module":
                self.inline.append((tag, data))
        elif not any("lang" in each or "others" in each.get("class", "") for _, each in self._open):
            self.text += f" {data}"  # what is marked as another language belongs there

    @property
    def ids(self) -> set[str]:
        return {about["id"] for _, about in self.tags if "id" in about}

    @property
    def headings(self) -> list[tuple[str, str | None]]:
        return [(tag, about.get("id")) for tag, about in self.tags if re.fullmatch("h[1-6]", tag)]


@cache
def page(path: Path) -> Page:
    return Page(path)


@cache
def pages(language: str) -> dict[str, Page]:
    folder = SITE / language
    found = set(folder.rglob("*.html")) - set(folder.glob("downloads/*.html")) - {folder / "404.html"}
    return {path.relative_to(folder).as_posix(): page(path) for path in sorted(found)}


def every_page() -> list[Page]:
    return [
        *(page(SITE / name) for name in ("index.html", "404.html")),
        *(one for each in LANGUAGES for one in pages(each).values()),
    ]


def test_same_pages_and_headings() -> None:
    """All languages have the same pages with the same headings, by level, id and order; terms in their own order."""
    english = headings("en")

    assert {"index.html", "planner/index.html", "methods/action-plans/index.html"} <= english.keys()
    for language in LANGUAGES:
        assert headings(language) == english


def headings(language: str) -> dict[str, list[tuple[str, str | None]]]:
    found = {path: one.headings for path, one in pages(language).items()}
    return found | {"tools/glossary/index.html": sorted(found["tools/glossary/index.html"])}


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_of_the_page(language: str) -> None:
    """`<html lang>` is the language of the folder."""
    assert {dict(one.tags[0:2])["html"]["lang"] for one in pages(language).values()} == {language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_list_stays_on_the_page(language: str) -> None:
    """The list leads to the same page in each language, and marks this one."""
    for path, one in pages(language).items():
        links = [
            about
            for tag, about in one.tags
            if tag == "a" and about.get("lang") and "download" not in about and not urlsplit(about["href"]).netloc
        ]
        targets = {about["lang"]: (one.path.parent / about["href"]).resolve() for about in links}

        assert targets == {each: (SITE / each / path).parent.resolve() for each in LANGUAGES}, path
        assert [about["lang"] for about in links if "aria-current" in about] == [language]


def test_nothing_is_fetched_from_elsewhere() -> None:
    """Pages and style sheets load nothing from another origin."""
    for one in every_page():
        for tag, about in one.tags:
            wanted = [about[name] for element, name in FETCHING if element == tag and name in about]
            if tag == "link" and FETCHING_LINKS & set(about["rel"].split()):
                wanted.append(about["href"])
            for address in wanted:
                assert not urlsplit(address).netloc, (one.path, address)
                assert urlsplit(address).scheme in ("", "data"), (one.path, address)
    for sheet in SITE.rglob("*.css"):
        for address in re.findall(r"(?:url\(|@import\s+)[\"']?([^\"')\s;]+)", sheet.read_text("utf-8")):
            assert not urlsplit(address).netloc, (sheet, address)


def test_links_resolve() -> None:
    """Every link inside the site is relative and finds a file and, in it, its place."""
    for one in every_page():
        for _, about in one.tags:
            for address in (about[name] for name in ("href", "src") if name in about):
                parts = urlsplit(address)
                if parts.scheme or parts.netloc or "data-path" in about:
                    continue
                assert not parts.path.startswith("/"), (one.path, address)
                target = (one.path.parent / unquote(parts.path)).resolve() if parts.path else one.path
                target = target / "index.html" if target.is_dir() else target

                assert target.is_file(), (one.path, address)
                if parts.fragment and target.suffix == ".html":
                    assert unquote(parts.fragment) in page(target).ids, (one.path, address)


def words(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {word for each in value.values() for word in words(each)}
    if isinstance(value, list):
        return {word for each in value for word in words(each)}
    return {str(value)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_stray_language(language: str) -> None:
    """No sentence of the site's own words in another language stands on a page."""
    sites = {
        each: words(yaml.safe_load((ROOT / f"planner/locales/{each}/site.yaml").read_text("utf-8")))
        for each in LANGUAGES
    }
    own = {word.casefold() for word in sites[language]}
    foreign = {word for each in LANGUAGES if each != language for word in sites[each]}
    stray = {
        word for word in foreign if len(word) >= 12 and " " in word and word.casefold() not in own and "{" not in word
    }
    for path, one in pages(language).items():
        text = " ".join(one.text.split())

        assert not {word for word in stray if word in text}, path


def test_list_of_files() -> None:
    """build.json names every file with its sha256; siblings hold the same bytes and are not named."""
    built = json.loads((SITE / "build.json").read_text("utf-8"))
    found = {path.relative_to(SITE).as_posix(): path for path in SITE.rglob("*") if path.is_file()}
    siblings = {f"{name}{ending}" for name in found for ending in ENDINGS}

    assert built["files"].keys() == found.keys() - siblings - {"build.json"}
    assert all(sha256(found[path].read_bytes()).hexdigest() == digest for path, digest in built["files"].items())


def test_one_policy() -> None:
    """Every page carries the policy of the headers, before any script; it allows each inline part and nothing wide."""
    header = re.search(r"Content-Security-Policy: (.*); frame-ancestors 'self'", (SITE / "_headers").read_text("utf-8"))
    assert header is not None
    policy = header[1]
    for one in every_page():
        metas = [place for place, (tag, about) in enumerate(one.tags) if tag == "meta" and "http-equiv" in about]
        first = next(place for place, (tag, _) in enumerate(one.tags) if tag in ("script", "link", "style"))

        assert [one.tags[place][1]["content"] for place in metas] == [policy], one.path
        assert metas[0] < first, one.path
        assert not [about for _, about in one.tags if "style" in about or any(name.startswith("on") for name in about)]
        for _, code in one.inline:
            assert base64.b64encode(sha256(code.encode()).digest()).decode() in policy, one.path
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert "http" not in policy


def test_blank_templates() -> None:
    """Each language has the blank templates its page offers, and their style is allowed in the planner's preview."""
    for language in LANGUAGES:
        offered = {
            about["href"]
            for tag, about in pages(language)["tools/downloads/index.html"].tags
            if tag == "a" and "download" in about
        }

        assert len(offered) == len(VOCABULARIES["kinds"]) * len(BLANKS) * len(LANGUAGES)
        blanks = [page(SITE / language / "downloads" / f"{kind}.{language}.html") for kind in VOCABULARIES["kinds"]]
        styles = {
            base64.b64encode(sha256(code.encode()).digest()).decode()
            for blank in blanks
            for tag, code in blank.inline
            if tag == "style"
        }

        assert styles
        assert all(style in (SITE / "_headers").read_text("utf-8") for style in styles)


@pytest.mark.parametrize("language", languages())
def test_library_is_published(language: str) -> None:
    """Every language's library lies at an address that stays: measures with their words, sources with their dates."""
    found = json.loads((SITE / "planner" / f"library.{language}.json").read_text("utf-8"))
    measures = found["measures"]

    assert found["language"] == language
    assert len(measures) >= 320
    assert all(one["title"] and one["how"] for one in measures)
    assert {source for one in measures for source in one["sources"]} <= found["sources"].keys()
    assert all(source["checked"] for source in found["sources"].values())
