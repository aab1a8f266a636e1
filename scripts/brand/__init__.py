"""Takes the folder of a brand; gives who publishes a copy of the site, what it shows, and how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from scripts.brand import pictures
from scripts.brand.colours import faint
from scripts.brand.faults import Faults, listed
from scripts.brand.keys import FACES, KEYS, NAMED, Copy, Said, Wrong, kinds, sections, topics
from scripts.folder import files
from scripts.languages import site_languages
from scripts.work import DEFAULT
from scripts.yamlfile import ROOT, BuildError, load, written

EMPTY = "Say something, in quotes if it begins with #, or take the line out"
FEWER = "Take the line out and give every text in all of them, or one text for all; fewer languages take the source"


@dataclass(frozen=True)
class Brand:
    """Who publishes this copy. What is said in words is said once per language of the copy."""

    folder: Path
    languages: tuple[str, ...]
    """The first is the one for readers who speak none of them."""
    name: Said
    short_name: Said
    organisation: Said | None
    address: str | None
    """A folder: it ends in a slash."""
    contact: Said | None
    feedback: Said | None
    imprint: Said | None
    privacy: Said | None
    notice: Said | None
    colours: dict[str, str]
    typeface: dict[str, str]
    """Files of the folder by face."""
    typeface_named: dict[str, str]
    """Its `name` and its `licence`."""
    routes: tuple[str, ...]
    topics: tuple[str, ...]
    kinds: tuple[str, ...]
    pages: dict[str, tuple[str, ...]]
    """`without`, those left out, such as `about/new`."""
    documents: dict[str, Any]
    """`footer` and `clauses`, lines by language of the document; `file`, how the names of files begin."""

    @property
    def id(self) -> str:
        """What the folder is called; the build keeps each brand's parts under it."""
        return self.folder.name

    @property
    def main(self) -> str:
        """The language of those who speak none of the others."""
        return self.languages[0]

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The parts of the site in the order of its navigation."""
        routes = list(self.routes)
        if "planner" not in routes:
            routes.insert(routes.index("tools") if "tools" in routes else len(routes), "planner")
        return ("home", *routes, "about")

    def says(self, said: dict[str, Any] | None, language: str) -> Any:
        """What is said in a language; documents are made in more languages than the copy offers."""
        return None if said is None else said.get(language, said[self.main])

    def file(self, name: str) -> Path | None:
        """A file of the folder, if it is there."""
        return path if (path := self.folder / name).is_file() else None

    def docs(self, language: str) -> dict[str, Path]:
        """The pages and pictures it brings, by their path in the guide."""
        home = self.folder / "docs" / language
        return {path.relative_to(home).as_posix(): path for path in files(home)}

    def words(self, language: str) -> dict[str, Any]:
        """The words it brings, by the file of ours they stand in."""
        return load(path) or {} if (path := self.folder / "words" / f"{language}.yaml").is_file() else {}

    def in_documents(self, key: str, language: str) -> list[str]:
        """The lines documents in a language have; none in a language nothing is said in."""
        return list(self.documents.get(key, {}).get(language, []))

    def logo(self) -> str:
        """Its sign as SVG; without one that of its documents, else of the tab, else the first letter of its name."""
        return self._drawn("logo.svg") or self._drawn("logo.png") or self._drawn("favicon.svg") or self._letter()

    def favicon(self) -> str:
        """Its sign as small as a tab shows it: one that is far from square cannot be read there."""
        logo = self._drawn("logo.svg") or self._drawn("logo.png")
        near = logo and pictures.SQUARE[0] <= pictures.ratio(logo) <= pictures.SQUARE[1]
        return self._drawn("favicon.svg") or (logo if near else self._letter())

    def logo_width(self, height: int) -> int:
        """How wide a page shows the logo, so that nothing moves when it comes."""
        return round(height * min(pictures.ratio(self.logo()), pictures.WIDEST))

    def _letter(self) -> str:
        return pictures.letter(self.name[self.main], self.colours["accent"])

    def _drawn(self, name: str) -> str:
        path = self.file(name)
        if path is None:
            return ""
        return pictures.framed(path.read_bytes()) if path.suffix == ".png" else written(path)

    def sheet(self) -> str:
        """Its style: colours and typeface of brand.yaml, then its own tokens.css."""
        own = self.file("tokens.css")
        colours = self.colours
        return (
            f":root{{--fs-accent:{colours['accent']};--fs-ink:{colours['ink']};--fs-accent-on-light:{colours['accent']}}}\n"
            f"[data-md-color-scheme=slate]{{--fs-accent:{colours['accent_dark']}}}\n"
            + "".join(self._faces())
            + self.dark_logo("")
            + (written(own) if own else "")
        )

    def dark_logo(self, folder: str) -> str:
        """On the dark ground its other logo, if it has one: the style sheet finds it in this folder."""
        sign = f'{{content:url("{folder}{pictures.DARK_LOGO}")}}'
        return (
            f'@media screen{{[data-md-color-scheme=slate] img[src$="/brand/logo.svg"]{sign}}}\n'
            if self.file(pictures.DARK_LOGO)
            else ""
        )

    def _faces(self) -> list[str]:
        """Each file for the weights and the slope the others do not hold; what its letters lack, the system gives."""
        if not self.typeface:
            return []
        weights = {"regular": "200 599", "bold": "600 900"} if "bold" in self.typeface else {"regular": "200 900"}
        made = [
            f'@font-face{{font-family:"Own";font-weight:{weights.get(face, "200 900")};font-display:swap;'
            f"{'font-style:italic;' if face == 'italic' else ''}"
            f'src:url("{Path(self.typeface[face]).name}") format("woff2")}}\n'
            for face in FACES
            if face in self.typeface
        ]
        return [*made, ':root{--fs-font:"Own","Segoe UI",Roboto,Arial,sans-serif}\n']


def read(folder: Path) -> Brand:
    """The brand in a folder; raises BuildError with every fault of its brand.yaml."""
    brand, faults = examine(folder)
    if brand is None or faults:
        raise BuildError("\n".join(faults))
    return brand


def examine(folder: Path, *, finished: bool = False) -> tuple[Brand | None, Faults]:
    """The brand as far as it can be read, and what is wrong with its brand.yaml; for a `finished` site, if that is all.

    Whoever misnames the languages is told that alone: what is said in them cannot be judged.
    """
    folder = folder if folder.is_absolute() else ROOT / folder
    path, faults = folder / "brand.yaml", Faults()
    try:
        said = load(path) or {}
    except BuildError as error:
        return None, Faults([str(error)])
    if not isinstance(said, dict):
        faults.line(path, 1, "this is not a list of keys", "Begin with a line such as name: Our guide")
        return None, faults
    for key, value in said.items():
        if key not in KEYS:
            faults.unknown(path, (str(key),), KEYS, f"`{key}` is not a key of a brand")
        elif value is None:
            faults.key(path, (key,), f"nothing stands behind `{key}:`", EMPTY)
    copy = Copy(tuple(site_languages()), folder, finished)
    found: dict[str, Any] = {}
    for key, about in KEYS.items():
        found[key] = about.default
        if said.get(key) is not None:
            try:
                found[key] = about.reads(said[key], copy)
            except Wrong as wrong:
                all_of_them = finished and key == "languages"
                remedy = FEWER if all_of_them else wrong.remedy
                faults.key(path, (key, *wrong.keys), f"`{key}` {wrong.what}", remedy)
                copy = copy._replace(sure=copy.sure and (all_of_them or key != "languages"))
        if key == "languages" and found[key] and finished and set(found[key]) != {*copy.languages}:
            faults.key(path, (key,), f"the zip makes a copy in {listed(copy.languages)}, not in fewer", FEWER)
        elif key == "languages":
            copy = copy._replace(languages=found[key] or copy.languages)
    if not copy.sure:
        return None, faults
    colours = KEYS["colours"].default | found["colours"]
    for name, what, remedy in faint(colours):
        faults.key(path, ("colours", name), what, remedy)
    named = found["name"] or dict.fromkeys(copy.languages, folder.name.replace("-", " ").capitalize())
    if found["typeface"] and "regular" not in found["typeface"]:
        faults.key(path, ("typeface",), "`typeface` has no regular", "Name the file for plain text as regular")
    return Brand(
        **found
        | {
            "folder": folder,
            "languages": copy.languages,
            "name": named,
            "short_name": found["short_name"] or named,
            "colours": colours,
            "typeface": {face: path for face, path in found["typeface"].items() if face in FACES},
            "typeface_named": {key: text for key, text in found["typeface"].items() if key in NAMED},
            "routes": found["routes"] or tuple(sections(copy)),
            "topics": found["topics"] or tuple(topics(copy)),
            "kinds": found["kinds"] or kinds(copy),
        }
    ), faults


__all__ = ["DEFAULT", "Brand", "examine", "read"]
