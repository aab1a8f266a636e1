"""Takes the pages of a copy that leaves parts of the guide out; gives them without ways to what is not there.

Pages of Markdown lose theirs when they are staged. These are the ways the build itself lays: from the law to a topic,
from a diagram to a step, from the planner to a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from scripts.finishing.policy import pages
from scripts.staging import ROOT

WAY = re.compile(r"<a\b[^>]*?\shref=\"([^\"#?:]*/)([#?][^\"]*)?\"[^>]*>(.*?)</a>", re.DOTALL)


def cut(site: Path, languages: Iterable[str]) -> None:
    """Leave of such a way its words. A page nobody knows stays a dead link, for the tests to find."""
    hidden = {
        site / language / path.parent.relative_to(ROOT / "docs" / "en") / ("" if path.stem == "index" else path.stem)
        for language in languages
        for path in (ROOT / "docs" / "en").rglob("*.md")
    }
    hidden = {folder for folder in hidden if not (folder / "index.html").exists()}
    for page in pages(site) if hidden else ():
        page.write_text(WAY.sub(partial(_unless_hidden, page, hidden), page.read_text("utf-8")), "utf-8")


def _unless_hidden(page: Path, hidden: set[Path], way: re.Match[str]) -> str:
    return way[3] if (page.parent / way[1]).resolve() in hidden else way[0]
