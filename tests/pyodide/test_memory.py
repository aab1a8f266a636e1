"""The memory of a start is kept as blocks and laid back where it was."""

from __future__ import annotations

import json
import os
import subprocess

from scripts.yamlfile import ROOT


def test_what_is_restored_is_what_was_kept() -> None:
    """Byte for byte, before Python runs in it. Less than a third had to be kept, and nothing of the rest was called."""
    command = [os.environ["FAIRSTEPS_NODE"], "tests/pyodide/memory.mjs"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    assert (told["same"], told["ok"], told["is"], told["missing"]) == (True, True, told["was"], 0)
    assert told["kept"] < told["was"] / 3
