"""What a brand adds to words, library and documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from planner.documents.logo import logo
from scripts import brand as brands
from scripts.brand.check import faults
from scripts.bundle import letterhead, make
from scripts.languages import LOCALES
from scripts.staging import licences, tree
from scripts.staging.config import preloaded
from scripts.yamlfile import ROOT, BuildError, load
from tests.conftest import Folder

INDUSTRY, NETWORK = ROOT / "brands" / "example-industry", ROOT / "brands" / "example-network"
EXAMPLES = [brands.DEFAULT, INDUSTRY, NETWORK]


@pytest.fixture(scope="module")
def bundles() -> dict[str, dict[str, Any]]:
    """The words of the industry example, in its languages and one more."""
    return make(["da", "en", "nl"], brands.read(INDUSTRY))


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_a_logo_fits_a_letterhead(folder: Path) -> None:
    """Word and Excel can draw it, as high as a line."""
    found = logo(letterhead(brands.read(folder), "nl"))  # type: ignore[arg-type]

    assert found is not None
    assert 5 < found.height <= 10


def test_nothing_is_needed(folder: Folder) -> None:
    """A brand that says nothing has a name, a sign, every language and every part."""
    brand = brands.read(folder({"brand.yaml": ""}))

    assert brand.name["sv"] == "Ours"
    assert ">O</text>" in brand.logo()
    assert brand.languages == ("en", "da", "nl", "sv")
    assert brand.shown == ("home", "company", "public-buyer", "methods", "topics", "law", "planner", "tools", "about")


def test_parts_stand_in_the_order_wished_for(folder: Folder) -> None:
    """The planner comes before the tools unless it has a place of its own."""
    brand = brands.read(folder({"brand.yaml": "routes: [law, tools, topics]"}))

    assert brand.shown == ("home", "law", "planner", "tools", "topics", "about")


def test_a_measure_is_added(bundles: dict[str, dict[str, Any]]) -> None:
    """With its facts in every language, its words in those of the copy, its source beside ours."""
    for bundle in bundles.values():
        assert bundle["facts"]["measures"]["share-order-calendar"]["subject"] == "working-hours"
        assert bundle["facts"]["sources"]["example-code-4"]["url"] == "https://industry.example/code"
    assert bundles["da"]["words"]["measures"]["share-order-calendar"]["title"].startswith("Del én")
    assert "share-order-calendar" not in bundles["nl"]["words"]["measures"]


def test_a_topic_is_added(bundles: dict[str, dict[str, Any]]) -> None:
    """It is called in the planner as the brand calls it, and leads to the brand's page."""
    heat = next(topic for topic in bundles["en"]["facts"]["topics"] if topic["id"] == "heat")

    assert heat["guide"] == "topics/heat"
    assert bundles["en"]["words"]["terms"]["topics"]["heat"] == "Heat at work"
    assert bundles["da"]["words"]["topics"]["heat"]["signs"]["heat-no-water"].startswith("Der er ikke køligt")


def test_a_topic_that_is_not_shown_leads_nowhere(bundles: dict[str, dict[str, Any]]) -> None:
    """The planner knows it still, for plans that hold it."""
    land = next(topic for topic in bundles["en"]["facts"]["topics"] if topic["id"] == "land-and-communities")

    assert land["guide"] is None
    assert bundles["en"]["words"]["topics"]["land-and-communities"]


def test_clauses_and_file_names(bundles: dict[str, dict[str, Any]]) -> None:
    """Terms in the language of the document; the names of files begin as it wishes."""
    assert bundles["en"]["words"]["documents"]["clauses"][0].startswith("The parties follow")
    for kind in bundles["da"]["words"]["kinds"].values():
        assert kind["file"].startswith("branchen-")


def test_letters_are_named_as_plans_are(bundles: dict[str, dict[str, Any]]) -> None:
    """Their files begin as the brand wishes, too."""
    assert bundles["da"]["words"]["form"]["letters"]["file"].startswith("branchen-")


@pytest.mark.parametrize("part", [("words", "documents", "clauses"), ("brand", "footer")], ids=["clauses", "footer"])
def test_a_line_is_left_out_of_languages_it_is_not_said_in(
    bundles: dict[str, dict[str, Any]], part: tuple[str, ...]
) -> None:
    """Documents come in more languages than the copy: none prints a term in a language its reader did not ask for."""
    found: Any = bundles["nl"]
    for key in part:
        found = found[key]

    assert found == []


