"""Takes a page of Markdown; gives it with safe front matter, its markers filled in and its outside links addressed."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

from scripts.brand.pages import FRONT, MARKER, head
from scripts.languages import languages
from scripts.staging import BuildError
from scripts.staging.links import register
from scripts.staging.shown import Shown
from scripts.yamlfile import shown as place
from scripts.yamlfile import written

if TYPE_CHECKING:
    from pathlib import Path

COUNT = "{document_languages}"
"""In how many languages documents come."""
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
    source = shown.chosen(addressed(path, written(path), own=own)).replace(COUNT, str(len(languages())))
    front = FRONT.match(source)
    meta, wrong = head(source)
    if not front or wrong:
        line, what, remedy = wrong[0]
        raise _wrong(path, what, remedy, line)
    meta |= {key: html.escape(meta[key].strip()) for key in ("title", "description")}
    meta["updated_text"], meta["updated"] = day(meta["updated"]), meta["updated"].isoformat()
    if "also" in meta:  # the search gives tags most weight, and takes each as one word
        meta["tags"] = sorted({word.lower() for said in meta["also"] for word in SAID.findall(str(said))})
    page = Page(name, meta)

    def filled(marker: re.Match[str]) -> str:
        made = fill(page, marker[1], marker[2])
        if made is None:
            what, remedy = f"nothing is known by the name {marker[0]}", "Correct the name or take the line out"
            raise _wrong(path, what, remedy, source.count("\n", 0, front.end() + marker.start()) + 1)
        return made

    said = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)
    return f"---\n{said}---\n" + shown.cut(MARKER.sub(filled, source[front.end() :]), name)


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
    return str(_meta(path).get("title", ""))


def after(path: Path) -> str:
    """The page of its folder a page of a brand wants to stand behind in the menu; nothing if it does not say."""
    return str(_meta(path).get("after", ""))


def _meta(path: Path) -> dict[str, Any]:
    return head(written(path))[0] if path.exists() else {}


def _wrong(path: Path, what: str, remedy: str, line: int) -> BuildError:
    return BuildError(f"{place(path)}:{line}: {what}. {remedy}.")
