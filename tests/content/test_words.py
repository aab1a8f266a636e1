"""The words in their four languages: complete, translated, and nowhere else than in the locales."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml

from planner.advice import severity
from planner.vocabularies import VOCABULARIES
from scripts.bundle import (
    DOCUMENT_FILES,
    FILES,
    PLACEHOLDER,
    SITE_FILES,
    compare,
    read_words,
)
from scripts.languages import LOCALES, languages, site_languages
from tests.conftest import ROOT

TRANSLATIONS = [language for language in languages() if language != "en"]
OF_THE_SITE = [language for language in site_languages() if language != "en"]
ENGLISH = read_words("en")
SAME_ALLOWED = re.compile(r"^[\W\d]*$")


def texts(words: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(words, dict):
        for name, one in words.items():
            yield from texts(one, f"{key}.{name}".lstrip("."))
    elif isinstance(words, list):
        for place, one in enumerate(words):
            yield from texts(one, f"{key}[{place}]")
    else:
        yield key, words


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_same_keys(language: str) -> None:
    """A language has the English keys, list lengths and placeholders; one of documents alone, those of documents."""
    words = read_words(language)
    assert list(compare({name: ENGLISH[name] for name in words}, words, language)) == []


@pytest.mark.parametrize("language", OF_THE_SITE)
def test_site_has_same_keys(language: str) -> None:
    """The words of the site are complete as well."""
    english, own = (yaml.safe_load((LOCALES / one / "site.yaml").read_text("utf-8")) for one in ("en", language))
    own.pop("follows")

    assert {key for key, _ in texts(own)} == {key for key, _ in texts(english)}


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_translated(language: str) -> None:
    """No sentence is the English one; single words may be the same in two languages."""
    own = dict(texts(read_words(language)))
    same = [key for key, text in texts(ENGLISH) if own.get(key) == text and len(PLACEHOLDER.sub("", text).split()) > 3]

    assert [key for key in same if not SAME_ALLOWED.match(own[key])] == []


@pytest.mark.parametrize("language", languages())
def test_vocabularies(language: str) -> None:
    """Every id the plan offers has its word."""
    terms = read_words(language)["terms"]

    for name, ids in VOCABULARIES.items():
        assert set(terms[name]) == set(ids), name
    assert set(terms["levels"]) == set(severity.LEVELS)


def test_every_remark_has_its_sentence() -> None:
    """Each remark the planner can make has a sentence, and each sentence a remark that is made."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "planner").rglob("*.py"))
    for remark in ENGLISH["remarks"]:
        made = f'"{remark}"' in code or remark.startswith("wrong-")

        assert made, remark


@pytest.mark.parametrize("language", languages())
def test_files(language: str) -> None:
    """Every language of the site has the same files of words, every language of documents those of documents."""
    names = (*FILES, *SITE_FILES) if language in site_languages() else DOCUMENT_FILES
    wanted = {f"{name}.yaml" for name in (*names, "language")}

    assert {path.name for path in (LOCALES / language).glob("*.yaml")} == wanted


def test_glossary() -> None:
    """The glossary gives each term in every language."""
    glossary = yaml.safe_load((LOCALES / "glossary.yaml").read_text("utf-8"))

    assert len(glossary) >= 60
    for term, words in glossary.items():
        assert set(words) - {"page"} == set(site_languages()), term
        assert all(words.values()), term


def test_terms_lead_to_pages() -> None:
    """A term that names a page names a heading there."""
    glossary = yaml.safe_load((LOCALES / "glossary.yaml").read_text("utf-8"))
    for term, words in glossary.items():
        page, _, heading = words.get("page", "index#home").partition("#")
        text = (ROOT / "docs" / "en" / f"{page}.md").read_text("utf-8")

        assert not heading or f"{{ #{heading} }}" in text or page.startswith("law/"), term


@pytest.mark.parametrize("language", site_languages())
def test_definitions(language: str) -> None:
    """At least sixty terms are explained, the same ones in every language."""
    english, own = (yaml.safe_load((LOCALES / one / "definitions.yaml").read_text("utf-8")) for one in ("en", language))
    own.pop("follows", None)

    assert len(english) >= 60
    assert own.keys() == english.keys()
    assert all(isinstance(meaning, str) and meaning.strip() for meaning in own.values())


@pytest.mark.parametrize("language", languages())
def test_says_who_has_read_it(language: str) -> None:
    """Every language says what it is called, whose spelling it follows, and whether a native specialist has read it."""
    about = yaml.safe_load((LOCALES / language / "language.yaml").read_text("utf-8"))

    assert about["name"]
    assert about["region"].split("-")[0] == language.split("-")[0]
    assert about["read"] is None or isinstance(about["read"], date)
    assert about["original"] == (language == "en")
