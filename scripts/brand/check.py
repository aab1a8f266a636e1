"""Takes the folder of a brand; gives every mistake in it, each with file, line and remedy.

`python scripts/brand/check.py FOLDER [FOLDER …]`, and the build before it begins.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from scripts import brand as brands
from scripts.brand import additions, overrides, pages, pictures
from scripts.brand.faults import Faults
from scripts.bundle import FILES, read_facts, read_words
from scripts.languages import LOCALES
from scripts.yamlfile import BuildError, load

PARTS = (
    "brand.yaml", "tokens.css", "logo.png", "docs", "words", "measures", "topics", "fonts",
    *pictures.SIGNS, *pictures.SQUARES,
)  # fmt: skip
"""What a folder may hold."""
NOBODYS = (".", "README", "LICENSE")


def main(folders: list[str]) -> int:
    """Say what is wrong with each; 0 if nothing is."""
    found = [fault for folder in folders for fault in faults(Path(folder).resolve())]
    for fault in found:
        print(fault, file=sys.stderr)
    print(f"{len(found)} to mend." if found else "Nothing is wrong.")
    return 1 if found else 0


def faults(folder: Path) -> Faults:
    """Every mistake of a folder, the file by file ones only if its brand.yaml can be read at all."""
    found = whole(folder)
    if found:
        return found
    brand, found = brands.examine(folder)
    if brand is None:
        return found
    try:
        found += pictures.faults(brand)
        found += _style(brand)
        found += pages.faults(brand)
        adds = any((brand.folder / name).is_dir() for name in ("measures", "topics"))
        added = additions.read(brand, read_facts()) if adds else None
        found += added.faults if added else []
        for language in (each for each in brand.languages if brand.words(each)):
            words = read_words(language)
            if added:
                added.say(words, language)
            found += overrides.unknown(brand, language, FILES)
            found += overrides.laid_over(words, brand, language, FILES)[1]
            site = {overrides.SITE: load(LOCALES / language / "site.yaml")}
            found += overrides.laid_over(site, brand, language, (overrides.SITE,))[1]
    except BuildError as error:
        found.append(str(error))
    for path in sorted((folder / "words").glob("*.*")):
        if not path.name.startswith(NOBODYS) and (path.stem not in brand.languages or path.suffix != ".yaml"):
            known = ", ".join(f"{each}.yaml" for each in brand.languages)
            found.line(path, 1, f"{path.name} holds no words of this copy", f"Its words are {known}")
    return Faults(dict.fromkeys(found))


def whole(folder: Path) -> Faults:
    """Whether the folder is one, holds nothing unknown, and leads nowhere else."""
    found = Faults()
    if not (folder / "brand.yaml").is_file():
        found.line(folder / "brand.yaml", 1, "this file is missing", "Make a folder with: nox -s brand-new -- NAME")
        return found
    for path in sorted(folder.rglob("*")):
        if not path.resolve().is_relative_to(folder.resolve()):
            found.line(path, 1, "this leads out of the folder", "Put the file itself here")
    for path in sorted(folder.iterdir()):
        if not path.name.startswith(NOBODYS) and path.name not in PARTS:
            found.line(path, 1, f"a brand has no part called {path.name}", f"Its parts are {', '.join(PARTS)}")
    return found


def _style(brand: brands.Brand) -> Faults:
    """Its style sheet sets colours and sizes; it loads nothing."""
    found, path = Faults(), brand.file("tokens.css")
    for number, line in enumerate(path.read_text("utf-8").splitlines() if path else (), 1):
        if path and pictures.ELSEWHERE.search(line):
            found.line(path, number, "the style sheet loads something", "Take it out; name a typeface in brand.yaml")
    return found


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
