"""Takes the checkout; gives the wheel its word bundles, which are made from YAML and not kept in the repository."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleHook(BuildHookInterface[Any]):
    """Runs scripts/bundle.py, which checks the YAML on the way."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - as Hatchling calls it
        """Make the bundles before the files are gathered."""
        subprocess.run([sys.executable, "scripts/bundle.py"], cwd=self.root, check=True)
