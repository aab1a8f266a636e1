"""Takes a page of Markdown; gives it with safe front matter, its markers filled in and its outside links addressed."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

from scripts.brand.pages import FRONT
from scripts.staging import BuildError
from scripts.staging.links import register
from scripts.staging.shown import Shown
from scripts.yamlfile import shown

if TYPE_CHECKING:
    from pathlib import Path

MARKER = re.compile(r"^<!-- ([a-z]+)(?:: ([a-z0-9 -]+))? -->$", re.MULTILINE)
SAID = re.compile(r"\w{3,}")
OUTSIDE = re.compile(r"\]\((source:|https?://)([^)\s]*)\)")


@dataclass(frozen=True)
class Page:
    """Where a page lies in its language, such as company/index.md, and what its front matter says."""

    name: str
    meta: dict[str, Any]

    @property
    def id(self) -> str:
        """What the file is called: `wages` for topics/wages.md."""
        return self.name.removesuffix(".md").rpartition("/")[2]

    @property
    def home(self) -> str:
        """The way from the page's address up to the folder of its language: `../` for company/."""
        return "../" * len([part for part in self.name.removesuffix(".md").split("/") if part != "index"])


Fill = Callable[[Page, str, str | None], str | None]
"""What a marker of a page stands for; None if nothing is known by that name."""


def staged(path: Path, name: str, fill: Fill, day: Callable[[date], str], shown: Shown, *, own: bool) -> str:
    """One page, `own` if it is the brand's. The theme prints title and description as they are, so they are escaped."""
    source = shown.chosen(addressed(path, path.read_text("utf-8"), own=own))
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
    if "also" in meta:  # the search gives tags most weight, and takes each as one word
        meta["tags"] = sorted({word.lower() for said in meta["also"] for word in SAID.findall(str(said))})
    page = Page(name, meta)

    def filled(marker: re.Match[str]) -> str:
        made = fill(page, marker[1], marker[2])
        if made is None:
            wrong, remedy = f"nothing is known by the name {marker[0]}", "Correct the name or take the line out"
            raise _wrong(path, wrong, remedy, source.count("\n", 0, front.end() + marker.start()) + 1)
        return made

    head = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)
    return f"---\n{head}---\n" + shown.cut(MARKER.sub(filled, source[front.end() :]), name)


def addressed(path: Path, source: str, *, own: bool) -> str:
    """The page with the address of each link outside the guide: ours stand in the register and nowhere else."""

    def address(link: re.Match[str]) -> str:
        if own and link[1] != "source:":
            return link[0]
        known = register().get(link[2]) if link[1] == "source:" else None
        if known is None or known.url is None:
            wrong = f"{link[1]}{link[2]} is not an address in the register of links"
            remedy = "Give it an id in docs/links.yaml and write [text](source:id)"
            raise _wrong(path, wrong, remedy, source.count("\n", 0, link.start()) + 1)
        return f"]({known.url})"

    return OUTSIDE.sub(address, source)


def title(path: Path) -> str:
    """What a page is called, as its front matter says; nothing if there is no such page yet."""
    front = FRONT.match(path.read_text("utf-8")) if path.exists() else None
    return str(yaml.safe_load(front[1])["title"]) if front else ""


def _wrong(path: Path, what: str, remedy: str, line: int) -> BuildError:
    return BuildError(f"{shown(path)}:{line}: {what}. {remedy}.")
