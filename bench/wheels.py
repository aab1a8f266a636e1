"""Takes the pinned packages of the planner and its code; gives their wheels and a lock of them, as Pyodide reads it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
STOCK = ROOT / "node_modules" / "pyodide" / "pyodide-lock.json"
NEEDED = {"fairsteps-planner": ["jinja2", "xlsxwriter"], "jinja2": ["markupsafe"]}
"""What is loaded before the first call, on our page too: what reads workbooks comes with the first of them."""
PLANNER = "fairsteps_planner-1-py3-none-any.whl"
METADATA = "Metadata-Version: 2.1\nName: fairsteps-planner\nVersion: 1\n"
WHEEL = "Wheel-Version: 1.0\nGenerator: fairsteps\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def gather(target: Path) -> None:
    """The wheels and their lock, in one folder."""
    packages = ("--no-deps", "--require-hashes", "-r", "requirements/planner.txt", "--no-binary", "markupsafe")
    # Without a compiler MarkupSafe becomes its pure-Python wheel; its binary one would not run in a browser.
    environment = {name: value for name, value in os.environ.items() if name != "CIBUILDWHEEL"} | {"CC": "false"}
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", *packages, "--wheel-dir", str(target)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    planner(target / PLANNER)
    stock = json.loads(STOCK.read_text(encoding="utf-8"))
    wheels = {path: entry(path) for path in sorted(target.glob("*.whl"))}
    lock = {"info": stock["info"], "packages": {one["name"]: one for one in wheels.values()}}
    (target / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def planner(target: Path) -> None:
    """The planner as a wheel of the same modules as ours, in source; its words come as a file of their own."""
    code = [path for path in sorted((ROOT / "planner").rglob("*")) if path.suffix in (".py", ".css", ".html", ".xml")]
    code = [path for path in code if not {"bundles", "data", "locales"} & set(path.parts)]
    about = f"{PLANNER.rsplit('-', 3)[0]}.dist-info"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as wheel:
        for path in code:
            wheel.write(path, path.relative_to(ROOT).as_posix())
        for name, text in (("METADATA", METADATA), ("WHEEL", WHEEL), ("RECORD", "")):
            wheel.writestr(f"{about}/{name}", text)


def entry(wheel: Path) -> dict[str, Any]:
    """What the lock says of a wheel."""
    name, version = wheel.name.split("-")[:2]
    known = name.replace("_", "-").lower()
    with zipfile.ZipFile(wheel) as opened:
        tops = {each.partition("/")[0] for each in opened.namelist()}
    return {
        "name": known,
        "version": version,
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": sorted(top for top in tops if not top.endswith(".dist-info")),
        "depends": NEEDED.get(known, []),
        "unvendored_tests": False,
    }
