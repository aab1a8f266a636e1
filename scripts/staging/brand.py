"""Takes the folder of a brand; gives what it says, checked, and its colours as a style sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scripts.staging import LANGUAGES, ROOT, BuildError, fault
from scripts.yamlfile import load

COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
# What only the publisher of a copy can say, as parts/<language>/<name>.md in the folder of the brand.
PARTS = ("contact", "host-notice")
GROUNDS = {"accent": "#ffffff", "accent_dark": "#121917", "ink": "#ffffff"}
KEYS = {"name", "organisation", "address", "feedback", "accent", "accent_dark", "ink", "nav"}


@dataclass(frozen=True)
class Brand:
    """Who publishes this copy of the site, and how it looks."""

    folder: Path
    name: str
    organisation: str | None
    address: str | None
    feedback: dict[str, str]
    accent: str
    accent_dark: str
    ink: str
    nav: dict[str, list[dict[str, str]]]

    def sheet(self) -> str:
        """The brand's tokens: the three colours of brand.yaml, then its own tokens.css."""
        own = self.folder / "tokens.css"
        return (
            f":root{{--fs-accent:{self.accent};--fs-ink:{self.ink};--fs-accent-on-light:{self.accent}}}\n"
            f"[data-md-color-scheme=slate]{{--fs-accent:{self.accent_dark}}}\n"
            + (own.read_text("utf-8") if own.exists() else "")
        )

    def part(self, name: str, language: str, words: dict[str, str]) -> str:
        """What the publisher says in this place; without one, how to reach it or that it is not named."""
        path = self.folder / "parts" / language / f"{name}.md"
        if path.exists():
            return path.read_text("utf-8").strip()
        if name == "host-notice":
            return words["no_host"]
        who, where = self.organisation or self.name, self.feedback.get(language)
        return words["contact"].format(organisation=who, address=where) if where else words["no_contact"]


def read(folder: Path) -> Brand:
    """The brand in a folder; every fault names the line of brand.yaml."""
    folder = folder if folder.is_absolute() else ROOT / folder
    path = folder / "brand.yaml"
    said = load(path)

    def wrong(key: str, what: str, remedy: str) -> BuildError:
        return fault(path, f"`{key}` {what}", remedy, key)

    for key in said.keys() - KEYS:
        raise wrong(key, "is not a key of a brand", f"Known keys: {', '.join(sorted(KEYS))}")
    if not isinstance(said.get("name"), str) or not said["name"].strip():
        raise wrong("name", "is missing", "Give the name readers see in the header")
    for key, ground in GROUNDS.items():
        if not COLOUR.fullmatch(str(said.get(key))):
            raise wrong(key, "is not a colour", 'Write it as "#rrggbb", in quotes')
        if contrast(said[key], ground) < 4.5:
            raise wrong(
                key,
                f"is too faint on {ground} ({contrast(said[key], ground):.1f}:1)",
                "Choose a colour with a contrast of at least 4.5:1",
            )
    address = said.get("address")
    if address is not None and urlsplit(str(address)).scheme not in ("http", "https"):
        raise wrong("address", "is not an address", "Write https://… or null")
    feedback: Any = said.get("feedback") or {}
    if feedback and set(feedback) != set(LANGUAGES):
        raise wrong("feedback", "does not have an address for each language", f"Give one for {', '.join(LANGUAGES)}")
    for file in ("logo.svg", "favicon.svg"):
        if not (folder / file).exists():
            raise fault(folder / file, "this file is missing", "Add it to the brand")
    return Brand(
        folder,
        said["name"].strip(),
        said.get("organisation"),
        address and address.rstrip("/") + "/",
        feedback,
        said["accent"],
        said["accent_dark"],
        said["ink"],
        said.get("nav") or {},
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
