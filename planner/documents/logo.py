"""Takes a brand; gives its logo as Word and Excel draw it."""

from __future__ import annotations

import base64
import struct
from typing import NamedTuple

from planner.documents.base import Brand

HEIGHT, MOST_WIDTH = 10, 60
"""In millimetres."""


class Logo(NamedTuple):
    """The picture, and its size in millimetres."""

    png: bytes
    width: float
    height: float


def logo(brand: Brand) -> Logo | None:
    """Give the brand's logo, as large as a letterhead has it; none where the brand has none."""
    if not brand["logo_png"]:
        return None
    png = base64.b64decode(brand["logo_png"])
    width, height = struct.unpack(">II", png[16:24])  # of its header
    scale = min(HEIGHT / height, MOST_WIDTH / width)
    return Logo(png, width * scale, height * scale)
