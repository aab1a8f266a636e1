"""The print page is valid HTML, says the checker of the W3C."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.conftest import ROOT
from tests.documents.conftest import program

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_valid(files: dict[str, Path]) -> None:
    """Every plan in every language, alone and beside a second, has no error."""
    pages = [str(path) for name, path in files.items() if name.endswith("html")]
    command = [program("FAIRSTEPS_JAVA"), "-jar", str(CHECKER), "--errors-only", "--format", "json", *pages]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert json.loads(run.stderr)["messages"] == []
