"""The pages of guidance: each one holds what a busy reader looks for, and leads into the planner."""

from __future__ import annotations

import re

import pytest

from planner.vocabularies import VOCABULARIES
from scripts.languages import site_languages
from scripts.readability import pages as readings
from scripts.readability import read
from scripts.yamlfile import ROOT
from tests.content.test_pages import ENGLISH, HEADING, MARKER, front_matter, pages

GUIDANCE = [page for page in ENGLISH if page.split("/")[0] in ("company", "public-buyer", "methods")]
EVERY = [(language, page) for language in site_languages() for page in GUIDANCE]
INTO_PLANNER = re.compile(r"planner\.md\?([a-z=&-]+)\)")
LEDE = re.compile(r"\n\n(.+)\n\{ \.lede \}")
SENTENCE_END = re.compile(r"[.!?…][)»”\"]?(?:\s|$)")
TOPICS = {path.stem for path in (ROOT / "planner" / "data" / "topics").glob("*.yaml")}
HARD = 45
"""LIX from which newspapers count as hard to read."""
ENOUGH = 150
"""With fewer words a few official names decide the figure."""


@pytest.mark.parametrize(("language", "page"), EVERY)
def test_a_page_of_guidance_is_whole(language: str, page: str) -> None:
    """Do first, who and how long; mistakes, what good looks like, next step, related pages and sources."""
    text = pages(language)[page]
    ids = {id for _, id in HEADING.findall(text)}

    assert ids >= {"mistakes", "good", "next-step", "related", "sources"}
    assert {"glance", "sources"} <= {part for part, _ in MARKER.findall(text)}
    assert all(front_matter(text)[key].strip() for key in ("first", "who", "time"))


@pytest.mark.parametrize(("language", "page"), EVERY)
def test_it_begins_with_one_sentence(language: str, page: str) -> None:
    """The summary under the title is one sentence."""
    lede = LEDE.search(pages(language)[page])
    assert lede is not None

    assert len(SENTENCE_END.findall(lede[1])) == 1, lede[1]


@pytest.mark.parametrize(("language", "page"), EVERY)
def test_it_leads_into_the_planner(language: str, page: str) -> None:
    """At least one link opens the planner with a kind of plan it has, and a topic it knows."""
    presets = [
        dict(pair.split("=") for pair in found.split("&")) for found in INTO_PLANNER.findall(pages(language)[page])
    ]

    assert presets
    for preset in presets:
        assert preset.keys() <= {"kind", "topic"}
        assert preset["kind"] in VOCABULARIES["kinds"]
        assert preset.get("topic", "wages") in TOPICS


@pytest.mark.parametrize(("language", "page"), EVERY)
def test_it_has_the_length_of_a_break(language: str, page: str) -> None:
    """Between 500 and 1,100 words."""
    assert 500 <= readings(language)[page].words <= 1100


@pytest.mark.parametrize("language", site_languages())
def test_it_is_easy_to_read(language: str) -> None:
    """No page is as hard as a newspaper's hard pages."""
    found = {page: reading for page, reading in readings(language).items() if reading.words >= ENOUGH}
    hard = {page: round(reading.lix) for page, reading in found.items() if reading.lix > HARD}

    assert hard == {}


def test_readability_counts_what_is_read() -> None:
    """Two sentences and a list item: markup, addresses and front matter do not count."""
    reading = read(
        "---\ntitle: Not counted\n---\n\nShort words here. [A remarkable link](https://example.org/x).\n\n- An item\n"
    )

    assert (reading.words, reading.sentences, reading.long_words) == (8, 3, 1)
    assert reading.lix == pytest.approx(8 / 3 + 100 / 8)
