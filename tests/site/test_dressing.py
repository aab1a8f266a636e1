"""A site dressed from the release zip says what the brand says, in its pages, its planner and its documents."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from scripts.finishing import templates
from scripts.languages import LOCALES
from scripts.release.dress import left
from scripts.yamlfile import load
from tests.conftest import LANGUAGES


def test_names_are_everywhere(dressed: Path) -> None:
    """In each language, escaped as the file wants it, and no mark is left."""
    home = (dressed / "da/index.html").read_text("utf-8")
    about = (dressed / "en/about/index.html").read_text("utf-8")
    manifest = json.loads((dressed / "sv/manifest.webmanifest").read_text("utf-8"))

    assert "<span>Ret &amp; rimeligt</span>" in home
    assert "Example &lt; Association &gt;" in home
    assert '<p class="fs-notice" role="note">Next course on 3 March</p>' in home
    assert '<a href="mailto:guide@example.org">guide@example.org</a>' in about
    assert "<p>Example Association</p>\n<p>1 Example Street</p>" in about
    assert "Addresses are kept for a week." in (dressed / "nl/about/privacy/index.html").read_text("utf-8")
    assert manifest["short_name"] == "Rätt & riktigt"
    assert manifest["theme_color"] == "#7a1f5c"
    for path in dressed.rglob("*.html"):
        assert "Zq" not in path.read_text("utf-8"), path


def test_a_brand_without_an_organisation_leaves_no_mark(as_built: Path) -> None:
    """Blank workbooks have nobody as their company, rather than a word that nobody writes."""
    assert list(left(as_built)) == []
    with zipfile.ZipFile(as_built / "da/downloads/own-policy.da.xlsx") as packed:
        assert b"<Company></Company>" in packed.read("docProps/app.xml")


def test_words_are_replaced(dressed: Path) -> None:
    """In the pages, in the planner's form, its templates and settings, in the language they were given for alone."""
    page = templates.whole(dressed / "en/planner/index.html")

    assert ">Toolbox</a>" in page
    assert "All you type stays with you." in page
    assert 'href="#who">Onwards</a>' in page
    assert '"continue": "Onwards"' in page
    assert '<label for="filter-signs">Which sign</label>' in page
    assert "Toolbox" not in (dressed / "da/planner/index.html").read_text("utf-8")


def test_words_of_modules_are_replaced(dressed: Path) -> None:
    """Where a page hands them over as an attribute."""
    assert "&quot;delete&quot;: &quot;Away with it&quot;" in (dressed / "en/about/privacy/index.html").read_text(
        "utf-8"
    )


def test_words_of_the_first_page_of_all_are_replaced(dressed: Path) -> None:
    """In their language, and in its head if that is the main one."""
    page = (dressed / "index.html").read_text("utf-8")

    assert '<meta name="description" content="Buy fairly.">' in page
    assert page.count("Buy fairly.") == 2
    assert load(LOCALES / "da" / "site.yaml")["root"]["text"] in page


def test_the_manifest_is_that_of_a_build(dressed: Path) -> None:
    """With the brand's names, words and colours."""
    said = json.loads((dressed / "en/manifest.webmanifest").read_text("utf-8"))

    assert said["name"] == f"Fair & Square – {load(LOCALES / 'en' / 'site.yaml')['nav']['planner']}"
    assert said["description"] == "Buy fairly."
    assert said["theme_color"] == "#7a1f5c"


def test_words_that_cannot_be_replaced_are_named(dressing: tuple[Path, str]) -> None:
    """They stand inside others, and the page does not say where they begin."""
    named = [line for line in dressing[1].splitlines() if "inside other words" in line]

    assert named == ["note: words/en.yaml: `site.also` stands inside other words of the pages and takes the source."]


def test_documents_carry_the_name(dressed: Path) -> None:
    """Blank templates and what the planner will make."""
    with zipfile.ZipFile(dressed / "da/downloads/own-policy.da.docx") as packed:
        text, styles = (packed.read(f"word/{name}.xml").decode() for name in ("document", "styles"))
    (path,) = dressed.glob("planner/bundles/*/da.json")
    bundle = json.loads(path.read_text("utf-8"))

    assert "Ret &amp; rimeligt" in text
    assert "7A1F5C" in styles.upper()
    assert bundle["brand"]["footer"] == ["Example Association"]
    assert bundle["words"]["documents"]["clauses"] == ["The code applies."]
    assert bundle["words"]["kinds"]["own-policy"]["file"].startswith("fair-")


@pytest.mark.parametrize(
    ("language", "kind", "file"),
    [("da", "own-policy", "fair-politikplan"), ("en", "own-policy", "fair-promises")],
)
def test_the_page_names_files_as_the_brand_does(dressed: Path, language: str, kind: str, file: str) -> None:
    """Its settings say what a download is called: the beginning, then our word or the brand's own."""
    assert settings(dressed, language)["kinds"][kind]["file"] == file


def test_the_page_names_letters_as_the_brand_does(dressed: Path) -> None:
    """They begin as plans do."""
    assert settings(dressed, "en")["strings"]["letters"]["file"] == "fair-letter"


@pytest.mark.parametrize("page", ["en/index.html", "da/about/privacy/index.html", "sv/planner/index.html"])
def test_a_page_keeps_room_for_a_wide_logo(dressed: Path, page: str) -> None:
    """As wide as its height in the header makes it, before it has come."""
    assert 'brand/logo.svg" alt="" width="99" height="36">' in (dressed / page).read_text("utf-8")


def test_the_first_page_of_all_keeps_room_for_a_wide_logo(dressed: Path) -> None:
    """There it is higher."""
    assert 'brand/logo.svg" alt="" width="154" height="56">' in (dressed / "index.html").read_text("utf-8")


@pytest.mark.parametrize("sheet", ["guide", "planner", "root"])
def test_the_dark_logo_is_shown_on_the_dark_ground(dressed: Path, sheet: str) -> None:
    """By every style sheet there is, from where it lies."""
    (path,) = dressed.glob(f"assets/*/{sheet}.css")

    assert 'content:url("brand/logo-dark.svg")' in path.read_text("utf-8")
    assert (path.parent / "brand" / "logo-dark.svg").is_file()


def test_no_link_for_feedback_is_promised(dressed: Path) -> None:
    """The brand has none: neither pages nor the search speak of it."""
    for language in LANGUAGES:
        said = load(LOCALES / language / "site.yaml")["publisher"]["ends"]
        for path in ("index.html", "about/index.html", "search/search_index.json"):
            assert said not in (dressed / language / path).read_text("utf-8"), (language, path)
        form = re.findall(r"\[([^]]*)\]", load(LOCALES / language / "site.yaml")["publisher"]["contact"])[0]
        assert f"{form}." not in (dressed / language / "search/search_index.json").read_text("utf-8"), language


def test_the_notice_stands_on_the_first_page_of_all(dressed: Path, as_built: Path) -> None:
    """Where there is one."""
    assert '<p class="fs-notice" role="note">Next course on 3 March</p>' in (dressed / "index.html").read_text("utf-8")
    assert "notice" not in (as_built / "index.html").read_text("utf-8").split("<script>")[1].split("</script>")[1]


def settings(site: Path, language: str) -> dict[str, Any]:
    """What the planner's page tells its modules."""
    page = (site / language / "planner" / "index.html").read_text("utf-8")
    (said,) = re.findall(r'<script id="planner-config"[^>]*>(.*?)</script>', page, re.DOTALL)
    found: dict[str, Any] = json.loads(said)
    return found
