"""The guide in its four languages: the same pages, headings and links, nothing stale, every point covered."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.languages import languages, site_languages
from scripts.stamp import behind

ROOT = Path(__file__).resolve().parents[2]
DOCS, LOCALES = ROOT / "docs", ROOT / "planner" / "locales"
TRANSLATIONS = [language for language in site_languages() if language != "en"]
HEADING = re.compile(r"^(#+) .*\{ *#([a-z0-9-]+)[^}]*\} *$", re.MULTILINE)
ANY_HEADING = re.compile(r"^#+ ", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
MARKER = re.compile(r"^<!-- ([a-z]+)(?:: ([a-z0-9 -]+))? -->$", re.MULTILINE)

COUNTED = re.compile(r"\{[a-z_]+\}")
FOUR = re.compile(r"four languages|fire sprog|vier (de )?talen|fyra språk", re.IGNORECASE)


def pages(language: str) -> dict[str, str]:
    folder = DOCS / language
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))}


def front_matter(text: str) -> dict[str, Any]:
    _, head, _ = text.split("---\n", 2)
    loaded: dict[str, Any] = yaml.safe_load(head)
    return loaded


def without_code(text: str) -> str:
    return re.sub(r"```.*?```", "", text, flags=re.DOTALL)


ENGLISH = pages("en")
EVERY_PAGE = [(language, page) for language in TRANSLATIONS for page in ENGLISH]


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_same_pages(language: str) -> None:
    """A translation has the pages of the English guide, no more and no fewer."""
    assert pages(language).keys() == ENGLISH.keys()


@pytest.mark.parametrize("language", site_languages())
def test_headings_have_ids(language: str) -> None:
    """Every heading has a fixed English id, so that links survive translation."""
    for page, text in pages(language).items():
        body = without_code(text)

        assert len(HEADING.findall(body)) == len(ANY_HEADING.findall(body)), page


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_same_headings(language: str, page: str) -> None:
    """A translated page has the English page's headings, by id, level and order."""
    translated = [(level, id) for level, id in HEADING.findall(pages(language)[page])]

    assert translated == HEADING.findall(ENGLISH[page])


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_same_internal_links(language: str, page: str) -> None:
    """A translated page leads to the same pages of the guide."""
    own, english = (
        {link for link in LINK.findall(text) if not link.startswith("source:")}
        for text in (pages(language)[page], ENGLISH[page])
    )

    assert own == english


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_same_markers(language: str, page: str) -> None:
    """A translated page has the same generated parts, in the same order; what it rests on may differ by country."""
    own, english = (
        [(part, "" if part == "sources" else name) for part, name in MARKER.findall(text)]
        for text in (pages(language)[page], ENGLISH[page])
    )

    assert own == english


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_same_counts(language: str, page: str) -> None:
    """What the build counts for the English page it counts for the translation."""
    assert COUNTED.findall(pages(language)[page]) == COUNTED.findall(ENGLISH[page])


@pytest.mark.parametrize("language", site_languages())
def test_no_page_counts_the_languages_of_the_site(language: str) -> None:
    """A copy may offer fewer: what a page says of languages is true of any."""
    found = {page for page, text in pages(language).items() if FOUR.search(text)}

    assert found <= {"about/own-copy.md"}, "only who makes a copy is told how many there are"


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_page_is_current(language: str, page: str) -> None:
    """A translation follows the English page as it is now; `nox -s stamp -- LANGUAGE PAGE` says so after a review."""
    english = hashlib.sha256(ENGLISH[page].encode()).hexdigest()[:12]

    assert front_matter(pages(language)[page])["follows"] == english


@pytest.mark.parametrize("language", [language for language in languages() if language != "en"])
def test_everything_is_current(language: str) -> None:
    """Translated pages and words follow the English as it is now, also of languages that serve documents alone."""
    assert list(behind(language)) == []


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_pages_are_translated(language: str) -> None:
    """No paragraph of a translation is the English one."""
    for page, text in pages(language).items():
        english = {line for line in without_code(ENGLISH[page]).splitlines() if len(re.findall(r"[a-z]{2,}", line)) > 5}
        same = english & set(text.splitlines())

        assert not {line for line in same if not line.startswith(("<", "template:"))}, page


def coverage() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load((DOCS / "coverage.yaml").read_text("utf-8"))
    return loaded


def test_coverage_is_complete() -> None:
    """Every point of the five source documents is on the list."""
    counts = {"A": 18, "B": 23, "C": 17, "D": 13}
    wanted = [f"{part}{number}" for part, count in counts.items() for number in range(1, count + 1)]

    assert list(coverage()) == wanted


POINTS = coverage()
HELD_BY_THE_PLANNER = {
    *(f"A{number}" for number in (*range(1, 5), *range(6, 17))),
    *(f"B{number}" for number in (1, 2, *range(4, 22))),
    *(f"C{number}" for number in (*range(2, 9), *range(10, 17))),
    *(f"D{number}" for number in (1, 2, 4, 6, 9, 10, 11, 13)),
}
"""Points that call for a question, a judgement, a form or a measure, and not for explanation alone."""


def test_what_is_covered() -> None:
    """Every point has its place on a page."""
    assert [id for id, point in POINTS.items() if not point.get("pages")] == []


def test_what_the_planner_holds() -> None:
    """Every point that calls for a question, a judgement, a form or a measure names the parts that hold it."""
    assert {id for id, point in POINTS.items() if point.get("planner")} >= HELD_BY_THE_PLANNER


@pytest.mark.parametrize("language", site_languages())
def test_covered_on_a_page(language: str) -> None:
    """Each covered point has its place on a page, in every language."""
    texts = pages(language)
    for id, point in POINTS.items():
        for place in point.get("pages", []):
            page, _, heading = place.partition("#")

            assert heading in {found for _, found in HEADING.findall(texts[page])}, (id, place)


@pytest.mark.parametrize("language", site_languages())
def test_covered_by_the_planner(language: str) -> None:
    """Each planner part a point names has its words, in every language."""
    read = cache(lambda file: yaml.safe_load((LOCALES / language / f"{file}.yaml").read_text("utf-8")))
    for id, point in POINTS.items():
        for key in point.get("planner", []):
            file, *rest = key.split(".")
            found = read(f"measures/{rest.pop(0)}" if file == "measures" else file)
            for part in rest:
                assert part in found, (id, key)
                found = found[part]
