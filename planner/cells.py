"""Takes the value of a cell; gives it as plain text, and a mark short enough to remember every cell by."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How Office writes a character that XML could not hold (ECMA-376, 22.9.2.19)."""


def plain(value: object) -> str:
    """Give what a cell says, the same before and after a spreadsheet program has saved it."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return format(value, ".15g")  # as many digits as a spreadsheet program keeps
    text = str(value)
    if "_x" in text:
        text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def marks(values: Sequence[object]) -> str:
    """Give the marks of a row's cells, in order: two rows with the same marks say the same."""
    return " ".join([_of_text(value) if type(value) is str else mark(plain(value)) for value in values])


@lru_cache(4096)
def _of_text(text: str) -> str:
    """Give the mark of a text; a list says the same words in many rows."""
    return mark(plain(text))


def same(value: object, known: str) -> bool:
    """Tell whether a cell still says what its mark was made for."""
    return mark(plain(value)) == known


def mark(text: str) -> str:
    """Give the mark of a text; the same for the same text, always and everywhere."""
    return format(zlib.crc32(text.encode("utf-8", "replace")), "x") if text else "-"
