"""A brand whose name holds what HTML, YAML, JSON and file formats mistake for their own."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path

import pytest

from tests.site.copying import ROOT, copied, run

OTHER = ROOT / "tests" / "fixtures" / "brand-other"
LANGUAGE = "da"
NAME = "Nord & Fjord < Indkøb >: 'Fælles'"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One language of it, made in a copy so that what the build has made stays as it is."""
    copy = copied(tmp_path_factory.mktemp("other"))
    made = copy / "build" / "copies" / OTHER.name
    pages = made / "pages" / LANGUAGE
    blank = pages / "downloads" / f"supplier-improvement.{LANGUAGE}.html"
    write = ["-m", "planner", "blank", "supplier-improvement", "--to", "html", "--language", LANGUAGE]
    run(
        copy,
        (
            ["scripts/bundle.py", "--brand", str(OTHER)],
            ["scripts/stage.py", "--brand", str(OTHER), LANGUAGE],
            ["-m", "mkdocs", "build", "-q", "-f", str(made / "stage" / LANGUAGE / "mkdocs.yml")],
        ),
    )
    blank.parent.mkdir(exist_ok=True)
    run(copy, ([*write, "--bundles", str(made / "bundles"), "-o", str(blank)],))
    return pages


def test_the_brand_is_whole(site: Path) -> None:
    """Its name, organisation, colour, page, words and feedback are there, escaped as they must be."""
    home = (site / "index.html").read_text("utf-8")
    guide = (site / "methods/action-plans/index.html").read_text("utf-8")

    assert NAME in unescape(home)
    assert "< Indkøb" not in home
    assert "Brancheforeningen Nord &amp; Fjord" in home
    assert "Alt, hvad I skriver, bliver hos jer." in home
    assert 'href="https://guide.example.org/survey?language=da&amp;page=1"' in guide
    assert "#5b1a6e" in (site / "assets/brand/tokens.css").read_text("utf-8")
    assert "Husregler" in (site / "about/house-rules/index.html").read_text("utf-8")
    assert NAME in unescape((site / f"downloads/supplier-improvement.{LANGUAGE}.html").read_text("utf-8"))
    assert json.loads((site / "manifest.webmanifest").read_text("utf-8"))["short_name"] == NAME


def test_an_address_gives_canonical_links(site: Path) -> None:
    """With an address, each page names itself and its translations."""
    guide = (site / "methods/action-plans/index.html").read_text("utf-8")
    place = "https://guide.example.org/under/sti"

    assert f'<link rel="canonical" href="{place}/da/methods/action-plans/">' in guide
    for language in ("en", "da", "nl", "sv"):
        assert f'hreflang="{language}" href="{place}/{language}/methods/action-plans/"' in guide
    assert f'hreflang="x-default" href="{place}/en/methods/action-plans/"' in guide
