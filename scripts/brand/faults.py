"""Takes what is wrong with the folder of a brand; gives lines that name file, line and remedy."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from scripts.yamlfile import at, shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Faults(list[str]):
    """Every mistake found so far, so that one look mends them all."""

    def place(self, path: Path, what: str, remedy: str) -> None:
        """A mistake of a folder, or of a file as a whole."""
        self.append(f"{shown(path)}: {what}. {_ended(remedy)}")

    def key(self, path: Path, keys: Iterable[str | int], what: str, remedy: str) -> None:
        """A mistake at a key of a YAML file."""
        self.append(f"{at(path, tuple(keys))}: {what}. {_ended(remedy)}")

    def line(self, path: Path, line: int, what: str, remedy: str) -> None:
        """A mistake at a line of any file."""
        self.append(f"{shown(path)}:{line}: {what}. {_ended(remedy)}")

    def unknown(self, path: Path, keys: tuple[str, ...], known: Iterable[str], what: str) -> None:
        """A name nobody knows, with the one it may have been meant to be."""
        name, known = keys[-1], sorted(known)
        near = get_close_matches(name, known, n=1)
        remedy = f"Did you mean `{near[0]}`" if near else f"Known are {', '.join(known)}"
        self.append(f"{at(path, keys)}: {what}. {remedy}{'?' if near else '.'}")


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith("?") else f"{sentence}."


def listed(names: Iterable[str]) -> str:
    """Names as a sentence has them: `da`, `nl` and `sv`."""
    *most, last = (f"`{name}`" for name in names)
    return f"{', '.join(most)} and {last}" if most else last
