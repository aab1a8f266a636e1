"""Takes the pages of a brand (docs/<language>/); gives what is wrong with them before they are built."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from scripts.brand.faults import Faults, listed
from scripts.folder import stray
from scripts.languages import STAGING_LANGUAGE
from scripts.yamlfile import ROOT, BuildError, Slipped, parsed, written

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from scripts.brand import Brand

FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
CODE = re.compile(r"^(```|~~~).*?^\1[^\S\n]*$|`[^`\n]*`", re.DOTALL | re.MULTILINE)
TAG = re.compile(r"<\s*([a-z][\w-]*)\b([^<>]*)>", re.IGNORECASE)
REFUSED = ("script", "style", "iframe", "object", "embed", "link", "base", "meta", "form")
PICTURE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]*)")
LEADS = re.compile(r"\]\(\s*(javascript|data|vbscript|file):", re.IGNORECASE)
MARKER = re.compile(r"^<!-- ([a-z]+)(?:: ([a-z0-9 -]+))? -->$", re.MULTILINE)
MARKERS = (
    "glance", "diagram", "sources", "tools", "topic", "law", "timeline", "topics", "also", "glossary", "kept",
    "downloads", "data", "licences", "generated", "only", "unless", "end",
)  # fmt: skip
"""What a page leaves to the build (scripts/staging/fills.py, shown.py)."""
KINDS = {".md", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf", ".docx", ".xlsx", ".csv", ".woff2"}
"""What may lie beside a page."""


def faults(brand: Brand) -> Faults:
    """Pages that lack a translation, a head or a place, run or load something, or show pictures without words."""
    found = Faults()
    pages = {language: brand.docs(language) for language in brand.languages}
    for here in pages.values():
        for name, path in here.items():
            if path.suffix.lower() not in KINDS:
                what, kinds = f"this is not a file a page needs ({path.name})", ", ".join(sorted(KINDS))
                found.line(path, 1, what, f"Take it out; a page ends in .md, and beside it may lie {kinds}")
            if path.suffix != ".md":
                continue
            _page(path, found)
            if not (ROOT / "docs" / STAGING_LANGUAGE / name).exists():  # ours may be replaced in one language alone
                lacking = [other for other in brand.languages if name not in pages[other]]
                if lacking and path == next(here[name] for here in pages.values() if name in here):
                    files = " and ".join(f"docs/{other}/{name}" for other in lacking)
                    what = f"this page is missing in {listed(lacking)}"
                    found.line(path, 1, what, f"Translate it as {files}, or name fewer `languages`")
                _placed(path, name, brand, here, found)
            _behind(path, name, [*here, *_kept(brand)], found)
    for folder in sorted((brand.folder / "docs").glob("*/")):
        if folder.is_dir() and folder.name not in brand.languages and not stray(folder):
            found.line(folder, 1, f"the copy does not offer `{folder.name}`", "Name it in `languages`, or take it out")
    return found


def _placed(path: Path, name: str, brand: Brand, here: Container[str], found: Faults) -> None:
    """A page stands in a part of the guide, or in one of its own that has a first page."""
    folder, within, _ = name.partition("/")
    if not within:
        found.line(path, 1, "this page is in no part of the guide", f"Move it into one, such as about/{name}")
    elif folder not in brand.shown and f"{folder}/index.md" not in here:
        what = f"this copy has no part called {folder}"
        found.line(path, 1, what, f"Move the page, such as to about/, or make the part with {folder}/index.md")


def _kept(brand: Brand) -> set[str]:
    """The pages of ours the copy shows, whatever its routes."""
    home = ROOT / "docs" / STAGING_LANGUAGE
    ours = {path.relative_to(home).as_posix() for path in home.rglob("*.md")}
    return ours - {f"{page}.md" for page in brand.pages.get("without", ())}


def _behind(path: Path, name: str, known: list[str], found: Faults) -> None:
    """The page it wants to stand behind in the menu lies in the same folder."""
    text, folder = path.read_text("utf-8", errors="replace"), name.rpartition("/")[0]
    front = FRONT.match(text)
    said = re.search(r"^after:\s*[\"']?([^\s\"']*)", front[1], re.MULTILINE) if front else None
    if front and said and f"{folder}/{said[1]}.md" not in known:
        beside = sorted(one.rpartition("/")[2].removesuffix(".md") for one in known if one.rpartition("/")[0] == folder)
        line = text.count("\n", 0, front.start(1) + said.start()) + 1
        remedy = f"Name one of {', '.join(one for one in beside if one != path.stem)}, or take the line out"
        found.line(path, line, f"no page beside this one is called {said[1]}", remedy)


def _page(path: Path, found: Faults) -> None:
    try:
        text = written(path)
    except BuildError as error:
        found.append(str(error))
        return
    for line, what, remedy in (*head(text)[1], *_runs(CODE.sub(blank, text))):
        found.line(path, line, what, remedy)


def head(text: str) -> tuple[dict[str, Any], list[tuple[int, str, str]]]:
    """What the front matter of a page says, and what is wrong with it: line, what, what to do."""
    front = FRONT.match(text)
    if not front:
        return {}, [(1, "the page has no head", "Begin it with ---, title:, description:, updated: and --- on lines")]
    try:
        meta: Any = parsed(front[1])
    except Slipped as slip:
        return {}, [(slip.line + 1, slip.what, slip.remedy)]
    meta, wrong = meta if isinstance(meta, dict) else {}, []
    for key in ("title", "description"):
        if not isinstance(meta.get(key), str) or not meta[key].strip():
            wrong.append((_line(front[1], key), f"the head of the page has no {key}", f"Add a line {key}: and a text"))
    if "updated" not in meta:
        wrong.append((1, "the head of the page has no day of its text", "Add a line such as updated: 2026-11-29"))
    elif not isinstance(meta["updated"], date):
        what = f"`{meta['updated']}` is not written as a day"
        wrong.append((_line(front[1], "updated"), what, "Write year, month and day, such as updated: 2026-11-29"))
    if not isinstance(meta.get("also", []), list):
        wrong.append((_line(front[1], "also"), "`also` is not a list", "Write also: [one, another]"))
    return meta, wrong


def _line(front: str, key: str) -> int:
    return next((number for number, line in enumerate(front.splitlines(), 2) if line.startswith(f"{key}:")), 1)


def _runs(text: str) -> Iterator[tuple[int, str, str]]:
    for tag in TAG.finditer(text):
        name, about, line = tag[1].lower(), tag[2], text.count("\n", 0, tag.start()) + 1
        if name in REFUSED:
            yield line, f"the page holds <{name}>", "Take it out: a page says something, it runs and loads nothing"
        elif re.search(r"\s(on[a-z]+|style)\s*=", about, re.IGNORECASE):
            yield line, f"<{name}> runs something or has a style of its own", "Take the attribute out"
        elif re.search(r"\b(src|srcset|poster)\s*=\s*[\"']?\s*(https?:)?//", about, re.IGNORECASE):
            yield line, f"<{name}> is loaded from another host", "Put the file beside the page"
        elif re.search(r"\bhref\s*=\s*[\"']?\s*(javascript|data|vbscript):", about, re.IGNORECASE):
            yield line, f"<{name}> leads to a script", "Lead to a page"
        elif name == "img" and not re.search(r"\balt\s*=", about):
            yield line, "a picture has no text in its place", 'Say what it shows: alt="…"; alt="" if it only adorns'
    for picture in PICTURE.finditer(text):
        line = text.count("\n", 0, picture.start()) + 1
        if re.match(r"(https?:)?//", picture[2]):
            yield line, "a picture is loaded from another host", "Put the file beside the page"
        if not picture[1].strip():
            yield line, "a picture has no text in its place", "Say what it shows: ![text](picture.png)"
    for marker in MARKER.finditer(text):
        if marker[1] not in MARKERS:
            line = text.count("\n", 0, marker.start()) + 1
            yield line, f"nothing is known by the name {marker[0]}", "Correct the name or take the line out"
    for place in LEADS.finditer(text):
        yield text.count("\n", 0, place.start()) + 1, f"a link leads to {place[1]}:", "Lead to a page or an address"


def blank(code: re.Match[str]) -> str:
    """Code as blanks, line for line: what stands in it is shown, not done."""
    return re.sub(r"[^\n]", " ", code[0])
