"""Takes files; gives the folder of a brand that holds them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """`folder({"brand.yaml": "name: Ours"})` writes the files and gives their folder."""

    def made(files: dict[str, str]) -> Path:
        for name, text in ({"brand.yaml": "name: Ours\n"} | files).items():
            path = tmp_path / "ours" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path / "ours"

    return made
