"""Takes the checkout; gives a copy in which the site can be built otherwise: what the build has made stays as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def copied(copy: Path) -> Path:
    """Everything the build reads, with the runtime it has made."""
    for name in ("brands", "build/runtime", "docs", "overrides", "planner", "scripts"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "LICENSE", "LICENSE-CONTENT", "build/runtime.json"):
        shutil.copy(ROOT / name, copy / name)
    (copy / "node_modules").symlink_to(ROOT / "node_modules")
    return copy


def run(copy: Path, commands: Iterable[list[str]]) -> None:
    """Run Python in the copy; what fails fails the test."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    for command in commands:
        subprocess.run([sys.executable, *command], cwd=copy, env=os.environ | quiet, check=True)
