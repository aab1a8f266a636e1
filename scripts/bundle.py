"""Takes the facts and the words of the planner (YAML); gives one checked JSON bundle per language.

Run by the build and by the wheel. `python scripts/bundle.py [--brand DIR] [LANGUAGE …]`
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from babel import Locale

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planner import __version__
from scripts.check_facts import check_facts, check_words
from scripts.check_parts import check_parts
from scripts.yamlfile import ROOT, BuildError, at, load

PLANNER = ROOT / "planner"
DATA, LOCALES, BUNDLES = PLANNER / "data", PLANNER / "locales", PLANNER / "bundles"
STAGING_LANGUAGE = "en"
DOCUMENT_FILES = ("documents", "terms", "reasons", "support", "areas", "first_hours", "ladder", "reviews", "letters")
"""The words documents are made of, with topics and measures: all that a language of documents alone needs."""
PAGE_FILES = ("form", "remarks", "proposals", "errors", "kinds", "rules")
"""The words only the page and the terminal say."""
FILES = (*DOCUMENT_FILES, *PAGE_FILES)
"""The words a bundle holds."""
FOR_PAGES_ALONE = ("legal",)
"""Facts the guide tells and the planner does not use."""
SITE_FILES = ("site", "definitions", "links", "legal")
"""The words of the guide, for the build alone."""
MEASURE_MUST_SAY = ("title", "how", "safeguard")
"""What a language of documents says of every measure. Where the rest is missing, the other language says it alone."""
OWN_LETTERS = {"da": "æøå", "sv": "åäö"}
"""Letters an alphabet puts after z."""
PLACEHOLDER = re.compile(r"\{(\w+)\}")
DATE_PART = re.compile("d+|M+|y+")
DATE_PARTS = {"d": "{d}", "dd": "{d}", "MMMM": "{month}", "M": "{m}", "y": "{y}"}
"""CLDR's letters for day, month and year."""


def main() -> None:
    """Write the bundles, or say what is wrong and leave the old ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--brand", type=Path, default=ROOT / "brands" / "fairsteps")
    parser.add_argument("languages", nargs="*", default=languages())
    options = parser.parse_args()
    try:
        bundles = make(options.languages, options.brand)
    except BuildError as error:
        sys.exit(str(error))
    BUNDLES.mkdir(exist_ok=True)
    for language, bundle in bundles.items():
        text = json.dumps(bundle, ensure_ascii=False, separators=(",", ":"), default=_plain)
        (BUNDLES / f"{language}.json").write_text(text, encoding="utf-8")
    print(f"bundles: {', '.join(bundles)}")


def languages() -> list[str]:
    """Give the languages there are words for, the staging language first."""
    found = sorted(folder.name for folder in LOCALES.iterdir() if (folder / "language.yaml").exists())
    return sorted(found, key=lambda language: language != STAGING_LANGUAGE)


def site_languages() -> list[str]:
    """Give the languages the site speaks; the others serve documents alone."""
    return [language for language in languages() if (LOCALES / language / "site.yaml").exists()]


def make(wanted: list[str], brand: Path) -> dict[str, dict[str, Any]]:
    """Give the bundle of each language; raise BuildError with every problem found."""
    facts = read_facts()
    words = {language: read_words(language) for language in dict.fromkeys([STAGING_LANGUAGE, *wanted])}
    problems = [*check_facts(facts), *check_words(facts, words[STAGING_LANGUAGE])]
    problems += check_parts(facts, words[STAGING_LANGUAGE])
    for language in wanted:
        english = {name: words[STAGING_LANGUAGE][name] for name in words[language]}
        problems += compare(english, words[language], language)
    if problems:
        raise BuildError("\n".join(problems))
    regions = {language: load(LOCALES / language / "language.yaml")["region"] for language in languages()}
    return {
        language: {
            "bundle": 1,
            "version": __version__,
            "language": language,
            "about": load(LOCALES / language / "language.yaml"),
            "regions": regions,
            "words": {**words[STAGING_LANGUAGE], **words[language]},
            "calendar": calendar(language),
            "facts": facts,
            "brand": read_brand(brand),
        }
        for language in wanted
    }


def read_facts() -> dict[str, Any]:
    """Give the facts: each file of `data/` under its name, the topics in their order, and all measures by id."""
    facts = {path.stem: load(path) for path in sorted(DATA.glob("*.yaml")) if path.stem not in FOR_PAGES_ALONE}
    topics = [{"id": path.stem, **load(path)} for path in (DATA / "topics").glob("*.yaml")]
    measures: dict[str, Any] = {}
    for path in sorted((DATA / "measures").glob("*.yaml")):
        for place, measure in enumerate(load(path)["measures"]):
            if measure["id"] in measures:
                where = at(path, ["measures", place])
                raise BuildError(f"{where}: the id `{measure['id']}` is taken. Choose another; ids are never reused.")
            measures[measure["id"]] = {**measure, "file": path.stem, "subject": measure.get("area", path.stem)}
    return {**facts, "topics": sorted(topics, key=lambda topic: topic["place"]), "measures": measures}


def read_words(language: str) -> dict[str, Any]:
    """Give the words of a language as the bundle holds them."""
    home = LOCALES / language
    names = FILES if (home / "site.yaml").exists() else DOCUMENT_FILES
    words = {name: _without_mark(load(home / f"{name}.yaml")) for name in names}
    words["topics"] = {path.stem: _without_mark(load(path)) for path in sorted((home / "topics").glob("*.yaml"))}
    words["measures"] = {}
    for path in sorted((home / "measures").glob("*.yaml")):
        words["measures"].update(_without_mark(load(path)))
    return words


def _without_mark(words: dict[str, Any]) -> dict[str, Any]:
    """Drop the mark of the English text a translation follows; `nox -s stamp` writes it, a test reads it."""
    return {key: value for key, value in words.items() if key != "follows"}


def compare(english: Any, other: Any, language: str, keys: tuple[str, ...] = ()) -> Iterator[str]:
    """Say where a translation lacks, adds or changes a key, a list's length or a placeholder of the English words."""
    if isinstance(english, Mapping) and isinstance(other, Mapping):
        for key in english.keys() - other.keys():
            if _may_lack(language, (*keys, key)):
                continue
            yield f"{_place(language, (*keys, key))}: `{_name(keys, key)}` is missing. Translate it from English."
        for key in other.keys() - english.keys():
            yield f"{_place(language, (*keys, key))}: English has no `{_name(keys, key)}`. Remove or rename it."
        for key in english.keys() & other.keys():
            yield from compare(english[key], other[key], language, (*keys, key))
    elif type(english) is not type(other):
        wanted = type(english).__name__
        yield f"{_place(language, keys)}: `{_name(keys)}` must be a {wanted}, as in English. Does it lack quotes?"
    elif isinstance(english, list) and len(english) != len(other):
        counts = f"has {len(other)} entries, English {len(english)}"
        yield f"{_place(language, keys)}: `{_name(keys)}` {counts}. Make them equal."
    elif isinstance(english, str) and set(PLACEHOLDER.findall(english)) != set(PLACEHOLDER.findall(other)):
        wanted = ", ".join(sorted(set(PLACEHOLDER.findall(english)))) or "none"
        yield f"{_place(language, keys)}: `{_name(keys)}` must hold the same placeholders as English: {wanted}."


