"""What the guide links to outside itself: every address is known, dated and used; every tool is explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from scripts.languages import LOCALES, site_languages
from scripts.staging import BuildError, law, links, pages
from scripts.staging.links import REGISTER, register
from tests.content.test_pages import DOCS, MARKER
from tests.content.test_pages import pages as texts

ALL = {language: texts(language) for language in site_languages()}
NAMED = re.compile(r"\]\(source:([a-z0-9-]+)\)")
OWN = yaml.safe_load(REGISTER.read_text("utf-8"))


def used(language: str) -> set[str]:
    found: set[str] = set()
    for text in ALL[language].values():
        found |= {*NAMED.findall(text)}
        found |= {id for part, names in MARKER.findall(text) if part == "sources" for id in names.split()}
    return found


@pytest.mark.parametrize("language", site_languages())
def test_every_link_is_known(language: str) -> None:
    """Title, owner, address and the day it was checked stand in one place; no page has an address of its own."""
    assert used(language) <= register().keys()
    assert [page for page, text in ALL[language].items() if "](http" in text] == []


def test_a_link_without_a_date_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Title, owner and the day it was checked belong to every link; the message names the file and the id."""
    wrong = tmp_path / "links.yaml"
    wrong.write_text('nowhere: {title: "Nowhere", by: Nobody, url: "https://example.org/", language: [en]}', "utf-8")
    monkeypatch.setattr(links, "REGISTER", wrong)

    with pytest.raises(BuildError, match=r"links\.yaml:1: `nowhere` has a wrong or missing `checked`"):
        links.register.__wrapped__()


def test_every_link_is_used() -> None:
    """On a page, or in the list of tools; nothing is kept for later."""
    on_pages = set().union(*(used(language) for language in site_languages()))
    on_pages |= {source for one in law.facts() for source in one["sources"]}

    assert {id for id, entry in OWN.items() if id not in on_pages and "tool" not in entry} == set()


@pytest.mark.parametrize("language", site_languages())
def test_every_tool_is_explained(language: str) -> None:
    """Each tool says what it is good for, and no explanation is left over."""
    uses = yaml.safe_load((LOCALES / language / "links.yaml").read_text("utf-8"))
    uses.pop("follows", None)

    assert uses.keys() == {id for id, link in register().items() if link.listed(language)}


def test_an_unknown_link_stops_the_build() -> None:
    """The message names file, line and what to do."""
    page = DOCS / "en" / "index.md"

    with pytest.raises(BuildError, match=r"docs/en/index\.md:1: .*\. Give it an id in docs/links\.yaml"):
        pages.addressed(page, "A [link](https://example.org/) of its own.", own=False)
