"""A second brand, built beside the first: it is whole, and nothing of the first is left."""

from __future__ import annotations

import base64
from html import unescape
from pathlib import Path

import pytest

from tests.site.copying import ROOT, copied, run

OTHER = ROOT / "tests" / "fixtures" / "brand-other"
LANGUAGE = "da"
NAME = "Nord & Fjord <Indkøb>: 'Fælles'"
PAGES = 61
FIRST_COLOURS = ("0b5a50", "7fd3c2")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One language of the other brand, made in a copy so that what the build has made stays as it is."""
    copy = copied(tmp_path_factory.mktemp("other"))
    blank = f"{LANGUAGE}/downloads/supplier-improvement.{LANGUAGE}.html"
    (copy / "site" / LANGUAGE).mkdir(parents=True)
    write = ["-m", "planner", "blank", "supplier-improvement", "--to", "html", "--language", LANGUAGE]
    run(
        copy,
        (
            ["scripts/bundle.py", "--brand", str(OTHER)],
            ["scripts/stage.py", "--brand", str(OTHER), LANGUAGE],
            ["-m", "mkdocs", "build", "-q", "-f", f"build/stage/{LANGUAGE}/mkdocs.yml"],
        ),
    )
    (copy / "site" / blank).parent.mkdir(exist_ok=True)  # MkDocs begins its folder afresh
    run(copy, ([*write, "-o", f"site/{blank}"],))
    return copy / "site"


def test_nothing_of_the_first_brand(site: Path) -> None:
    """Neither name nor colour nor mark; only the licences page credits the project."""
    first = (ROOT / "brands" / "fairsteps" / "logo.svg").read_text("utf-8").strip()
    drawn = base64.b64encode((ROOT / "brands" / "fairsteps" / "logo.png").read_bytes()).decode()
    for path in site.rglob("*"):
        if path.suffix not in (".html", ".css", ".svg", ".json", ".js", ".xml"):
            continue
        text = path.read_text("utf-8")

        assert first not in text, path
        assert drawn not in text, path
        assert not any(colour in text.lower() for colour in FIRST_COLOURS), path
        if "licences" not in path.parts and path.name != "search_index.json":
            assert "fairsteps" not in text.lower().replace("fairsteps-", ""), path


def test_the_other_brand_is_whole(site: Path) -> None:
    """Its name, organisation, colour, page, words and feedback are there, escaped as they must be."""
    home = (site / LANGUAGE / "index.html").read_text("utf-8")
    guide = (site / LANGUAGE / "methods/action-plans/index.html").read_text("utf-8")

    assert NAME in unescape(home)
    assert "<Indkøb>" not in home
    assert "Brancheforeningen Nord &amp; Fjord" in home
    assert "Alt, hvad I skriver, bliver hos jer." in home
    assert 'href="https://guide.example.org/survey?language=da&amp;page=1"' in guide
    assert "#5b1a6e" in (site / LANGUAGE / "assets/brand/tokens.css").read_text("utf-8")
    assert "Husregler" in (site / LANGUAGE / "about/house-rules/index.html").read_text("utf-8")
    assert NAME in unescape((site / LANGUAGE / f"downloads/supplier-improvement.{LANGUAGE}.html").read_text("utf-8"))


def test_an_address_gives_canonical_links(site: Path) -> None:
    """With an address, each page names itself and its translations."""
    guide = (site / LANGUAGE / "methods/action-plans/index.html").read_text("utf-8")
    place = "https://guide.example.org/under/sti"

    assert f'<link rel="canonical" href="{place}/da/methods/action-plans/">' in guide
    for language in ("en", "da", "nl", "sv"):
        assert f'hreflang="{language}" href="{place}/{language}/methods/action-plans/"' in guide
    assert f'hreflang="x-default" href="{place}/en/methods/action-plans/"' in guide
    assert len(list((site / LANGUAGE).rglob("index.html"))) == PAGES + 1
