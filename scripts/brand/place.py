"""Takes the folder somebody named; gives what is wrong with it as a folder, before any of its files is read."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path

from scripts import commands
from scripts.brand import pictures
from scripts.brand.faults import Faults
from scripts.folder import files, stray
from scripts.yamlfile import ROOT

PARTS = (
    "brand.yaml", "tokens.css", "logo.png", pictures.DARK_LOGO, "docs", "words", "measures", "topics", "fonts",
    *pictures.SIGNS, *pictures.SQUARES,
)  # fmt: skip
"""What a folder may hold."""
NOBODYS = (".", "README", "LICENSE")
MEANT = re.compile(r"brands?(\.(yaml|yml|txt|rtf|docx?|odt|pages))*", re.IGNORECASE)
OFFICE = (".rtf", ".doc", ".docx", ".odt", ".pages")


def faults(folder: Path) -> Faults:
    """Whether the folder is one, holds nothing unknown, and leads nowhere else."""
    found = Faults()
    if folder.is_file():
        found.place(folder, "this is a file", f"Name its folder: {commands.named(folder.parent)}")
    elif not folder.is_dir():
        found.place(folder, "there is no such folder", _meant(folder))
    elif not (folder / "brand.yaml").is_file():
        found.line(folder / "brand.yaml", 1, *_missing(folder))
    if found:
        return found
    for path in sorted(folder.rglob("*")):
        if not stray(path) and not path.resolve().is_relative_to(folder.resolve()):
            found.line(path, 1, "this leads out of the folder", "Put the file itself here")
    for path in sorted(folder.iterdir()):
        if not path.name.startswith(NOBODYS) and path.name not in PARTS and not stray(path):
            found.line(path, 1, f"a brand has no part called {path.name}", f"Its parts are {', '.join(PARTS)}")
    return found


def _missing(folder: Path) -> tuple[str, str]:
    """What there is instead of brand.yaml, and what to do."""
    for path in files(folder, "*"):
        if MEANT.fullmatch(path.name) and path.suffix.lower() in OFFICE:
            return f"there is {path.name} instead", "Save it as plain text with the name brand.yaml"
        if MEANT.fullmatch(path.name):
            hidden = "; your system may not show the end of a name" if path.suffix.lower() == ".txt" else ""
            return f"there is {path.name} instead", f"Rename it to brand.yaml{hidden}"
    return "this file is missing", _meant(folder)


def _meant(folder: Path) -> str:
    """The folder of a brand that this may have been meant to be."""
    home = ROOT.parent if commands.ZIP else ROOT
    places = (folder, folder.parent, home, home / "brands")
    known = {path.parent.name: path.parent for place in places for path in sorted(place.glob("*/brand.yaml"))}
    inside = [path.parent for path in sorted(folder.glob("*/brand.yaml"))]
    near = [known[name] for name in get_close_matches(folder.name, known, n=1)] or (inside if len(inside) == 1 else [])
    return f"Did you mean {commands.named(near[0])}?" if near else commands.new()
