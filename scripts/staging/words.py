"""Takes a language and a brand; gives the words of the site (site.yaml), complete and with the brand's own on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scripts.brand import overrides
from scripts.bundle import compare
from scripts.languages import LOCALES, STAGING_LANGUAGE
from scripts.staging import BuildError
from scripts.yamlfile import load

if TYPE_CHECKING:
    from scripts.brand import Brand


def site_words(language: str, brand: Brand) -> dict[str, Any]:
    """Every word of the site in one language; a missing or unknown one is an error with its line."""
    english = load(LOCALES / STAGING_LANGUAGE / "site.yaml")
    words = load(LOCALES / language / "site.yaml")
    words.pop("follows", None)
    problems = list(compare({"site": english}, {"site": words}, language))
    whole, wrong = overrides.laid_over({overrides.SITE: words}, brand, language, (overrides.SITE,))
    if problems := [*problems, *wrong]:
        raise BuildError("\n".join(problems))
    found: dict[str, Any] = whole[overrides.SITE]
    return found
