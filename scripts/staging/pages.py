"""Takes a folder of Markdown; gives the same pages with front matter made safe and markers filled in."""

from __future__ import annotations

import html
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

from scripts.staging import BuildError
from scripts.yamlfile import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
MARKER = re.compile(r"^<!-- ([a-z]+)(?:: ([a-z-]+))? -->$", re.MULTILINE)


def staged(path: Path, fill: Callable[[str, str | None], str | None], day: Callable[[date], str]) -> str:
    """One page. Title and description are escaped because the theme prints them as they are."""
    source = path.read_text("utf-8")
    front = FRONT.match(source)
    if not front:
        raise _wrong(path, "the page has no front matter", "Begin it with ---, title:, description:, updated:, ---", 1)
    try:
        meta: Any = yaml.safe_load(front[1])
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        raise _wrong(
            path, "the front matter is not YAML", "Put values with a colon in quotes", mark.line + 2 if mark else 1
        ) from None
    for key in ("title", "description"):
        if not isinstance(meta.get(key), str) or not meta[key].strip():
            raise _wrong(path, f"the front matter has no {key}", f"Add a line {key}:", 1)
        meta[key] = html.escape(meta[key].strip())
    if not isinstance(meta.get("updated"), date):
        raise _wrong(
            path, "the front matter has no date of the last change", "Add a line such as updated: 2026-11-22", 1
        )
    meta["updated_text"], meta["updated"] = day(meta["updated"]), meta["updated"].isoformat()
    body = source[front.end() :]

    def filled(marker: re.Match[str]) -> str:
        made = fill(marker[1], marker[2])
        if made is None:
            line = source.count("\n", 0, front.end() + marker.start()) + 1
            raise _wrong(
                path, f"nothing is known by the name {marker[0]}", "Correct the name or take the line out", line
            )
        return made

    head = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)
    return f"---\n{head}---\n{MARKER.sub(filled, body)}"


def page_set(folder: Path) -> set[str]:
    """The pages of one language, by path."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}


def _wrong(path: Path, what: str, remedy: str, line: int) -> BuildError:
    return BuildError(f"{shown(path)}:{line}: {what}. {remedy}.")
