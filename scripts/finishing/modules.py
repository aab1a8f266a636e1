"""Takes the modules of the pages; gives as few and as short files as serve them, each asked for by its page at once."""

from __future__ import annotations

import json
import re
from os.path import relpath
from pathlib import Path

from scripts import node
from scripts.finishing.policy import pages

WORKER = "planner/worker.js"
ENTRY = re.compile(r"<script type=\"module\"[^>]*\bsrc=\"[^\"]*?assets/(?:[0-9a-f]{16}/)?([^\"]+)\"")
SHEET = re.compile(r"<link rel=\"stylesheet\"[^>]*>\s*")

Brought = dict[Path, list[Path]]
"""What comes with each module when it is loaded; not what it asks for later."""


def join(site: Path, common: Path) -> Brought:
    """Join and shorten the modules: pages share what they have in common, the worker is one request."""
    entries = sorted({entry for page in pages(site) for entry in ENTRY.findall(page.read_text("utf-8"))})
    given = {"folder": str(common), "sets": [entries, [WORKER]]}
    joined = node.run("scripts/finishing/modules.mjs", given=given, failed="The modules of the pages were not joined")
    found: dict[str, list[str]] = json.loads(joined)
    return {Path(name): [Path(one) for one in names] for name, names in found.items()}


def link(site: Path, common: Path, brought: Brought) -> None:
    """Write links to all that a page's modules bring along behind its style sheet, so that none waits for another."""
    for page in pages(site):
        text = page.read_text("utf-8")
        entries = [Path(entry) for entry in ENTRY.findall(text)]
        found = dict.fromkeys(module for entry in entries for module in (entry, *brought[entry]))
        places = [Path(relpath(common / module, page.parent)).as_posix() for module in found]
        links = "".join(f'<link rel="modulepreload" href="{place}">\n' for place in places)
        page.write_text(SHEET.sub(lambda sheet, links=links: sheet[0] + links, text, count=1), "utf-8")  # type: ignore[misc]
