"""What the page knows of Pyodide by heart is what Pyodide says of itself."""

from __future__ import annotations

import json
import re

from scripts.yamlfile import ROOT

PYODIDE = ROOT / "node_modules" / "pyodide"


def test_the_lock_of_the_page_is_that_of_the_runtime() -> None:
    """Names of the build, such as its ABI, change with an upgrade."""
    stock = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"]
    page = (ROOT / "overrides" / "assets" / "planner" / "python.js").read_text("utf-8")
    known = dict(re.findall(r'(\w+): "([^"]+)"', page[page.index("info: {") : page.index("packages: {}")]))

    assert known == {name: stock[name] for name in known}
    assert known


def test_the_version_is_the_pinned_one() -> None:
    """The runtime in use is the one package.json names."""
    pinned = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]["pyodide"]

    assert json.loads((PYODIDE / "package.json").read_text("utf-8"))["version"] == pinned
