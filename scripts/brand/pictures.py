"""Takes the pictures and the typeface of a brand; gives what is wrong with them, and a sign where there is none."""

from __future__ import annotations

import base64
import re
import struct
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from scripts import commands
from scripts.brand.faults import Faults
from scripts.folder import files
from scripts.yamlfile import BuildError, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scripts.brand import Brand

SIGNS = ("logo.svg", "favicon.svg")
DARK_LOGO = "logo-dark.svg"
WIDEST = 5
"""How many times as wide as high a page shows a logo at most."""
SQUARE = (0.75, 1.34)
"""Width by height of what can be read in a tab."""
MOST = {".svg": 50_000, ".png": 60_000, ".woff2": 150_000}
"""Bytes a file may have: it is loaded with every page, or lies in every document."""
PNG = b"\x89PNG\r\n\x1a\n"
SQUARES = {"icon-192.png": 192, "icon-512.png": 512, "icon-maskable.png": 512, "apple-touch-icon.png": 180}
REFUSED = ("script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "animate", "set")
OWN_PLACE = re.compile(r"\s*(#|data:image/(png|jpeg|gif|webp);)", re.IGNORECASE)
ELSEWHERE = re.compile(r"@import|url\(\s*['\"]?(?!#|data:image/)", re.IGNORECASE)


def faults(brand: Brand) -> Faults:
    """Every picture and typeface file that cannot be used, or is too heavy."""
    found = Faults()
    for path in (*files(brand.folder, "*.svg"), *files(brand.folder, "docs/**/*.svg")):
        try:
            drawn = written(path)
        except BuildError as error:
            found.append(str(error))
            continue
        for line, what, remedy in svg(drawn):
            found.line(path, line, what, remedy)
    for path in (*files(brand.folder, "*.svg"), *files(brand.folder, "*.png")):
        _weigh(path, found)
    for path in files(brand.folder, "*.png"):
        size = png(path.read_bytes())
        if size is None:
            found.line(path, 1, "this is not a PNG", "Save the picture as PNG")
        elif path.name in SQUARES and size != (SQUARES[path.name],) * 2:
            side, made = SQUARES[path.name], f"{size[0]} by {size[1]} points"
            remedy = f"Draw it {side} by {side}{commands.icons(brand.folder)}"
            found.line(path, 1, f"this icon has {made}", remedy)
    for face, name in brand.typeface.items():
        path = brand.folder / name
        if not path.is_file():
            remedy = "Add the file, or correct its name"
            found.key(brand.folder / "brand.yaml", ("typeface", face), f"there is no file {name}", remedy)
        elif path.suffix != ".woff2" or path.read_bytes()[:4] != b"wOF2":
            found.line(path, 1, "this is not a WOFF2 file", "Convert the typeface to WOFF2, as browsers want it")
        else:
            _weigh(path, found)
    return found


def _weigh(path: Path, found: Faults) -> None:
    most, size = MOST[path.suffix], path.stat().st_size
    if size > most:
        what = f"this file has {size / 1000:,.0f} kB; {most / 1000:,.0f} is the most"
        found.line(path, 1, what, "Make it smaller: readers load it with every page, and documents carry it")


def svg(text: str) -> Iterator[tuple[int, str, str]]:
    """What makes a drawing a danger or no drawing: its line, what is wrong, what to do."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        yield _line(text, "<!"), "an SVG with a document type can hide what it draws", "Save it as plain SVG"
        return
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - without a document type there are no entities to expand
    except ElementTree.ParseError as error:
        yield error.position[0], "this is not an SVG", "Save the drawing as plain SVG"
        return
    if _name(root.tag) != "svg":
        yield 1, "this is not an SVG", "Save the drawing as plain SVG"
    for element in root.iter():
        name = _name(element.tag)
        if name in REFUSED:
            yield _line(text, f"<{name}"), f"the drawing holds <{name}>", "Take it out: a logo does nothing"
        for attribute, value in element.attrib.items():
            key = _name(attribute)
            if key.startswith("on"):
                yield _line(text, f"{key}="), f"the drawing holds a script (`{key}`)", "Take the attribute out"
            elif key in ("href", "src") and not OWN_PLACE.match(value):
                yield _line(text, value), f"the drawing loads {value[:60]}", "Draw it in, or take it out"
            elif ELSEWHERE.search(value):
                yield _line(text, value), "the drawing loads something from elsewhere", "Draw it in, or take it out"
        if name == "style" and ELSEWHERE.search(element.text or ""):
            yield _line(text, "<style"), "the style of the drawing loads something", "Draw it in, or take it out"


def png(content: bytes) -> tuple[int, int] | None:
    """The width and height of a PNG; None if it is none."""
    if not content.startswith(PNG) or len(content) < 24:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return (width, height) if width and height else None


def ratio(svg: str) -> float:
    """How many times as wide as high a drawing is."""
    try:
        root = ElementTree.fromstring(svg)  # noqa: S314 - checked before it is used
        given = [*map(float, re.split(r"[\s,]+", root.get("viewBox", "").strip())[2:])] or _sides(root)
        return given[0] / given[1]
    except (ElementTree.ParseError, ValueError, IndexError, ZeroDivisionError):
        return 1


def box(svg: str) -> str:
    """The attribute a drawing of a fixed size lacks to be drawn in another; nothing if it has it, or no size."""
    try:
        root = ElementTree.fromstring(svg)  # noqa: S314 - checked before it is used
        return "" if root.get("viewBox") else f' viewBox="0 0 {" ".join(f"{side:g}" for side in _sides(root))}"'
    except (ElementTree.ParseError, ValueError):
        return ""


def _sides(root: ElementTree.Element) -> list[float]:
    return [float(re.sub(r"[a-z%]+$", "", root.get(side, ""))) for side in ("width", "height")]


def framed(content: bytes) -> str:
    """A PNG as a drawing: pages know one kind of logo."""
    width, height = png(content) or (1, 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><image width="{width}" '
        f'height="{height}" href="data:image/png;base64,{base64.b64encode(content).decode()}"/></svg>\n'
    )


def letter(name: str, ground: str) -> str:
    """A sign for who has none: the first letter on the colour of the brand."""
    first = escape(next((sign for sign in name if sign.isalnum()), "?").upper())
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<rect width="100" height="100" rx="22" fill="{ground}"/><text x="50" y="72" font-family="Arial, sans-serif" '
        f'font-size="62" font-weight="700" text-anchor="middle" fill="#ffffff">{first}</text></svg>\n'
    )


def _name(tag: object) -> str:
    return str(tag).rpartition("}")[2].lower()


def _line(text: str, part: str) -> int:
    at = text.lower().find(part.lower())
    return text.count("\n", 0, max(at, 0)) + 1
