"""Takes the pages of a brand (docs/<language>/); gives what is wrong with them before they are built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from scripts.brand.faults import Faults
from scripts.yamlfile import ROOT

if TYPE_CHECKING:
    from scripts.brand import Brand

FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
CODE = re.compile(r"^(```|~~~).*?^\1[^\S\n]*$|`[^`\n]*`", re.DOTALL | re.MULTILINE)
TAG = re.compile(r"<\s*([a-z][\w-]*)\b([^<>]*)>", re.IGNORECASE)
REFUSED = ("script", "style", "iframe", "object", "embed", "link", "base", "meta", "form")
PICTURE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]*)")
LEADS = re.compile(r"\]\(\s*(javascript|data|vbscript|file):", re.IGNORECASE)
KINDS = {".md", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf", ".docx", ".xlsx", ".csv", ".woff2"}
"""What may lie beside a page."""


def faults(brand: Brand) -> Faults:
    """Pages that lack a translation or a head, run or load something of others, or show pictures without words."""
    found = Faults()
    pages = {language: brand.docs(language) for language in brand.languages}
    ours = ROOT / "docs"
    for language, here in pages.items():
        for name, path in here.items():
            if path.suffix.lower() not in KINDS:
                kinds = ", ".join(sorted(KINDS))
                found.line(
                    path, 1, f"this is not a file a page needs ({path.name})", f"Take it out; allowed are {kinds}"
                )
            if path.suffix != ".md":
                continue
            _page(path, found)
            if not (ours / language / name).exists():  # a page of ours may be replaced in one language alone
                for other in brand.languages:
                    if name not in pages[other]:
                        what = f"this page is missing in `{other}`"
                        found.line(path, 1, what, f"Translate it as docs/{other}/{name}, or do not offer `{other}`")
    for folder in sorted((brand.folder / "docs").glob("*/")):
        if folder.is_dir() and folder.name not in brand.languages:
            found.line(folder, 1, f"the copy does not offer `{folder.name}`", "Name it in `languages`, or take it out")
    return found


def _page(path: Path, found: Faults) -> None:
    text = path.read_text("utf-8", errors="replace")
    for line, what, remedy in (*_head(text), *_runs(CODE.sub(_blank, text))):
        found.line(path, line, what, remedy)


def _head(text: str) -> Iterator[tuple[int, str, str]]:
    front = FRONT.match(text)
    if not front:
        yield 1, "the page has no front matter", "Begin it with ---, title:, description:, updated: and --- on lines"
        return
    try:
        meta: Any = yaml.safe_load(front[1])
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        yield (mark.line + 2 if mark else 1), "the front matter is not YAML", "Put values with a colon in quotes"
        return
    for key in ("title", "description", "updated"):
        if not isinstance(meta, dict) or not meta.get(key):
            yield 1, f"the front matter has no {key}", f"Add a line {key}:"


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
    for place in LEADS.finditer(text):
        yield text.count("\n", 0, place.start()) + 1, f"a link leads to {place[1]}:", "Lead to a page or an address"


def _blank(code: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", code[0])
