"""Takes a script for Node and what it works on; gives what it writes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess

from scripts.yamlfile import ROOT, BuildError

MOST = 2000
"""So much of what a script complains of is shown, in characters: Pyodide's lines are as long as its code."""


def run(script: str, *arguments: str, given: object = None, failed: str) -> str:
    """Run a script of the checkout, with something as JSON on its input; raise BuildError with its last words."""
    node = os.environ.get("FAIRSTEPS_NODE") or shutil.which("node") or "node"
    text = None if given is None else json.dumps(given)
    command = [node, script, *arguments]
    done = subprocess.run(command, cwd=ROOT, input=text, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise BuildError(f"{failed}:\n{done.stdout[-MOST:]}{done.stderr[-MOST:]}")
    return done.stdout
