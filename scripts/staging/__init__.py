"""What staging and finishing share: where things lie, the languages of documents, a fault with its remedy."""

from __future__ import annotations

from pathlib import Path

from scripts.languages import languages
from scripts.yamlfile import ROOT, BuildError, at

DOCUMENT_LANGUAGES = tuple(languages())
"""Those a document can be written in; a copy of the site speaks some of them."""
# Every format but the calendar: an empty one has no entry, and RFC 5545 (3.6) asks for one at least.
BLANKS = ("docx", "xlsx", "html", "csv", "json")


def fault(path: Path, wrong: str, remedy: str, *keys: str | int) -> BuildError:
    """What is wrong at the line of a key of a YAML file, and what to do about it."""
    return BuildError(f"{at(path, keys)}: {wrong}. {remedy}.")


__all__ = ["BLANKS", "DOCUMENT_LANGUAGES", "ROOT", "BuildError", "fault"]
