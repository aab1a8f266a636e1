"""Takes the facts and the words of the planner (YAML) and a brand; gives one checked JSON bundle per language.

Run by the build and by the wheel. `python scripts/bundle.py [--brand DIR] [LANGUAGE …]`
"""

from __future__ import annotations

import argparse
import base64
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planner import __version__
from scripts import brand as brands
from scripts.brand import additions, overrides
from scripts.brand.overrides import PLACEHOLDER
from scripts.check_facts import check_facts, check_words
from scripts.check_parts import check_parts
from scripts.languages import LOCALES, STAGING_LANGUAGE, calendar, languages, site_languages
from scripts.work import Work
from scripts.yamlfile import DATA, BuildError, at, load

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


def main() -> None:
    """Write the bundles, or say what is wrong and leave the old ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--brand", type=Path, default=brands.DEFAULT)
    parser.add_argument("languages", nargs="*", default=languages())
    options = parser.parse_args()
    try:
        brand = brands.read(options.brand)
        bundles = make(options.languages, brand)
    except BuildError as error:
        sys.exit(str(error))
    folder = Work(brand.folder).bundles
    folder.mkdir(parents=True, exist_ok=True)
    for language, bundle in bundles.items():
        text = json.dumps(bundle, ensure_ascii=False, separators=(",", ":"), default=_plain)
        (folder / f"{language}.json").write_text(text, encoding="utf-8")
    print(f"bundles: {', '.join(bundles)}")


def make(wanted: list[str], brand: brands.Brand) -> dict[str, dict[str, Any]]:
    """Give the bundle of each language; raise BuildError with every problem found."""
    facts = read_facts()
    words = {language: read_words(language) for language in dict.fromkeys([STAGING_LANGUAGE, *wanted])}
    problems = [*check_facts(facts), *check_words(facts, words[STAGING_LANGUAGE])]
    problems += check_parts(facts, words[STAGING_LANGUAGE])
    for language in wanted:
        english = {name: words[STAGING_LANGUAGE][name] for name in words[language]}
        problems += compare(english, words[language], language)
    added = additions.read(brand, facts)
    problems += added.faults
    for language in wanted:
        words[language] = {**words[STAGING_LANGUAGE], **words[language]}
        added.say(words[language], language)
        words[language], wrong = overrides.laid_over(words[language], brand, language, FILES)
        words[language] |= own_words(words[language], brand, language)
        problems += wrong
    if problems:
        raise BuildError("\n".join(problems))
    facts = added.facts
    regions = {language: load(LOCALES / language / "language.yaml")["region"] for language in languages()}
    return {
        language: {
            "bundle": 1,
            "version": __version__,
            "language": language,
            "about": load(LOCALES / language / "language.yaml"),
            "regions": regions,
            "words": words[language],
            "calendar": calendar(language),
            "facts": facts,
            "brand": letterhead(brand, language),
        }
        for language in wanted
    }


def own_words(words: dict[str, Any], brand: brands.Brand, language: str) -> dict[str, Any]:
    """Give the words a brand adds to: its clauses where it says them, and what its files are called."""
    letters, begins = words["form"]["letters"], file_name(brand)
    return {
        "documents": words["documents"] | {"clauses": brand.in_documents("clauses", language)},
        "kinds": {id: kind | {"file": begins(kind["file"])} for id, kind in words["kinds"].items()},
        "form": words["form"] | {"letters": letters | {"file": begins(letters["file"])}},
    }


def file_name(brand: brands.Brand) -> Callable[[str], str]:
    """Give what turns the name of a file into that of the brand's."""
    begins = brand.documents.get("file")
    return lambda name: f"{begins}-{name}" if begins else name


def letterhead(brand: brands.Brand, language: str) -> dict[str, Any]:
    """Give what documents know of the brand, in their language."""
    logo = brand.file("logo.png")
    return {
        "name": brand.says(brand.name, language),
        "organisation": brand.says(brand.organisation, language),
        "address": brand.address,
        **brand.colours,
        "footer": brand.in_documents("footer", language),
        "logo_png": base64.b64encode(logo.read_bytes()).decode() if logo else None,
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


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


if __name__ == "__main__":
    main()
