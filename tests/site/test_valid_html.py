"""Every page of the site is valid HTML, says the checker of the W3C."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

from scripts.finishing import templates

ROOT = Path(__file__).resolve().parents[2]
CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
KNOWN = (
    # The theme keeps browsers from restoring its hidden switches; HTML has no such attribute for a checkbox.
    r"An “input” element with a “type” attribute whose value is “checkbox” must not have an “autocomplete” attribute",
    r"Attribute “autocomplete” is only allowed when the input type is",
)


def test_every_page_is_valid(tmp_path: Path) -> None:
    """No error beside the two of the theme; a planner is read with its templates in it, each in its place."""
    planners = sorted(ROOT.glob("site/*/planner/index.html"))
    assert len(planners) == 4
    pages = sorted({*ROOT.glob("site/**/*.html")} - {*planners})
    assert len(pages) > 30
    for planner in planners:
        whole = tmp_path / "site" / planner.relative_to(ROOT / "site")
        whole.parent.mkdir(parents=True)
        whole.write_text(templates.whole(planner), "utf-8")
        pages.append(whole)
    command = [
        os.environ["FAIRSTEPS_JAVA"],
        "-jar",
        str(CHECKER),
        "--errors-only",
        "--format",
        "json",
        *map(str, pages),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    messages = json.loads(run.stderr)["messages"]
    assert [
        f"{each['url'].partition('/site/')[2]}:{each.get('lastLine')}: {each['message']}"
        for each in messages
        if not any(re.search(known, each["message"]) for known in KNOWN)
    ] == []
