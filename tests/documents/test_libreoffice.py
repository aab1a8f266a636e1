"""LibreOffice opens the documents, and a workbook saved by it comes back as a plan."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from planner.readers import from_json, from_xlsx
from tests.documents.conftest import plans, program

OPENED = (
    "example.en.docx",
    "example.da-zh-Hans.docx",
    "contract-performance.nl-tr.docx",
    "example.sv-pl.xlsx",
    "blank.sv.docx",
    "hostile.en.docx",
    "contract-performance.sv.docx",
    "contract-performance-notice.en.docx",
    "hostile-report-request.sv.docx",
    "example.en.xlsx",
    "contract-performance.en.xlsx",
    "hostile.en.xlsx",
)


def convert(paths: list[Path], to: str, folder: Path) -> None:
    """Convert files in one run, in a profile of its own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("FAIRSTEPS_SOFFICE"), profile, "--headless", "--convert-to", to, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], capture_output=True, check=True, timeout=300, env=dict(os.environ))


@pytest.fixture(scope="session")
def printed(files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The documents as PDF, by name."""
    found = {}
    for extension in ("docx", "xlsx"):
        folder = tmp_path_factory.mktemp(extension)
        names = [name for name in OPENED if name.endswith(extension)]
        convert([files[name] for name in names], "pdf", folder)
        found.update({name: (folder / name).with_suffix(".pdf").read_bytes() for name in names})
    return found


@pytest.mark.parametrize("name", OPENED)
def test_opens_and_prints(name: str, printed: dict[str, bytes]) -> None:
    """The document opens and prints, with more than an empty page."""
    assert printed[name].startswith(b"%PDF")
    assert len(printed[name]) > 10_000


@pytest.mark.parametrize("name", ["example", "hostile", "contract-performance"])
def test_saved_by_libreoffice(name: str, files: dict[str, Path], tmp_path: Path) -> None:
    """A workbook opened and saved again gives the plan it was made from."""
    convert([files[f"{name}.en.xlsx"]], "xlsx:Calc MS Excel 2007 XML", tmp_path)
    wanted: Any = from_json.shape(plans()[name])[0]
    saved = from_xlsx.read((tmp_path / f"{name}.en.xlsx").read_bytes()).came

    assert json.dumps(saved, sort_keys=True) == json.dumps(wanted, sort_keys=True)
