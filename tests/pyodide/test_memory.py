"""The memory of a start is kept as blocks and laid back where it was."""

from __future__ import annotations

import json
import os
import subprocess
from functools import cache
from typing import Any

from scripts import runtime
from scripts.yamlfile import ROOT


@cache
def told(script: str) -> Any:
    """What a script of this folder says."""
    command = [os.environ["FAIRSTEPS_NODE"], f"tests/pyodide/{script}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_what_is_restored_is_what_was_kept() -> None:
    """Byte for byte, before Python runs in it. Less than a third had to be kept, and nothing of the rest was called."""
    memory = told("memory.mjs")

    assert (memory["same"], memory["ok"], memory["is"], memory["missing"]) == (True, True, memory["was"], 0)
    assert memory["kept"] < memory["was"] / 3


def test_constants_come_with_the_second_part() -> None:
    """A kept start goes without those it does not read, and all are there before a plan comes."""
    memory = told("memory.mjs")

    assert (memory["lacking"], memory["constants"]) == (True, True)


def test_what_a_kept_start_needs_is_found_the_same_way_again() -> None:
    """Neither chance nor the time decides what is divided: the parts of the last build are those of another."""
    assert runtime.parts_of(runtime.called()).is_dir()


def test_the_sum_is_what_its_text_says() -> None:
    """The bytes in `sum.js` are the WebAssembly that is written out above them."""
    assert told("sum.mjs")["same"]


def test_the_sum_shows_every_bit() -> None:
    """Whichever bit a disk turns round, the sum is another."""
    assert told("sum.mjs")["missed"] == 0
