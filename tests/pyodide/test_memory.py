"""The memory of a start is kept as blocks and laid back where it was."""

from __future__ import annotations

import json
import os
import subprocess

from scripts.yamlfile import ROOT


def test_what_is_restored_is_what_was_kept() -> None:
    """Byte for byte, before Python runs in it; then its words are open. Less than half of it had to be kept."""
    command = [os.environ["FAIRSTEPS_NODE"], "tests/pyodide/memory.mjs"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    assert (told["same"], told["ok"], told["is"]) == (True, True, told["was"])
    assert told["kept"] < told["was"] / 2
