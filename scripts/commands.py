"""Takes what is to be done with a brand; gives the command for it that the reader has: of the source, or of the zip."""

from __future__ import annotations

import os
from pathlib import Path

from scripts.yamlfile import ROOT, shown

PYTHON = "py" if os.name == "nt" else "python3"
ZIP = ROOT.name == "lib" and (ROOT.parent / "rebrand.py").is_file()
"""Whether this runs in the unpacked zip, which holds a finished site and builds none."""


def nox(session: str, *options: str) -> str:
    """A command of the source."""
    return " ".join((f"{PYTHON} noxfile.py -s {session} --", *options))


def new() -> str:
    """How to come by a folder."""
    return "Take the folder our-brand of the zip" if ZIP else f"Make one with: {nox('brand-new', 'our-association')}"


def see(folder: Path | str, *, zipped: bool = ZIP) -> str:
    """How to see the copy."""
    return f"{PYTHON} rebrand.py {named(folder)}" if zipped else nox("serve", "--brand", named(folder))


def check(folder: Path | str, *, zipped: bool = ZIP) -> str:
    """How to see what is wrong; making a site of the zip checks first."""
    return see(folder, zipped=True) if zipped else nox("brand-check", named(folder))


def icons(folder: Path | str) -> str:
    """How to have icons and the logo of documents drawn; the zip cannot."""
    return "" if ZIP else f", or have all drawn: {nox('icons', named(folder))}"


def named(folder: Path | str) -> str:
    """A folder as it is typed."""
    name = shown(folder) if isinstance(folder, Path) else folder
    return f'"{name}"' if " " in name else name
