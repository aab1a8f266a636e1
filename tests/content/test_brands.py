"""What a brand brings along for documents."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from planner.documents.base import logo
from scripts.bundle import read_brand
from scripts.yamlfile import ROOT


@pytest.mark.parametrize("folder", ["brands/fairsteps", "tests/fixtures/brand-other"])
def test_logo(folder: str) -> None:
    """A brand has a logo that Word and Excel can draw, as high as a line of a letterhead."""
    found = logo(read_brand(ROOT / folder))  # type: ignore[arg-type]
    assert found is not None
    assert 5 < found.height <= 10


def test_no_logo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A brand without one builds, with a warning that names the file."""
    shutil.copy(ROOT / "brands" / "fairsteps" / "brand.yaml", tmp_path)

    assert read_brand(tmp_path)["logo_png"] is None
    assert str(tmp_path / "logo.png") in capsys.readouterr().err
