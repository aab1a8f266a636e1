"""Takes colours; gives their contrast as WCAG counts it, and those that cannot be read on their ground."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
LIGHT, DARK = "#ffffff", "#121917"
"""The paper of the site by day and by night (`--fs-paper` in overrides/assets/fs/tokens.css)."""
GROUNDS = {"accent": LIGHT, "accent_dark": DARK, "ink": LIGHT}
LEAST = 4.5
"""WCAG 2.2, success criterion 1.4.3 (AA), for text of normal size."""


def faint(colours: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each colour that is none, or stands out too little: its name, what is wrong, what to do."""
    for name, ground in GROUNDS.items():
        colour = colours[name]
        if not COLOUR.fullmatch(str(colour)):
            yield name, f"`{name}` is not a colour", 'Write it as "#rrggbb", in straight quotes'
        elif (found := contrast(colour, ground)) < LEAST:
            way = "darker" if ground == LIGHT else "lighter"
            what = f"`{name}` is too faint on {ground}: a contrast of {found:.1f}:1"
            yield name, what, f"Take a {way} one; {LEAST}:1 is the least that everybody can read (WCAG 2.2 AA)"


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
