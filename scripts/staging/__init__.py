"""What staging and finishing share: where things lie, the languages, and a fault that names file, line and remedy."""

from __future__ import annotations

from pathlib import Path

from scripts.bundle import languages
from scripts.yamlfile import ROOT, BuildError, at

LANGUAGES = tuple(languages())
KINDS = ("supplier-improvement",)
# A blank calendar has no dates and a blank data file nothing to open: these three are what people fill in by hand.
BLANKS = ("docx", "xlsx", "html")


def fault(path: Path, wrong: str, remedy: str, *keys: str | int) -> BuildError:
    """What is wrong at the line of a key of a YAML file, and what to do about it."""
    return BuildError(f"{at(path, keys)}: {wrong}. {remedy}.")


__all__ = ["BLANKS", "KINDS", "LANGUAGES", "ROOT", "BuildError", "fault"]
