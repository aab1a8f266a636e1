"""Twenty questions as people type them, written down before the pages were looked at: the search answers at once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.watch import expect_wrong

QUESTIONS = [
    ("en", "supplier keeps passports", "topics/forced-labour/"),
    ("en", "who pays for the improvements", "methods/sceptical-supplier/"),
    ("en", "we found a child working", "topics/child-labour/"),
    ("en", "does the CSDDD apply to my company", "law/"),
    ("en", "customer sends questionnaire", "law/"),
    ("da", "hvem skal betale for forbedringerne", "methods/sceptical-supplier/"),
    ("da", "leverandør tager arbejdernes pas", "topics/forced-labour/"),
    ("da", "overarbejde på fabrikken", "topics/working-hours/"),
    ("da", "klage til NCP", "law/denmark/"),
    ("da", "brandudgang låst", "topics/safety-and-health/"),
    ("nl", "leverancier houdt paspoorten vast", "topics/forced-labour/"),
    ("nl", "wie betaalt de verbeteringen", "methods/sceptical-supplier/"),
    ("nl", "contract ontbinden wegens kinderarbeid", "methods/leaving/"),
    ("nl", "leefbaar loon berekenen", "topics/wages/"),
    ("nl", "klacht OESO contactpunt", "law/netherlands/"),
    ("sv", "leverantören behåller passen", "topics/forced-labour/"),
    ("sv", "vem betalar för förbättringarna", "methods/sceptical-supplier/"),
    ("sv", "hur följer vi upp avtalet", "public-buyer/perform/"),
    ("sv", "mutor", "topics/corruption/"),
    ("sv", "barn som arbetar hos underleverantör", "topics/child-labour/"),
]
FOREIGN = [
    ("en", "tvangsarbejde", "topics/forced-labour/"),
    ("da", "barnarbete", "topics/child-labour/"),
    ("nl", "child labour", "topics/child-labour/"),
    ("sv", "werktijden", "topics/working-hours/"),
]
"""Terms of another language: the page says what it is called there."""
FIRST = 3


@pytest.mark.parametrize(("language", "question", "answer"), [*QUESTIONS, *FOREIGN])
def test_a_question_finds_its_page(
    language: str, question: str, answer: str, context: Callable[..., BrowserContext], address: str
) -> None:
    """Among the first three pages found, in the reader's language."""
    page = context().new_page()
    page.goto(f"{address}{language}/")
    page.locator(".md-search__input").fill(question)
    found = page.locator(".md-search-result__item > a")
    expect(found.first).to_be_attached(timeout=15_000)
    page.wait_for_timeout(300)  # the list is drawn in parts

    pages = dict.fromkeys(re.sub(r"[?#].*", "", link.evaluate("(link) => link.href")) for link in found.all())
    places = [place.removeprefix(f"{address}{language}/") for place in pages][:FIRST]
    assert any(place.startswith(answer) for place in places), places


def test_a_search_that_does_not_come_is_tried_again(context: Callable[..., BrowserContext], address: str) -> None:
    """A sentence says so; the next word typed finds."""
    page = context().new_page()
    expect_wrong(page, "ERR_FAILED")
    page.route("**/search_index.json", lambda route: route.abort())
    page.goto(f"{address}da/")
    page.locator(".md-search__input").fill("leverandør tager")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Søgningen kunne ikke hentes")

    page.unroute("**/search_index.json")
    page.locator(".md-search__input").fill("leverandør tager arbejdernes pas")

    expect(page.locator(".md-search-result__item > a").first).to_be_attached(timeout=15_000)


@pytest.mark.parametrize(
    ("language", "term"), [("en", "severity"), ("da", "alvor"), ("nl", "ernst"), ("sv", "severity")]
)
def test_a_term_leads_to_its_meaning(
    language: str, term: str, context: Callable[..., BrowserContext], address: str
) -> None:
    """To where the glossary explains it, and not to the top of a long list."""
    page = context().new_page()
    page.goto(f"{address}{language}/")
    page.locator(".md-search__input").fill(term)

    found = page.locator(".md-search-result__item a[href*='/tools/glossary/#']").first
    expect(found).to_contain_text(term, timeout=15_000)
