"""Takes a brand without mistakes; gives what it may want to do better. A copy is built all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts import commands
from scripts.brand.faults import Faults
from scripts.brand.pictures import DARK_LOGO, SQUARES, WIDEST, ratio
from scripts.languages import languages
from scripts.yamlfile import written

if TYPE_CHECKING:
    from scripts.brand import Brand

ALIKE = 0.1
"""How far the shapes of two logos that stand in the same place may differ."""


def hints(brand: Brand) -> Faults:
    """Languages of documents that lack a line, pictures that are missing, a typeface that is not named."""
    found = Faults()
    _lines(brand, found)
    _pictures(brand, found)
    path = brand.folder / "brand.yaml"
    for key in ("name", "licence") if brand.typeface else ():
        if key not in brand.typeface_named:
            what = f"the page Licences cannot give the {key} of your typeface"
            found.key(path, ("typeface",), what, f"Add a key {key} to `typeface`")
    return found


def _lines(brand: Brand, found: Faults) -> None:
    path, every = brand.folder / "brand.yaml", languages()
    come = f"documents come in {len(every)} languages"
    for key in ("clauses", "footer"):
        lines = brand.documents.get(key)
        if not lines:
            continue
        lacking = [language for language in every if language not in lines]
        if lacking:
            what = f"{come}; those in {', '.join(lacking)} leave your {key} out"
            found.key(path, ("documents", key), what, "Add them in these languages if suppliers are to read them")
        elif key == "clauses" and all(said == lines[brand.main] for said in lines.values()):
            what = f"{come}; all of them print your {key} as they stand"
            found.key(path, ("documents", key), what, f"To print them in their language alone write {brand.main}: […]")


def _pictures(brand: Brand, found: Faults) -> None:
    draw = commands.icons(brand.folder)
    if not brand.file("logo.png"):
        remedy = f"Save the logo about 160 points high{draw}"
        found.line(brand.folder / "logo.png", 1, "documents have no logo without this file", remedy)
    if lacking := [name for name in SQUARES if not brand.file(name)]:
        what = f"phones that do not take SVG draw an icon of their own without {', '.join(lacking)}"
        found.line(brand.folder / lacking[0], 1, what, f"Save the sign in these sizes{draw}")
    if (logo := brand.file("logo.svg")) and (wide := ratio(brand.logo())) > WIDEST:
        what = f"this logo is {wide:.1f} times as wide as high, so that pages draw it small"
        found.line(logo, 1, what, f"Take one that is at most {WIDEST} times as wide as high")
    dark = brand.file(DARK_LOGO)
    if dark and abs(ratio(written(dark)) / ratio(brand.logo()) - 1) > ALIKE:
        found.line(dark, 1, "this logo has another shape than the one for the light ground", "Draw both alike")
