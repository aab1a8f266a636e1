"""Takes the checkout; gives the planner as a wheel and a pyodide-lock.json that names it, in build/wheel/.

With them any Pyodide application can load the planner from this site alone. Our own page does not use them: it starts
several times faster without (docs/adr/0002). Needs Python 3.12+, because pyodide-build does.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import node
from scripts.yamlfile import ROOT, BuildError

TARGET = ROOT / "build" / "wheel"
STOCK_LOCK = ROOT / "node_modules" / "pyodide" / "pyodide-lock.json"


def main() -> int:
    """Build the wheel, gather the pure-Python ones it needs, let pyodide-build write the lock, and try it."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    python("build", "--wheel", "--no-isolation", "--outdir", str(TARGET), str(ROOT))
    packages = ("--no-deps", "--require-hashes", "-r", "requirements/planner.txt", "--no-binary", "markupsafe")
    # Without a compiler MarkupSafe becomes its pure-Python wheel; its binary one would not run in a browser.
    environment = {name: value for name, value in os.environ.items() if name != "CIBUILDWHEEL"} | {"CC": "false"}
    python("pip", "wheel", "--quiet", *packages, "--wheel-dir", str(TARGET), environment=environment)
    wheels = sorted(TARGET.glob("*.whl"))
    if impure := [wheel.name for wheel in wheels if not wheel.name.endswith("-none-any.whl")]:
        print(f"These would not run in a browser: {', '.join(impure)}", file=sys.stderr)
        return 1
    lock(wheels)
    try:
        print(node.run("scripts/pyodide/load_wheel.mjs", str(TARGET), failed="The wheels do not work in Pyodide"))
    except BuildError as error:
        sys.exit(str(error))
    print(*(path.name for path in sorted(TARGET.iterdir())), sep="\n")
    return 0


def lock(wheels: list[Path]) -> None:
    """A lock of these wheels alone: whoever loads it asks no other host for anything."""
    with tempfile.TemporaryDirectory() as folder:
        empty, made = Path(folder, "empty.json"), TARGET / "pyodide-lock.json"
        stock = json.loads(STOCK_LOCK.read_text(encoding="utf-8"))
        empty.write_text(json.dumps(stock | {"packages": {}}), encoding="utf-8")
        files = ["--input", str(empty), "--output", str(made), "--base-path", str(TARGET)]
        python("pyodide_cli", "lockfile", "add-wheels", *files, *(str(wheel) for wheel in wheels))


def python(module: str, *arguments: str, environment: dict[str, str] | None = None) -> None:
    """Run a module of this environment and let it speak for itself if it fails."""
    subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except subprocess.CalledProcessError as failed:  # it has said why
        raise SystemExit(f"The wheel stopped at: {' '.join(map(str, failed.cmd[1:4]))}") from None
