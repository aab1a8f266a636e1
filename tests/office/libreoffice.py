"""Takes a workbook and what somebody does in it; gives the workbook as LibreOffice saves it, under another name."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

AT_WORK = Path(__file__).with_name("at_work.py")
PATIENCE = 180
"""Seconds LibreOffice may take to start, work and save."""


def worked_in(workbook: bytes, steps: Sequence[Sequence[object]]) -> bytes:
    """Do the steps `at_work.py` knows in LibreOffice itself, as a supplier without Excel would."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "plan.xlsx", Path(folder) / "answered plan (2).xlsx"
        source.write_bytes(workbook)
        command = [os.environ["FAIRSTEPS_UNO"], AT_WORK, os.environ["FAIRSTEPS_SOFFICE"], source, target]
        run = subprocess.run(
            command, input=json.dumps(steps), capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        assert run.returncode == 0, run.stderr
        return target.read_bytes()
