"""Takes a folder and a pattern; gives the files people put there, without those that systems and editors leave."""

from __future__ import annotations

import re
from pathlib import Path

STRAY = re.compile(
    r"\.DS_Store|Thumbs\.db|desktop\.ini|\.directory|__MACOSX|Icon\r|\._.*|.*~|~\$.*|#.*#|\.#.*|\..*\.sw[a-p]|\.~lock\..*",
    re.IGNORECASE,
)
"""Finder, Explorer, Office, Emacs, vim and their like; nobody sees these files, and nobody meant them."""


def stray(path: Path) -> bool:
    """Whether a system or an editor left it."""
    return STRAY.fullmatch(path.name) is not None


def files(folder: Path, pattern: str = "**/*") -> list[Path]:
    """The files in a fixed order."""
    found = (path for path in folder.glob(pattern) if path.is_file())
    return sorted(path for path in found if not any(STRAY.fullmatch(part) for part in path.relative_to(folder).parts))
