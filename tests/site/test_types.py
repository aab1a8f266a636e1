"""The modules of the pages use what they import, and pass on what others expect: TypeScript reads their types."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHECK = "node_modules/typescript/bin/tsc"


def test_the_modules_of_the_pages_fit_together() -> None:
    """What a name is not, or may not be, is told with file and line."""
    ran = subprocess.run(
        [os.environ["FAIRSTEPS_NODE"], CHECK, "--project", "tsconfig.json"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (ran.returncode, ran.stdout) == (0, "")
