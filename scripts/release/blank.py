"""Takes nothing; gives the brand of a site that nobody has dressed yet: a mark in every place where a brand shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from scripts.brand import pictures
from scripts.languages import site_languages

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = ("name", "short_name", "organisation", "contact", "imprint", "privacy", "notice")
COLOURS = {"accent": "#10203a", "accent_dark": "#d0e1f2", "ink": "#1a0b2c"}
"""Used by nothing else in the site."""


LEFT = re.compile(rf"Zq(?:{'|'.join(key.replace('_', '') for key in TEXTS)})(?:{'|'.join(site_languages())})?")
"""A mark in whose place nothing has come."""


def mark(key: str, language: str) -> str:
    """A word that nothing escapes and nobody writes."""
    return f"Zq{key.replace('_', '')}{language}"


def form(language: str) -> str:
    """The mark of an address."""
    return f"https://{mark('feedback', language).lower()}.invalid/"


def write(folder: Path) -> Path:
    """Make the folder of this brand."""
    languages = site_languages()
    said: dict[str, object] = {key: {each: mark(key, each) for each in languages} for key in TEXTS}
    said |= {"feedback": {each: form(each) for each in languages}, "colours": COLOURS}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "brand.yaml").write_text(yaml.safe_dump(said), "utf-8")
    for sign in pictures.SIGNS:
        (folder / sign).write_text(pictures.letter("Z", COLOURS["accent"]), "utf-8")
    return folder
