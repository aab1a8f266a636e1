"""The release zip: Python alone dresses the finished site in a folder, as if it had been built so."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from scripts import verify
from scripts.brand import check
from scripts.finishing import hosts, policy, templates
from scripts.languages import LOCALES
from scripts.release import pack
from scripts.yamlfile import ROOT, load
from tests.conftest import LANGUAGES, Folder

SITE = ROOT / "site"
HASHED = re.compile(r"\b[0-9a-f]{16}\b")
POLICY = re.compile(r'content="default-src[^"]*"')
PAGE = "---\ntitle: Rules\ndescription: Rules.\nupdated: 2026-11-29\n---\n\n# Rules\n"
OURS = {
    "brand.yaml": """
name: {en: "Fair & Square", da: Ret & rimeligt, nl: Eerlijk & open, sv: Rätt & riktigt}
organisation: Example < Association >
contact: guide@example.org
notice: Next course on 3 March
imprint: |
  Example Association
  1 Example Street
privacy: Addresses are kept for a week.
colours: {accent: "#7a1f5c"}
documents: {footer: Example Association, clauses: The code applies., file: fair}
""",
    "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 80"><path d="M0 0h220v80z"/></svg>',
    "logo-dark.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 80"><path fill="#fff"/></svg>',
    "words/en.yaml": """
site:
  nav: {tools: Toolbox}
  footer: {stays: All you type stays with you.}
form:
  buttons: {continue: Onwards}
  signs: {filter: Which sign}
kinds:
  own-policy: {file: promises}
""",
} | {f"docs/{each}/about/rules.md": PAGE for each in ("en", "da", "nl", "sv")}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked."""
    made = tmp_path_factory.mktemp("release")
    assert pack.main(["--output", str(made)]) == 0
    (packed,) = made.glob("*.zip")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(made)
    (home,) = (path for path in made.iterdir() if path.is_dir())
    return home


def compared(page: str) -> str:
    """A page without what follows from its content, and without the blanks between its tags."""
    page = POLICY.sub("", HASHED.sub("", page))
    touch = re.search(r'<link rel="apple-touch-icon"[^>]*>', page)
    return re.sub(r"\s*([<>])\s*", r"\1", page.replace(touch[0], "") + touch[0] if touch else page)


def read(page: Path) -> str:
    """A page, a planner with its templates in it."""
    return templates.whole(page) if page.parent.name == "planner" else page.read_text("utf-8")


def rebrand(release: Path, folder: Path, output: Path) -> subprocess.CompletedProcess[str]:
    """Run the program with nothing but Python's own library."""
    command = [sys.executable, "-I", "-S", str(release / "rebrand.py"), str(folder), "--output", str(output)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=output.parent)


