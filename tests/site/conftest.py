"""The release zip, unpacked, and two sites its program has dressed: what several modules look at."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts.release import pack
from scripts.yamlfile import ROOT

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
  root: {text: Buy fairly.}
  kept: {delete: Away with it}
  also: "Also called:"
form:
  buttons: {continue: Onwards}
  signs: {filter: Which sign}
kinds:
  own-policy: {file: promises}
""",
} | {f"docs/{each}/about/rules.md": PAGE for each in ("en", "da", "nl", "sv")}


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked."""
    made = tmp_path_factory.mktemp("release")
    assert pack.main(["--output", str(made)]) == 0
    (packed,) = made.glob("*.zip")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(made)
    (home,) = (path for path in made.iterdir() if path.is_dir())
    return home


def rebrand(release: Path, folder: Path, output: Path) -> subprocess.CompletedProcess[str]:
    """Run the program with nothing but Python's own library."""
    command = [sys.executable, "-I", "-S", str(release / "rebrand.py"), str(folder), "--output", str(output)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=output.parent)


@pytest.fixture(scope="session")
def as_built(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in the clothes of the checkout's own brand."""
    place = tmp_path_factory.mktemp("same") / "site"
    done = rebrand(release, ROOT / "brands" / "fairsteps", place)
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture(scope="session")
def dressing(release: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site in clothes of its own, and what the program said."""
    made = tmp_path_factory.mktemp("dressed")
    for name, text in OURS.items():
        (made / "ours" / name).parent.mkdir(parents=True, exist_ok=True)
        (made / "ours" / name).write_text(text, "utf-8")
    done = rebrand(release, made / "ours", made / "site")
    assert done.returncode == 0, done.stderr
    return made / "site", done.stdout


@pytest.fixture(scope="session")
def dressed(dressing: tuple[Path, str]) -> Path:
    """The site alone."""
    return dressing[0]
