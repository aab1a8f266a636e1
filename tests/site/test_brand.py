"""Copies of other brands, built together: each is whole, and nothing of the first brand or of the other is left."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from posixpath import normpath

import pytest

from planner.__main__ import main as planner
from scripts import build
from scripts.brand import DEFAULT, Brand, read
from scripts.finishing import templates
from scripts.languages import LOCALES, languages
from scripts.work import Work
from scripts.yamlfile import ROOT, load

OURS = (b"fairsteps", b"0b5a50", b"7fd3c2")
"""Name and colours of the first brand, in any letters."""
EXAMPLES = ("example-industry", "example-network")
OTHERS = {
    "example-industry": ("samen goed inkopen", "voorbeeldnetwerk", "1d3f8f"),
    "example-network": ("branchens indkøbsguide", "industry buying", "eksempelbranche", "8a1538"),
}
PACKED = {".docx", ".xlsx", ".zip"}
COMPRESSED = {".br", ".gz"}
LEADS = re.compile(r'<a\b[^>]*?\shref="([^"#?:]*)([#?][^"]*)?"')
STORY = ROOT / "tests" / "stories"


@pytest.fixture(scope="module")
def sites() -> Path:
    """Both examples, built with one command; what the checkout's own site is made of stays as it is."""
    place = ROOT / "build" / "examples"
    brands = [word for name in EXAMPLES for word in ("--brand", str(ROOT / "brands" / name))]
    assert build.main([*brands, "--output", str(place)]) == 0
    return place


@pytest.fixture(params=EXAMPLES)
def brand(request: pytest.FixtureRequest) -> Brand:
    """Each example in turn."""
    return read(ROOT / "brands" / request.param)


def contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """A file, and the members of one that holds others."""
    content = path.read_bytes()
    if path.suffix in PACKED or path.name.endswith(".zip.txt"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield f"{path.name}/{name}", packed.read(name)
    else:
        yield path.name, content


def files(site: Path) -> Iterator[Path]:
    """Everything that is served, but for the page that credits what the site is made of."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        if path.suffix not in COMPRESSED and "licences" not in path.parts:
            yield path


def test_nothing_of_the_first_brand(sites: Path, brand: Brand) -> None:
    """Neither its name, nor its colours, nor its sign, in any file or in a file within a file."""
    drawn = (DEFAULT / "logo.png").read_bytes()
    signs = ((DEFAULT / "logo.svg").read_bytes().strip(), drawn, base64.b64encode(drawn))
    for path in files(sites / brand.id):
        for name, content in contents(path):
            found = [mark for mark in OURS if mark in content.lower()]
            assert not found, (path, name, found)
            assert not any(sign in content for sign in signs), (path, name)


def test_nothing_of_the_other_example(sites: Path, brand: Brand) -> None:
    """Copies that are built side by side do not mix."""
    for path in files(sites / brand.id):
        for name, content in contents(path):
            text = content.decode("utf-8", errors="replace").lower()
            assert not [word for word in OTHERS[brand.id] if word in text], (path, name)


@pytest.mark.parametrize("extension", ["docx", "xlsx", "html", "ics"])
def test_documents_wear_the_brand(sites: Path, brand: Brand, tmp_path: Path, extension: str) -> None:
    """A plan made with the words of the copy holds its name, and nothing of the first brand."""
    plan = tmp_path / "plan.json"
    plan.write_text(json.dumps({"schema": 1, "kind": brand.kinds[0], "title": "T", "language": brand.main}), "utf-8")
    made = tmp_path / f"plan.{extension}"
    how = ["--to", extension, "--language", brand.main, "--bundles", str(Work(brand.folder).bundles)]

    assert planner(["export", str(plan), *how, "--day", "2026-11-29", "-o", str(made)]) == 0

    whole = b"".join(content for _, content in contents(made))
    text = unescape(re.sub(rb"\r\n ", b"", whole).decode("utf-8", errors="replace"))
    assert not [mark for mark in OURS if mark in whole.lower()]
    assert brand.name[brand.main] in text
    assert brand.documents["footer"][brand.main][0] in text
    assert brand.colours["accent"].removeprefix("#") in text.lower()


def test_clauses_stand_in_the_plan(sites: Path, tmp_path: Path) -> None:
    """In both languages of a document."""
    industry = ROOT / "brands" / "example-industry"
    plan, made = tmp_path / "plan.json", tmp_path / "plan.docx"
    plan.write_text(json.dumps({"schema": 1, "kind": "own-policy", "title": "T", "language": "da"}), "utf-8")
    how = ["--to", "docx", "--language", "da", "--second", "en", "--bundles", str(Work(industry).bundles)]

    assert planner(["export", str(plan), *how, "--day", "2026-11-29", "-o", str(made)]) == 0

    text = zipfile.ZipFile(made).read("word/document.xml").decode()
    assert "Parterne følger branchens adfærdskodeks." in text
    assert "The parties follow the code of conduct of the industry." in text


def test_no_way_leads_nowhere(sites: Path, brand: Brand) -> None:
    """Parts and topics a copy leaves out are not linked from anywhere."""
    site = sites / brand.id
    base = "" if brand.address is None else "/" + brand.address.split("/", 3)[3]
    for page in sorted(site.rglob("*.html")):
        if "downloads" in page.parts:
            continue
        for way, _ in LEADS.findall(page.read_text("utf-8")):
            if way.startswith("/"):
                target = site / way.removeprefix(base)
            else:
                target = Path(normpath(page.parent / unescape(way)))
            assert target.is_file() or (target / "index.html").is_file(), (page, way)


def test_only_what_the_brand_shows(sites: Path) -> None:
    """The network has the route of public buyers alone, in one language; the industry its topics and no other."""
    network, industry = sites / "example-network", sites / "example-industry"

    assert (network / "nl/public-buyer/index.html").exists()
    assert not (network / "nl/company").exists()
    assert not (network / "en").exists()
    assert (industry / "da/topics/heat/index.html").exists()
    assert not (industry / "en/topics/land-and-communities").exists()


def test_pages_for_hosts_are_left_out(sites: Path, brand: Brand) -> None:
    """Those the brand names are in no folder, no search and no card of the start page; the others are there."""
    site = sites / brand.id / brand.main
    search = (site / "search" / "search_index.json").read_text("utf-8")

    assert brand.pages["without"]
    for page in brand.pages["without"]:
        assert not (site / page).exists(), page
        assert f'"location":"{page}/' not in search, page
    assert 'id="association"' not in (site / "index.html").read_text("utf-8")
    assert (site / "about/licences/index.html").exists()


def test_an_own_page_stands_where_it_wants(sites: Path) -> None:
    """In the menu behind the first page of its part, not behind all of ours."""
    page = (sites / "example-industry/en/about/index.html").read_text("utf-8")
    (menu,) = re.findall(r'<nav class="fs-nav".*?</nav>', page, re.DOTALL)

    assert menu.index("About this guide") < menu.index("Our code in one page") < menu.index("Licences")


@pytest.mark.parametrize(("name", "there"), [("example-industry/en", True), ("example-network/nl", False)])
def test_a_link_for_feedback_is_promised_where_there_is_one(sites: Path, name: str, *, there: bool) -> None:
    """Nobody is told of a link the publisher has not set."""
    said = load(LOCALES / name[-2:] / "site.yaml")["publisher"]["ends"]

    for page in ("index.html", "about/index.html"):
        assert (said in (sites / name / page).read_text("utf-8")) == there, page


def test_the_notice_stands_on_the_first_page_of_all(sites: Path) -> None:
    """Where readers choose a language, in the language of the page and for each of the others."""
    page = (sites / "example-industry/index.html").read_text("utf-8")

    assert '<p class="fs-notice" role="note">Dette er et eksempel' in page
    assert 'data-notice="This is an example' in page


def test_the_start_page_counts_the_languages_of_documents(sites: Path, brand: Brand) -> None:
    """Whatever languages the site itself speaks."""
    page = (sites / brand.id / brand.main / "index.html").read_text("utf-8")

    assert re.search(rf"<strong>\w+ \w+ {len(languages())} ", page)


def test_kinds_and_topics_are_offered_in_order(sites: Path) -> None:
    """The usual kind first, and no kind or topic the copy does not show."""
    page = (sites / "example-network/nl/planner/index.html").read_text("utf-8")
    kinds = re.findall(r'<input type="radio" id="f-kind[^"]*" name="f-kind"\s+value="([^"]+)"', page)
    assert kinds == ["contract-performance", "supplier-improvement", "follow-up-programme"]

    page = templates.whole(sites / "example-industry/en/planner/index.html")
    (topics,) = re.findall(r'<select[^>]*data-path="topic"[^>]*>(.*?)</select>', page, re.DOTALL)[:1]
    assert re.findall(r'<option value="([^"]+)"', topics)[:3] == ["heat", "working-hours", "wages"]
    assert "land-and-communities" not in topics


def test_addresses_of_the_copy(sites: Path) -> None:
    """Canonical links, translations and sitemap below the path it is published at; without an address, none."""
    place = "https://industry.example/members/guide"
    page = (sites / "example-industry/da/about/code/index.html").read_text("utf-8")
    sitemap = (sites / "example-industry/sitemap.xml").read_text("utf-8")

    assert f'<link rel="canonical" href="{place}/da/about/code/">' in page
    assert f'hreflang="x-default" href="{place}/da/about/code/"' in page
    assert f"<loc>{place}/en/topics/heat/</loc>" in sitemap
    assert not (sites / "example-network/sitemap.xml").exists()


def test_the_app_is_called_as_the_brand(sites: Path) -> None:
    """Installed on a device, under its short name and its sign."""
    said = json.loads((sites / "example-industry/da/manifest.webmanifest").read_text("utf-8"))

    assert said["short_name"] == "Indkøbsguiden"
    assert said["theme_color"] == "#8a1538"
    assert len(said["icons"]) == 5


def test_a_broken_brand_leaves_everything_as_it_was(
    sites: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is refused before anything is built; the copy that lies there stays."""
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "brand.yaml").write_text("nmae: Ours\n", "utf-8")
    place = tmp_path / "site"
    place.mkdir()
    (place / "build.json").write_text("{}", "utf-8")

    assert build.main(["--brand", str(folder), "--output", str(place)]) == 1

    assert "brand.yaml:1: `nmae` is not a key of a brand. Did you mean `name`?" in capsys.readouterr().err
    assert [path.name for path in place.iterdir()] == ["build.json"]
    assert not (ROOT / "build" / "copies" / "broken").exists()


def test_two_brands_called_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They would lie in one another's way."""
    with pytest.raises(SystemExit):
        build.main(["--brand", str(DEFAULT), "--brand", str(tmp_path / DEFAULT.name)])
    assert "called the same" in capsys.readouterr().err
