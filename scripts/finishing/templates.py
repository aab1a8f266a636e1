"""Takes the planner's pages; lays beside each the templates of its form, of which a reader needs few.

They are half of the form, and stand between a reader and the first picture. The page fetches them meanwhile.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

from scripts.finishing.policy import pages
from scripts.staging import BuildError
from scripts.yamlfile import shown

PLANNER = "<action-planner"
TAG = re.compile(r"<(/?)template\b[^>]*>")
APART = re.compile(r" data-apart=\"(\d+)\">")
LINK = re.compile(r"<link rel=\"preload\" href=\"(templates\.[^\"]+)\"[^>]*>\n")
SMALL = 1000
"""Characters. What has fewer stays: the summary of a row is wanted at once."""


def lay(site: Path) -> None:
    """Write templates.<hash>.json beside each planner, and a link to it in its head, so that it is on its way early."""
    for page in _planners(site):
        text, found = apart(page.read_text("utf-8"))
        if not found:
            raise BuildError(f"{shown(page)}:1: the form has no template. Keep them in overrides/partials/planner/.")
        laid = json.dumps(found, ensure_ascii=False)
        name = f"templates.{sha256(laid.encode()).hexdigest()[:16]}.json"
        (page.parent / name).write_text(laid, "utf-8")
        link = f'<link rel="preload" href="{name}" as="fetch" crossorigin id="planner-templates">\n'
        page.write_text(text.replace("</head>", f"{link}</head>", 1), "utf-8")


def take_back(site: Path) -> None:
    """Undo that: whoever changes words of the form finds all of them in its page."""
    for page in _planners(site):
        text = whole(page)
        for name in LINK.findall(page.read_text("utf-8")):
            (page.parent / name).unlink()
        page.write_text(text, "utf-8")


def _planners(site: Path) -> list[Path]:
    return [page for page in pages(site) if PLANNER in page.read_text("utf-8")]


def apart(text: str) -> tuple[str, list[str]]:
    """The page with its larger templates empty, each with its place in the list; and the list of what was in them."""
    left, found = [], list[str]()
    kept, depth, begun = 0, 0, 0
    for tag in TAG.finditer(text):
        depth += -1 if tag[1] else 1
        if not tag[1] and depth == 1:
            begun = tag.end()
        elif not depth and tag.start() - begun >= SMALL:
            left += [text[kept : begun - 1], f' data-apart="{len(found)}">']
            found.append(text[begun : tag.start()].strip())
            kept = tag.start()
    return "".join((*left, text[kept:])), found


def whole(page: Path) -> str:
    """A planner as it was written, for those who read all of it at once."""
    text = page.read_text("utf-8")
    (name,) = LINK.findall(text)
    found = json.loads((page.parent / name).read_text("utf-8"))
    return APART.sub(lambda place: f">{found[int(place[1])]}", LINK.sub("", text))