def _may_lack(language: str, keys: tuple[str, ...]) -> bool:
    """Tell whether a language may leave a text out: one of documents alone need not say all of a measure."""
    within_a_measure = keys[0] == "measures" and len(keys) == 3
    return within_a_measure and keys[2] not in MEASURE_MUST_SAY and language not in site_languages()


def _name(keys: tuple[str, ...], *last: object) -> str:
    return ".".join(str(key) for key in (*keys, *last))


def _place(language: str, keys: tuple[str, ...]) -> str:
    if keys[0] == "topics" and len(keys) > 1:
        return at(LOCALES / language / "topics" / f"{keys[1]}.yaml", keys[2:])
    if keys[0] != "measures":
        return at(LOCALES / language / f"{keys[0]}.yaml", keys[1:])
    for path in sorted((LOCALES / STAGING_LANGUAGE / "measures").glob("*.yaml")):
        if len(keys) > 1 and keys[1] in load(path):
            return at(LOCALES / language / "measures" / path.name, keys[1:])
    return f"planner/locales/{language}/measures:1"


def calendar(language: str) -> dict[str, Any]:
    """Give months, weekdays, date pattern, decimal sign and country names, from CLDR by Babel."""
    locale = Locale.parse(load(LOCALES / language / "language.yaml")["region"], sep="-")
    pattern = DATE_PART.sub(lambda part: DATE_PARTS[part[0]], locale.date_formats["long"].pattern)
    countries = {code: name for code, name in locale.territories.items() if re.fullmatch("[A-Z]{2}", code)}
    for no_country in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"):
        countries.pop(no_country, None)
    return {
        "months": [locale.months["format"]["wide"][month] for month in range(1, 13)],
        "weekdays": [locale.days["format"]["wide"][day] for day in range(7)],
        "date": pattern,
        "decimal": locale.number_symbols["latn"]["decimal"],
        "countries": dict(sorted(countries.items(), key=lambda country: alphabetical(country[1], language))),
    }


def alphabetical(name: str, language: str) -> str:
    """Give a key that sorts names as the language does: its own letters after z, all accents aside."""
    own = OWN_LETTERS.get(language, "")
    plain = "".join(one if one in own else unicodedata.normalize("NFKD", one)[0] for one in name.lower())
    return "".join(chr(ord("z") + 1 + own.index(one)) if one in own else one for one in plain)


def read_brand(folder: Path) -> dict[str, Any]:
    """Give what documents know of the brand."""
    brand = load(folder / "brand.yaml")
    logo = folder / "logo.png"
    encoded = base64.b64encode(logo.read_bytes()).decode() if logo.exists() else None
    if encoded is None:
        print(f"warning: {logo} is missing. Documents show the name instead of a logo; add one.", file=sys.stderr)
    names = ("name", "organisation", "accent", "accent_dark", "ink", "address", "feedback")
    return {**{name: brand.get(name) for name in names}, "logo_png": encoded}


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


if __name__ == "__main__":
    main()
