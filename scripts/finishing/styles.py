"""Takes the style sheets each page asks for; gives one for each kind of page, of the theme's only what a page uses.

Ours stay whole: modules put classes together from parts, which no search for words finds.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from posixpath import normpath

from scripts import node
from scripts.finishing.policy import TAG, pages

THEME = "stylesheets/"
LINK = re.compile(r"[ \t]*<link rel=\"stylesheet\" href=\"([^\"]*?)assets/([^\"]+)\">\s*")
PLACE = re.compile(r"url\(\"?(?!data:|[\"'])([^\")]+)\"?\)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
WORD = re.compile(r"[\w-]+")
DATA = re.compile(r"\b[a-z]\w*")
HUMP = re.compile(r"(?=[A-Z])")


def join(site: Path, common: Path) -> None:
    """Write <kind>.css into the common assets, link every page to its own, and take the parts away."""
    asked: dict[tuple[str, ...], list[Path]] = {}
    for page in pages(site):
        sheets = tuple(sheet for _, sheet in LINK.findall(page.read_text("utf-8")))
        asked.setdefault(sheets, []).append(page)
    asked.pop((), None)
    modules = [path.read_text("utf-8") for path in sorted([*common.glob("fs/*.js"), *common.glob("planner/*.js")])]
    theme = {sheets: _joined(common, [one for one in sheets if one.startswith(THEME)]) for sheets in asked}
    ours = {sheets: _joined(common, [one for one in sheets if not one.startswith(THEME)]) for sheets in asked}
    used = {sheets: _words([page.read_text("utf-8") for page in found], modules) for sheets, found in asked.items()}
    trimmed = _trim([{"css": theme[sheets], "words": used[sheets]} for sheets in asked])
    for path in common.rglob("*.css"):
        path.unlink()
    for (sheets, found), css in zip(asked.items(), trimmed, strict=True):
        name = f"{_kind(sheets)}.css"
        (common / name).write_text(css + ours[sheets], "utf-8")
        for page in found:
            _link(page, name)


def _kind(sheets: tuple[str, ...]) -> str:
    if any(sheet.startswith("planner/") for sheet in sheets):
        return "planner"
    return "root" if "fs/root.css" in sheets else "guide"


def _joined(common: Path, sheets: list[str]) -> str:
    return "".join(_read(common, sheet) for sheet in sheets)


def _read(common: Path, sheet: str) -> str:
    """One part, without comments and indentation; what it points to is found from the folder above it."""
    text = COMMENT.sub("", (common / sheet).read_text("utf-8"))
    lines = [line.strip() for line in text.splitlines()]
    text = "".join(line if line.endswith(("{", "}", ";", ",")) else f"{line} " for line in lines if line)
    folder = Path(sheet).parent
    return PLACE.sub(lambda found: f'url("{normpath((folder / found[1]).as_posix())}")', text)


def _words(texts: list[str], modules: list[str]) -> str:
    """Every word that stands in a tag of these pages or in a module: no selector in use lacks one of them.

    What a module calls `dataset.mdColorScheme` is `data-md-color-scheme` in a selector.
    """
    tags = {tag for text in texts for tag in TAG.findall(text)}
    words = {word for text in (*tags, *modules) for word in WORD.findall(text)}
    data = {f"data-{HUMP.sub('-', word).lower()}" for text in modules for word in DATA.findall(text)}
    return " ".join(sorted(words | data))


def _trim(sheets: list[dict[str, str]]) -> list[str]:
    """PurgeCSS runs under Node."""
    made = node.run("scripts/finishing/trim.mjs", given=sheets, failed="The theme's styles were not trimmed")
    trimmed: list[str] = json.loads(made)
    return trimmed


def _link(page: Path, name: str) -> None:
    """The first link leads to the joined sheet, the others go."""
    first = iter([True])

    def linked(found: re.Match[str]) -> str:
        if not next(first, False):
            return ""
        return f'<link rel="stylesheet" href="{found[1]}assets/{name}">\n'

    page.write_text(LINK.sub(linked, page.read_text("utf-8")), "utf-8")