@pytest.fixture(scope="module")
def as_built(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in the clothes of the checkout's own brand."""
    place = tmp_path_factory.mktemp("same") / "site"
    done = rebrand(release, ROOT / "brands" / "fairsteps", place)
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture(scope="module")
def dressing(release: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site in clothes of its own, and what the program said."""
    made = tmp_path_factory.mktemp("dressed")
    for name, text in OURS.items():
        (made / "ours" / name).parent.mkdir(parents=True, exist_ok=True)
        (made / "ours" / name).write_text(text, "utf-8")
    done = rebrand(release, made / "ours", made / "site")
    assert done.returncode == 0, done.stderr
    return made / "site", done.stdout


@pytest.fixture(scope="module")
def dressed(dressing: tuple[Path, str]) -> Path:
    """The site alone."""
    return dressing[0]


def test_a_dressed_page_is_a_built_page(as_built: Path) -> None:
    """Every page, but for the names of folders that follow from content and the policy that follows from styles."""
    for page in sorted(SITE.rglob("*.html")):
        name = page.relative_to(SITE)
        built, made = (compared(read(site / name)) for site in (SITE, as_built))
        if "downloads" not in name.parts:  # the logo of a blank document takes a build
            assert made == built, name


def test_a_dressed_bundle_is_a_built_bundle(as_built: Path) -> None:
    """The planner has the same words, facts and letterhead."""
    for path in sorted(SITE.glob("planner/bundles/*/*.json")):
        (made,) = as_built.glob(f"planner/bundles/*/{path.name}")
        assert json.loads(made.read_bytes()) == json.loads(path.read_bytes()), path.name


def test_the_policy_fits(as_built: Path) -> None:
    """Each page allows the styles that came with the brand, and no others."""
    said = f'content="{policy.policy(as_built)}"'
    for page in policy.pages(as_built):
        assert said in page.read_text("utf-8"), page


def test_the_list_fits(as_built: Path) -> None:
    """`verify` finds nothing missing, changed or added."""
    assert verify.main([str(as_built)]) == 0


def test_what_hosts_need_lies_beside(as_built: Path) -> None:
    """The same files as beside a built site."""
    built = {path.name for path in hosts.folder(SITE).iterdir()}
    assert {path.name for path in hosts.folder(as_built).iterdir()} == built


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


def test_words_are_replaced(dressed: Path) -> None:
    """In the pages, in the planner's form, its templates and settings, in the language they were given for alone."""
    page = templates.whole(dressed / "en/planner/index.html")

    assert ">Toolbox</a>" in page
    assert "All you type stays with you." in page
    assert 'href="#who">Onwards</a>' in page
    assert '"continue": "Onwards"' in page
    assert '<label for="filter-signs">Which sign</label>' in page
    assert "Toolbox" not in (dressed / "da/planner/index.html").read_text("utf-8")


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


def test_what_takes_a_build_is_said(dressing: tuple[Path, str]) -> None:
    """Nobody waits for a page that does not come."""
    assert "note: docs/ takes the source" in dressing[1]


def test_a_mistake_leaves_nothing(release: Path, folder: Folder, tmp_path: Path) -> None:
    """It is told as the check tells it, and no site is made."""
    (tmp_path / "out").mkdir()
    done = rebrand(release, folder({"brand.yaml": "nmae: Ours\n"}), tmp_path / "out" / "site")

    assert done.returncode == 1
    assert "brand.yaml:1: `nmae` is not a key of a brand. Did you mean `name`?" in done.stderr
    assert list((tmp_path / "out").iterdir()) == []


def test_fewer_languages_take_the_source(release: Path, folder: Folder, tmp_path: Path) -> None:
    """The zip makes a copy in all of them, and makes none rather than one with texts missing."""
    (tmp_path / "out").mkdir()
    ours = folder({"brand.yaml": "languages: [da, en]\nname: {da: Vores, en: Ours}\n"})
    done = rebrand(release, ours, tmp_path / "out" / "site")

    assert done.returncode == 1
    assert "brand.yaml:1: the zip makes a copy in `en`, `da`, `nl` and `sv`, not in fewer. Take the line" in done.stderr
    assert "brand.yaml:2: `name` is missing in `nl` and `sv`" in done.stderr
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_is_not_there(release: Path, tmp_path: Path) -> None:
    """The zip names its own folder and no command it does not have."""
    done = rebrand(release, release / "our-brnd", tmp_path / "site")

    assert done.returncode == 1
    assert "Did you mean" in done.stderr
    assert "our-brand?" in done.stderr
    assert "noxfile" not in done.stderr


def test_a_folder_with_spaces(release: Path, tmp_path: Path) -> None:
    """Without quotes its name falls apart; the line to type is said."""
    command = [sys.executable, "-I", "-S", str(release / "rebrand.py"), "Our", "Brand", "Æ"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)

    assert done.returncode == 2
    assert done.stderr.endswith('python3 rebrand.py "Our Brand Æ"\n')


def test_a_slip_is_told_as_in_the_source(release: Path, folder: Folder, tmp_path: Path) -> None:
    """The zip reads with Python alone, and gives up elsewhere; line and sentence are the same."""
    ours = folder({"brand.yaml": "name: Ours\ncolours: {accent: #1f4e79, ink: #1b1f24}\n\nkinds: [x]\n"})
    (tmp_path / "out").mkdir()
    done = rebrand(release, ours, tmp_path / "out" / "site")

    assert done.stderr.splitlines() == check.faults(ours)


def test_the_starter_of_the_zip(release: Path, tmp_path: Path) -> None:
    """The folder in the zip can be used as it is; it says how."""
    (tmp_path / "out").mkdir()
    done = rebrand(release, release / "our-brand", tmp_path / "out" / "site")

    assert done.returncode == 0, done.stderr
    assert "our-brand" in (release / "README.txt").read_text("utf-8")
