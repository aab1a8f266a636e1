"""Takes the folders of words; gives the languages there are, and how each writes days, numbers and the alphabet."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from scripts.yamlfile import ROOT, load

LOCALES = ROOT / "planner" / "locales"
STAGING_LANGUAGE = "en"
OWN_LETTERS = {"da": "æøå", "sv": "åäö"}
"""Letters an alphabet puts after z."""
DATE_PART = re.compile("d+|M+|y+")
DATE_PARTS = {"d": "{d}", "dd": "{d}", "MMMM": "{month}", "M": "{m}", "y": "{y}"}
"""CLDR's letters for day, month and year."""


def languages() -> list[str]:
    """Give the languages there are words for, the staging language first."""
    found = sorted(folder.name for folder in LOCALES.iterdir() if (folder / "language.yaml").exists())
    return sorted(found, key=lambda language: language != STAGING_LANGUAGE)


def site_languages() -> list[str]:
    """Give the languages the site speaks; the others serve documents alone."""
    return [language for language in languages() if (LOCALES / language / "site.yaml").exists()]


def calendar(language: str) -> dict[str, Any]:
    """Give months, weekdays, date pattern, decimal sign and country names, from CLDR by Babel."""
    from babel import Locale

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
