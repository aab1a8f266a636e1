"""Every page of the site and the printed plan of every language are valid HTML, by the checker of the W3C."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from scripts.pyodide.play import DAY

ROOT = Path(__file__).resolve().parents[2]
VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The theme opens its menu and its search with checkboxes that carry an attribute meant for other fields.
OF_THE_THEME = ("Attribute “autocomplete” is only allowed when the input type is",)


def checked(place: Path) -> list[str]:
    """What the checker says about all HTML in a folder, as file:line and sentence."""
    command = [os.environ["FAIRSTEPS_JAVA"], "-jar", VNU, "--skip-non-html", "--errors-only", "--format", "json"]
    said = subprocess.run([*command, place], capture_output=True, text=True)
    messages: list[dict[str, Any]] = json.loads(said.stderr)["messages"]
    return [
        f"{one.get('url', '').removeprefix(ROOT.as_uri())}:{one.get('lastLine')}: {one['message']}"
        for one in messages
        if not one["message"].startswith(OF_THE_THEME)
    ]


def test_every_page() -> None:
    """All pages that were built."""
    assert len(list((ROOT / "site").rglob("*.html"))) > 20
    assert checked(ROOT / "site") == []


@pytest.mark.parametrize(
    "language", sorted(path.stem for path in (ROOT / "planner" / "locales").iterdir() if path.is_dir())
)
def test_the_printed_plan(language: str, tmp_path: Path) -> None:
    """The worked example as the page prints it."""
    from planner.bridge import handle

    bundle = (ROOT / "planner" / "bundles" / f"{language}.json").read_text(encoding="utf-8")
    handle("open", json.dumps({"bundle": bundle}))
    for example in (ROOT / "examples").glob("*.json"):
        plan = json.loads(example.read_text(encoding="utf-8"))
        written = handle("export", json.dumps({"plan": plan, "format": "html", "day": DAY}))
        assert isinstance(written, bytes)
        (tmp_path / f"{example.stem}.html").write_bytes(written)

    assert checked(tmp_path) == []
