"""What staging and finishing share: where things lie, the languages, and a fault that names file, line and remedy."""

from __future__ import annotations

from pathlib import Path

from planner.vocabularies import VOCABULARIES
from scripts.bundle import languages, site_languages
from scripts.yamlfile import ROOT, BuildError, at

LANGUAGES = tuple(site_languages())
DOCUMENT_LANGUAGES = tuple(languages())
"""Those a document can be written in; the site speaks some of them."""
KINDS = VOCABULARIES["kinds"]
# Every format but the calendar: an empty one has no entry, and RFC 5545 (3.6) asks for one at least.
BLANKS = ("docx", "xlsx", "html", "csv", "json")


def fault(path: Path, wrong: str, remedy: str, *keys: str | int) -> BuildError:
    """What is wrong at the line of a key of a YAML file, and what to do about it."""
    return BuildError(f"{at(path, keys)}: {wrong}. {remedy}.")


__all__ = ["BLANKS", "DOCUMENT_LANGUAGES", "KINDS", "LANGUAGES", "ROOT", "BuildError", "fault"]
