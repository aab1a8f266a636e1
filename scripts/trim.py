"""Takes Pyodide; gives its script and its WebAssembly in build/pyodide/, without what no page of ours can reach."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "pyodide"


def main() -> None:
    """Let Node do it; what does not fit this Pyodide is said there."""
    shutil.rmtree(TARGET, ignore_errors=True)
    node = os.environ.get("FAIRSTEPS_NODE") or shutil.which("node") or "node"
    command = [node, "scripts/pyodide/trim.mjs", "node_modules/pyodide", str(TARGET)]
    trimmed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if trimmed.returncode:
        sys.exit(f"Pyodide could not be trimmed:\n{trimmed.stderr[-2000:]}")


if __name__ == "__main__":
    main()
