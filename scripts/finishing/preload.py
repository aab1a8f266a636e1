"""Takes pages with modules; gives each page links to all that its modules import, so that none waits for another."""

from __future__ import annotations

import re
from functools import cache
from os.path import relpath
from pathlib import Path

from scripts.finishing.policy import pages

ENTRY = re.compile(r"<script type=\"module\"[^>]*\bsrc=\"([^\"]+)\"")
IMPORT = re.compile(r"^(?:import|export)\b[^;\"]*\"(\.[^\"]+)\";", re.MULTILINE)
SHEET = re.compile(r"<link rel=\"stylesheet\"[^>]*>\s*")


def link(site: Path) -> None:
    """Write the links behind the style sheet, nearest modules first."""
    for page in pages(site):
        text = page.read_text("utf-8")
        entries = [(page.parent / address).resolve() for address in ENTRY.findall(text)]
        found = dict.fromkeys(module for entry in entries for module in (entry, *_imported(entry)))
        links = "".join(
            f'<link rel="modulepreload" href="{Path(relpath(module, page.parent)).as_posix()}">\n' for module in found
        )
        page.write_text(SHEET.sub(lambda sheet, links=links: sheet[0] + links, text, count=1), "utf-8")  # type: ignore[misc]


@cache
def _imported(entry: Path) -> tuple[Path, ...]:
    """Every module that this one brings along when it is loaded; not what it asks for later."""
    found, waiting = dict[Path, None](), [entry]
    while waiting:
        module = waiting.pop(0)
        near = [(module.parent / name).resolve() for name in IMPORT.findall(module.read_text("utf-8"))]
        waiting += [one for one in near if one not in found]
        found |= dict.fromkeys(near)
    return tuple(found)
