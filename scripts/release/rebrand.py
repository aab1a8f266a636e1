"""Takes the folder of a brand and the finished site beside this program; gives the site in the brand's clothes.

`python rebrand.py FOLDER [--output DIR]` needs Python 3.11 and nothing else: no network, nothing to install.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts import commands
from scripts.brand import Brand, check, read
from scripts.brand.keys import TAKES_THE_SOURCE
from scripts.finishing import hosts
from scripts.folder import files
from scripts.release.dress import dress, left
from scripts.release.seal import seal
from scripts.yamlfile import load, shown

UNDRESSED = "undressed"
"""The folder of the site in no clothes."""
FOLDERS = ("docs", "measures", "topics")
WRITTEN = (".md", ".yaml")


def main(home: Path, arguments: list[str]) -> int:
    """Dress the site, or say what is wrong and leave nothing half done."""
    parser = argparse.ArgumentParser(prog="rebrand.py", description=__doc__)
    parser.add_argument("folder", nargs="*", help="the folder with your brand.yaml")
    parser.add_argument("--output", type=Path, default=Path("site"), help="where the site is to lie; a new folder")
    options = parser.parse_args(arguments)
    if len(options.folder) != 1:
        name = " ".join(options.folder) or "our-brand"
        why = "The name of a folder with spaces stands in quotes" if options.folder else "Say which folder is yours"
        print(f"{why}: {commands.see(name, zipped=True)}", file=sys.stderr)
        return 2
    folder = Path(options.folder[0]).resolve()
    if found := check.faults(folder, finished=True):
        print("\n".join(found), file=sys.stderr)
        return 1
    if found := hosts.stranger(options.output):
        print(f"{found} is there already and is no copy. Name another folder with --output.", file=sys.stderr)
        return 2
    brand = read(folder)
    place = options.output.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=place.parent, prefix=f".{place.name}-") as beside:
        site = Path(shutil.copytree(home / UNDRESSED, Path(beside) / place.name))
        inside = dress(site, brand)
        if marks := list(left(site)):
            print(f"{marks[0]}: a place for a name was left empty. Please report this.", file=sys.stderr)
            return 1
        seal(site, brand.address)
        for made, target in ((site, place), (hosts.folder(site), hosts.folder(place))):
            if target.exists():
                target.rename(Path(beside) / f"old-{target.name}")
            made.rename(target)
    for note in check.notes(folder):
        print(note)
    for part in unused(brand):
        print(f"note: {part} takes the source; the page “Host your own copy” says how.")
    for word in inside:
        print(f"note: {word} stands inside other words of the pages and takes the source.")
    if brand.documents.keys() & {"footer", "clauses"} or brand.file("logo.png"):
        print("note: plans have your logo, footer and terms; in blank templates those take the source.")
    if brand.address:
        print("note: `address` stands in what your host reads. Links for search engines take the source.")
    print(f"{shown(place)} is ready. Lay it on your host as it is.")
    return 0


def unused(brand: Brand) -> list[str]:
    """What the folder holds that cannot be put into a finished site."""
    folders = [name for name in FOLDERS if any(path.suffix in WRITTEN for path in files(brand.folder / name))]
    return [*(f"`{key}`" for key in TAKES_THE_SOURCE if _said(brand, key)), *(f"{name}/" for name in folders)]


def _said(brand: Brand, key: str) -> bool:
    return key in (load(brand.folder / "brand.yaml") or {})