def test_a_line_is_said_in_languages_of_documents_alone(folder: Folder) -> None:
    """A term for suppliers may be in a language the copy does not offer."""
    brand = brands.read(folder({"brand.yaml": "languages: [en]\ndocuments: {clauses: {en: Pay, bn: বেতন}}\n"}))

    assert make(["bn"], brand)["bn"]["words"]["documents"]["clauses"] == ["বেতন"]


def test_a_line_for_all_is_in_all(folder: Folder) -> None:
    """What is said without a language, such as a name, stands in every document."""
    brand = brands.read(folder({"brand.yaml": "languages: [en]\ndocuments: {footer: Example Association}\n"}))

    assert letterhead(brand, "vi")["footer"] == ["Example Association"]


def test_our_own_bundle_has_nothing_of_others() -> None:
    """No clause, no footer, no second name."""
    bundle = make(["en"], brands.read(brands.DEFAULT))["en"]

    assert bundle["words"]["documents"]["clauses"] == []
    assert bundle["brand"]["footer"] == []
    assert "heat" not in json.dumps(bundle["words"]["terms"]["topics"])


def test_a_broken_brand_stops_the_bundle(folder: Folder) -> None:
    """With every mistake, and nothing is written."""
    ours = folder({"brand.yaml": "acent: red\nnmae: x\n"})

    with pytest.raises(BuildError) as stopped:
        brands.read(ours)

    assert len(str(stopped.value).splitlines()) == 2


def test_a_folder_of_an_earlier_version_builds() -> None:
    """Whoever wrote a folder for one minor version uses it with the next."""
    assert faults(ROOT / "tests" / "fixtures" / "brand-0.1") == []


def test_a_typeface_of_its_own(folder: Folder) -> None:
    """Each file serves the weights and the slope the others do not hold; what its letters lack, the system gives."""
    ours = folder({"brand.yaml": "typeface: {regular: fonts/a.woff2, bold: fonts/b.woff2, italic: fonts/c.woff2}"})

    sheet = brands.read(ours).sheet()

    assert 'font-weight:200 599;font-display:swap;src:url("a.woff2")' in sheet
    assert 'font-weight:600 900;font-display:swap;src:url("b.woff2")' in sheet
    assert 'font-style:italic;src:url("c.woff2")' in sheet
    assert '--fs-font:"Own","Segoe UI"' in sheet


def test_the_typeface_is_asked_for_first(folder: Folder) -> None:
    """The page asks for the brand's file before all else, and not for ours."""
    brand = brands.read(folder({"brand.yaml": "typeface: {regular: fonts/a.woff2}"}))

    assert preloaded(brand) == "brand/a.woff2"


def test_the_licences_page_names_its_typeface(folder: Folder) -> None:
    """With its licence; ours is neither sent nor named."""
    said = "typeface: {regular: fonts/a.woff2, name: Own Sans, licence: OFL-1.1}"
    brand = brands.read(folder({"brand.yaml": said}))

    font = licences.typeface(brand)

    assert (font.name, font.licence) == ("Own Sans", r"OFL\-1.1")


def test_pages_are_left_out(folder: Folder) -> None:
    """Those alone, with the others in their order."""
    found = tree.sources("en", brands.read(folder({"brand.yaml": "pages: {without: [about/new, law/norway]}"})))

    assert "about/new.md" not in found
    assert "law/norway.md" not in found
    assert "law/sweden.md" in found


PAGE = "---\ntitle: {}\ndescription: D.\nupdated: 2026-11-29\n{}---\n\n# T\n"


def test_an_own_page_has_the_place_it_asks_for(folder: Folder) -> None:
    """Behind the page it names, which may be one of its own; without a name at the end."""
    ours = {
        "docs/en/about/a.md": PAGE.format("A", "after: b\n"),
        "docs/en/about/b.md": PAGE.format("B", "after: index\n"),
        "docs/en/about/c.md": PAGE.format("C", "after: index\n"),
        "docs/en/about/d.md": PAGE.format("D", ""),
    }
    brand = brands.read(folder({"brand.yaml": "languages: [en]"} | ours))
    words = load(LOCALES / "en" / "site.yaml")["nav"]

    (about,) = tree.nav(tree.sources("en", brand), brand, words, "en")[-1].values()

    titles = [title for page in about for title in page]
    assert titles[1:4] == ["B", "A", "C"]
    assert titles[-1] == "D"
