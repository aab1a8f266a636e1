"""Takes the folder of a brand; gives every mistake in it, each with file, line and remedy, and what is worth a note.

`python scripts/brand/check.py FOLDER [FOLDER …]`, and the build before it begins.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from scripts import brand as brands
from scripts import commands
from scripts.brand import additions, hints, links, overrides, pages, pictures, place
from scripts.brand.faults import Faults
from scripts.bundle import FILES, read_facts, read_words
from scripts.folder import files
from scripts.languages import LOCALES
from scripts.yamlfile import ROOT, BuildError, load, written

NO_STYLE = re.compile(r"""/\*.*?\*/|"[^"\n]*"|'[^'\n]*'""", re.DOTALL)
OURS = re.compile("fairsteps|example-")


def main(folders: list[str]) -> int:
    """Say what is wrong with each; 0 if nothing is."""
    if not folders:
        yours = [path.parent for path in (ROOT / "brands").glob("*/brand.yaml") if not OURS.match(path.parent.name)]
        some = yours[0] if len(yours) == 1 else "brands/our-association"
        print(f"Say which folder to look at: {commands.check(some)}", file=sys.stderr)
        return 2
    found = [fault for folder in folders for fault in faults(Path(folder).resolve())]
    for fault in found:
        print(fault, file=sys.stderr)
    for note in () if found else (note for folder in folders for note in notes(Path(folder).resolve())):
        print(note)
    print(f"{len(found)} to mend." if found else "Nothing is wrong.")
    return 1 if found else 0


def faults(folder: Path, *, finished: bool = False) -> Faults:
    """Every mistake of a folder, the file by file ones only if its brand.yaml can be read at all."""
    found = place.faults(folder)
    if found:
        return found
    brand, found = brands.examine(folder, finished=finished)
    if brand is None:
        return found
    unseen = () if finished else (pages.faults, links.faults, _added)  # a finished site shows none of these
    for look in (pictures.faults, _style, *unseen, _words):
        try:
            found += look(brand)
        except BuildError as error:
            found.append(str(error))
    return Faults(dict.fromkeys(found))


def notes(folder: Path) -> list[str]:
    """What may be meant so, of a folder without mistakes."""
    brand = brands.read(folder)
    seen = () if commands.ZIP else links.hints(brand)
    return [f"note: {each}" for each in (*hints.hints(brand), *seen)]


def _added(brand: brands.Brand) -> Faults:
    """What it adds to the library."""
    adds = any((brand.folder / name).is_dir() for name in ("measures", "topics"))
    return additions.read(brand, read_facts()).faults if adds else Faults()


def _words(brand: brands.Brand) -> Faults:
    """The words it replaces, those of its own measures and topics too."""
    found, spoken = Faults(), []
    for language in brand.languages:
        try:
            spoken += [language] if brand.words(language) else []
        except BuildError as error:
            found.append(str(error))
    added = additions.read(brand, read_facts()) if spoken else None
    for language in spoken:
        words = read_words(language)
        if added:
            added.say(words, language)
        found += overrides.unknown(brand, language, FILES)
        found += overrides.laid_over(words, brand, language, FILES)[1]
        site = {overrides.SITE: load(LOCALES / language / "site.yaml")}
        found += overrides.laid_over(site, brand, language, (overrides.SITE,))[1]
    for path in files(brand.folder / "words", "*.*"):
        if not path.name.startswith(place.NOBODYS) and (path.stem not in brand.languages or path.suffix != ".yaml"):
            known = ", ".join(f"{each}.yaml" for each in brand.languages)
            found.line(path, 1, f"{path.name} holds no words of this copy", f"Its words are {known}")
    return found


def _style(brand: brands.Brand) -> Faults:
    """Its style sheet sets colours and sizes; it loads nothing, and ends what it begins: ours goes on behind it."""
    found, path = Faults(), brand.file("tokens.css")
    if path is None:
        return found
    style = written(path)
    for number, line in enumerate(style.splitlines(), 1):
        if pictures.ELSEWHERE.search(line):
            found.line(path, number, "the style sheet loads something", "Take it out; name a typeface in brand.yaml")
    if number := _alone(style):
        found.line(path, number, "a brace has no partner", "Give each { its }")
    return found


def _alone(style: str) -> int | None:
    """The line of a brace without its partner; those in comments and texts are none."""
    begun: list[int] = []
    for number, line in enumerate(NO_STYLE.sub(lambda found: "\n" * found[0].count("\n"), style).splitlines(), 1):
        for sign in re.findall("[{}]", line):
            if sign == "{":
                begun.append(number)
            elif not begun:
                return number
            else:
                begun.pop()
    return begun[-1] if begun else None


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
