"""The pages and words use the terms of the glossary: the same as the English, and no others for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

from scripts.languages import LOCALES, site_languages
from tests.content.test_pages import ENGLISH, TRANSLATIONS, pages
from tests.content.test_words import texts

GLOSSARY = yaml.safe_load((LOCALES / "glossary.yaml").read_text("utf-8"))
AVOID = yaml.safe_load((LOCALES / "avoid.yaml").read_text("utf-8"))
NOT_READ = re.compile(r"\]\([^)]*\)|\{[^}]*\}|<!--.*?-->|^(?:follows|also):.*$", re.MULTILINE)


def spoken(language: str) -> Iterator[tuple[str, str]]:
    """What readers see: pages without addresses and ids, and the words of the locales without their keys."""
    for page, text in pages(language).items():
        yield page, NOT_READ.sub(" ", text)
    for path in (LOCALES / language).rglob("*.yaml"):
        for key, word in texts(yaml.safe_load(path.read_text("utf-8"))):
            yield f"{path.name} {key}", str(word)


def test_avoided_words_name_a_term() -> None:
    """Each wrong word says which term is meant."""
    for words in AVOID.values():
        assert {*words.values()} <= GLOSSARY.keys()


@pytest.mark.parametrize("language", [language for language in site_languages() if language in AVOID])
def test_no_other_word_for_a_term(language: str) -> None:
    """A word the glossary has decided against stands nowhere."""
    wrong = re.compile(r"\b(" + "|".join(map(re.escape, AVOID[language])) + r")\b", re.IGNORECASE)

    assert [f"{place}: {found}" for place, text in spoken(language) for found in wrong.findall(text)] == []


SEVERAL = {"cause", "step-of-escalation", "buyer", "follow-up"}
"""English words for more than one idea: a cause, to cause; any step; the organisation, the person; noun and verb."""
ASIDE = re.compile(r"\(.*?\)")
LETTERS = re.compile(r"[^\W\d_]+")


def stems(term: str) -> list[str]:
    """The beginning of the longest word of each wording: enough to find it inflected or within a compound."""
    wordings = re.split(r", | / | eller | of ", ASIDE.sub("", term.lower()))
    return [max(LETTERS.findall(wording), key=len)[:5] for wording in wordings]


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_the_same_terms_as_in_english(language: str) -> None:
    """A page that speaks of a term in English, three times or more, uses the settled term in translation."""
    english = {page: NOT_READ.sub(" ", text).lower() for page, text in ENGLISH.items()}
    own = {page: NOT_READ.sub(" ", text).lower() for page, text in pages(language).items()}
    missing = []
    for id, term in GLOSSARY.items():
        said = re.compile(rf"\b{re.escape(ASIDE.sub('', term['en']).strip().lower())}(s|es)?\b")
        for page, text in english.items():
            if (
                id not in SEVERAL
                and len(said.findall(text)) >= 3
                and not any(one in own[page] for one in stems(term[language]))
            ):
                missing.append(f"{page}: {term['en']} → {term[language]}")

    assert missing == []
