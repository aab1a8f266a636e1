"""Word and Excel files are what Microsoft's own Open XML SDK calls valid, so that Office opens them without repair."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.documents.conftest import program


@pytest.fixture(scope="session")
def found(files: dict[str, Path]) -> dict[str, Any]:
    """What the validator finds, by file."""
    office = [path for name, path in files.items() if name.endswith(("docx", "xlsx"))]
    node = [program("FAIRSTEPS_NODE"), "tests/documents/validate.mjs"]
    run = subprocess.run([*node, *map(str, office)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return {Path(path).name: errors for path, errors in json.loads(run.stdout).items()}


def test_every_file_is_checked(found: dict[str, Any], files: dict[str, Path]) -> None:
    """No file is left out."""
    assert found.keys() == {name for name in files if not name.endswith("html")}


def test_the_validator_sees_errors(tmp_path: Path, files: dict[str, Path]) -> None:
    """A file with a fault is found out: silence means something."""
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(files["blank.en.docx"]) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"<w:body>", b"<w:body><w:unheard-of/>"))
    node = [program("FAIRSTEPS_NODE"), "tests/documents/validate.mjs", str(broken)]
    run = subprocess.run(node, cwd=ROOT, capture_output=True, text=True, check=True)

    assert json.loads(run.stdout)[str(broken)]


def test_valid(found: dict[str, Any]) -> None:
    """Every plan in every language, alone and beside a second, has no error."""
    assert {name: errors for name, errors in found.items() if errors} == {}
