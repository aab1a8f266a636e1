"""Takes the checkout; gives the wheel its word bundles, which are made from YAML and not kept in the repository."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleHook(BuildHookInterface[Any]):
    """Runs scripts/bundle.py. An sdist carries the bundles instead of the YAML: then there is nothing to do."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - as Hatchling calls it
        """Make the bundles before the files are gathered."""
        root = Path(self.root)
        if (root / "planner" / "data").is_dir():
            subprocess.run([sys.executable, "scripts/bundle.py"], cwd=root, check=True)
