"""Takes Pyodide; gives its script and its WebAssembly in build/pyodide/, without what no page of ours can reach."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import node
from scripts.yamlfile import ROOT, BuildError

TARGET = ROOT / "build" / "pyodide"


def main() -> None:
    """Let Node do it; what does not fit this Pyodide is said there."""
    shutil.rmtree(TARGET, ignore_errors=True)
    try:
        node.run("scripts/pyodide/trim.mjs", "node_modules/pyodide", str(TARGET), failed="Pyodide was not trimmed")
    except BuildError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
