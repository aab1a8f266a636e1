"""Takes a language and a brand; gives the words of the site (site.yaml), complete and with the brand's own on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scripts.bundle import LOCALES, STAGING_LANGUAGE, compare
from scripts.staging import BuildError, fault
from scripts.yamlfile import load

if TYPE_CHECKING:
    from pathlib import Path

    from scripts.staging.brand import Brand


def site_words(language: str, brand: Brand) -> dict[str, Any]:
    """Every word of the site in one language; a missing or unknown one is an error with its line."""
    english = load(LOCALES / STAGING_LANGUAGE / "site.yaml")
    words = load(LOCALES / language / "site.yaml")
    words.pop("follows", None)
    problems = list(compare({"site": english}, {"site": words}, language))
    if problems:
        raise BuildError("\n".join(problems))
    own = brand.folder / "locales" / language / "site.yaml"
    return _laid_over(words, load(own), own, ()) if own.exists() else words


def _laid_over(below: dict[str, Any], above: dict[str, Any], path: Path, keys: tuple[str, ...]) -> dict[str, Any]:
    """A brand's words over ours: any of them may be replaced; only the navigation may grow."""
    result = dict(below)
    for key, value in above.items():
        if key not in below and keys != ("nav",):
            raise fault(
                path,
                f"the site has no word `{'.'.join((*keys, key))}`",
                "Remove the line or correct its name",
                *keys,
                key,
            )
        old = below.get(key)
        result[key] = _laid_over(old, value, path, (*keys, key)) if isinstance(old, dict) else value
    return result
