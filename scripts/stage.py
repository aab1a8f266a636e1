"""Takes the guide, a brand and what the build has made; gives each language its Markdown and its mkdocs.yml.

`python scripts/stage.py [--brand DIR] [LANGUAGE …]`
"""

from __future__ import annotations

import argparse
import shutil
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import brand as brands
from scripts.brand.pictures import DARK_LOGO
from scripts.languages import calendar
from scripts.staging import ROOT, BuildError, config, fills, install, licences, pages, tree
from scripts.staging.words import site_words
from scripts.work import Work

FACES = ("latin-wght-normal", "latin-wght-italic", "latin-ext-wght-normal")


def main() -> None:
    """Stage the languages asked for, or say what is wrong and leave the old tree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--brand", type=Path, default=brands.DEFAULT)
    parser.add_argument("languages", nargs="*", help="all of the copy, if none is named")
    options = parser.parse_args()
    try:
        brand = brands.read(options.brand)
        words = {language: site_words(language, brand) for language in brand.languages}
        shared = config.shared_paths(ROOT / "build", brand)
        runtime = ROOT / "build" / "runtime" / Path(shared["runtime"]["path"]).name
        parts = licences.parts(runtime, shared["version"], brand)
        for language in options.languages or brand.languages:
            stage(language, brand, words, shared, parts)
    except BuildError as error:
        sys.exit(str(error))
    print(f"staged: {', '.join(options.languages or brand.languages)}")


def stage(
    language: str, brand: brands.Brand, words: dict[str, Any], shared: dict[str, Any], parts: list[licences.Part]
) -> None:
    """Write the stage of a language, {docs,mkdocs.yml}, anew."""
    home = Work(brand.folder).stage / language
    target = home / "docs"
    shutil.rmtree(home, ignore_errors=True)
    months = calendar(language)
    day = partial(_day, months)
    fill = fills.fills(language, brand, words, parts, shared["names"], months["months"], day)
    sources = tree.sources(language, brand)
    shown = tree.shown(sources, brand)
    for path, source in sources.items():
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix == ".md":
            own = source.is_relative_to(brand.folder)
            place.write_text(pages.staged(source, path, fill, day, shown, own=own), "utf-8")
        else:
            shutil.copyfile(source, place)
    _assets(target, brand, parts)
    install.write(target, language, brand, words[language])
    nav = tree.nav(sources, brand, words[language]["nav"], language)
    made = config.config(language, brand, words, home, nav, shared)
    (home / "mkdocs.yml").write_text(yaml.safe_dump(made, allow_unicode=True, sort_keys=False), "utf-8")


def _day(calendar_: dict[str, Any], day: date) -> str:
    """A date as the language writes it."""
    return str(calendar_["date"].format(d=day.day, month=calendar_["months"][day.month - 1], y=day.year))


def _assets(target: Path, brand: brands.Brand, parts: list[licences.Part]) -> None:
    """Brand, typeface and licence texts beside the pages."""
    own, fonts, texts = target / "assets" / "brand", target / "assets" / "fonts", target / "about" / "licences"
    for folder in (own, fonts, texts):
        folder.mkdir(parents=True, exist_ok=True)
    if dark := brand.file(DARK_LOGO):
        shutil.copyfile(dark, own / DARK_LOGO)
    (own / "logo.svg").write_text(brand.logo(), "utf-8")
    (own / "favicon.svg").write_text(brand.favicon(), "utf-8")
    for name in brand.typeface.values():
        shutil.copyfile(brand.folder / name, own / Path(name).name)
    (own / "tokens.css").write_text(brand.sheet(), "utf-8")
    for face in () if brand.typeface else FACES:
        name = f"source-sans-3-{face}.woff2"
        shutil.copyfile(licences.FONT / "files" / name, fonts / name)
    for part in parts:
        if part.text:
            shutil.copyfile(part.text, texts / f"{part.id}.txt")


if __name__ == "__main__":
    main()
