"""Takes the guide, a brand and what the build has made; gives each language its Markdown and its mkdocs.yml.

`python scripts/stage.py [--brand DIR] [--build DIR] [--site DIR] [LANGUAGE …]`
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

from scripts.bundle import calendar
from scripts.staging import LANGUAGES, ROOT, BuildError, config, fills, install, licences, pages
from scripts.staging import brand as brands
from scripts.staging.words import site_words
from scripts.yamlfile import shown

DOCS = ROOT / "docs"
MODEL = "en"
FACES = ("latin-wght-normal", "latin-wght-italic", "latin-ext-wght-normal")


def main() -> None:
    """Stage the languages asked for, or say what is wrong and leave the old tree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--brand", type=Path, default=ROOT / "brands" / "fairsteps")
    parser.add_argument("--build", type=Path, default=ROOT / "build", help="holds runtime.json; gets stage/")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="where MkDocs is to write")
    parser.add_argument("languages", nargs="*", default=list(LANGUAGES))
    options = parser.parse_args()
    try:
        brand = brands.read(options.brand)
        words = {language: site_words(language, brand) for language in dict.fromkeys([*LANGUAGES])}
        shared = config.shared_paths(ROOT / "build")
        parts = licences.parts(ROOT / "build" / "runtime" / Path(shared["runtime"]["path"]).name, shared["version"])
        for language in options.languages:
            stage(language, brand, words, options.build.resolve(), options.site.resolve(), shared, parts)
    except BuildError as error:
        sys.exit(str(error))
    print(f"staged: {', '.join(options.languages)}")


def stage(
    language: str,
    brand: brands.Brand,
    words: dict[str, Any],
    build: Path,
    site: Path,
    shared: dict[str, Any],
    parts: list[licences.Part],
) -> None:
    """Write build/stage/<language>/{docs,mkdocs.yml} anew."""
    home = build / "stage" / language
    target = home / "docs"
    shutil.rmtree(home, ignore_errors=True)
    months = calendar(language)
    day = partial(_day, months)
    fill = fills.fills(language, brand, words, parts, shared["names"], months["months"], day)
    for path, source in _sources(language, brand).items():
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix == ".md":
            place.write_text(pages.staged(source, path, fill, day), "utf-8")
        else:
            shutil.copyfile(source, place)
    _assets(target, brand, parts)
    install.write(target, language, brand, words[language])
    made = config.config(language, brand, words, home, site, shared)
    (home / "mkdocs.yml").write_text(yaml.safe_dump(made, allow_unicode=True, sort_keys=False), "utf-8")


def _sources(language: str, brand: brands.Brand) -> dict[str, Path]:
    """Every file of the guide in one language, the brand's own on top; the set must be that of English."""
    found: dict[str, dict[str, Path]] = {}
    for each in (MODEL, language):
        found[each] = {}
        for folder in (DOCS / each, brand.folder / "docs" / each):
            found[each] |= {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    for path in found[MODEL].keys() - found[language].keys():
        raise BuildError(f"docs/{language}/{path}:1: this page is missing. Translate {shown(found[MODEL][path])}.")
    for path in found[language].keys() - found[MODEL].keys():
        raise BuildError(
            f"{shown(found[language][path])}:1: English has no such page. Add docs/en/{path} or remove it."
        )
    return found[language]


def _day(calendar_: dict[str, Any], day: date) -> str:
    """A date as the language writes it."""
    return str(calendar_["date"].format(d=day.day, month=calendar_["months"][day.month - 1], y=day.year))


def _assets(target: Path, brand: brands.Brand, parts: list[licences.Part]) -> None:
    """Brand, typeface and licence texts beside the pages."""
    own, fonts, texts = target / "assets" / "brand", target / "assets" / "fonts", target / "about" / "licences"
    for folder in (own, fonts, texts):
        folder.mkdir(parents=True, exist_ok=True)
    for file in ("logo.svg", "favicon.svg"):
        shutil.copyfile(brand.folder / file, own / file)
    (own / "tokens.css").write_text(brand.sheet(), "utf-8")
    for face in FACES:
        name = f"source-sans-3-{face}.woff2"
        shutil.copyfile(licences.FONT / "files" / name, fonts / name)
    for part in parts:
        if part.text:
            shutil.copyfile(part.text, texts / f"{part.id}.txt")


if __name__ == "__main__":
    main()
