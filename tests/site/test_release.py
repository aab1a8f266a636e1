"""The release zip: Python alone dresses the finished site in a folder, as if it had been built so."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from scripts import verify
from scripts.brand import check
from scripts.finishing import hosts, policy, templates
from scripts.yamlfile import ROOT
from tests.conftest import Folder
from tests.site.conftest import rebrand

SITE = ROOT / "site"
HASHED = re.compile(r"\b[0-9a-f]{16}\b")
POLICY = re.compile(r'content="default-src[^"]*"')


def compared(page: str) -> str:
    """A page without what follows from its content, and without the blanks between its tags."""
    page = POLICY.sub("", HASHED.sub("", page))
    touch = re.search(r'<link rel="apple-touch-icon"[^>]*>', page)
    return re.sub(r"\s*([<>])\s*", r"\1", page.replace(touch[0], "") + touch[0] if touch else page)


def read(page: Path) -> str:
    """A page, a planner with its templates in it."""
    return templates.whole(page) if page.parent.name == "planner" else page.read_text("utf-8")


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
