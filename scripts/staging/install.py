"""Takes a brand and the words; gives what makes the site an app on a device: the manifest of a language, and icons."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

from scripts.brand import pictures

if TYPE_CHECKING:
    from pathlib import Path

    from scripts.brand import Brand

PICTURES = {
    "icon-192.png": ("192x192", "any"),
    "icon-512.png": ("512x512", "any"),
    "icon-maskable.png": ("512x512", "maskable"),
}
TOUCH = "apple-touch-icon.png"
"""Icons a brand may bring; `nox -s icons` draws them from its favicon.svg."""
MASKED = "icon-maskable.svg"
SVG = re.compile(r"<svg\b", re.IGNORECASE)
SIZE = re.compile(r"""\s(x|y|width|height)\s*=\s*("[^"]*"|'[^']*')""")


def write(target: Path, language: str, brand: Brand, words: dict[str, Any]) -> None:
    """The manifest beside the pages, the icons in the folder of the brand."""
    own = target / "assets" / "brand"
    (own / MASKED).write_text(masked(brand.favicon(), brand.colours["accent"]), "utf-8")
    for name in (*PICTURES, TOUCH):
        if (brand.folder / name).exists():
            shutil.copyfile(brand.folder / name, own / name)
    made = json.dumps(manifest(language, brand, words), ensure_ascii=False, indent=1)
    (target / "manifest.webmanifest").write_text(made + "\n", "utf-8")


def manifest(language: str, brand: Brand, words: dict[str, Any]) -> dict[str, Any]:
    """No `id`: browsers read one from the root of the host, where another copy may lie. The start stands in."""
    return {
        "name": f"{brand.name[language]} – {words['nav']['planner']}",
        "short_name": brand.short_name[language],
        "description": words["root"]["text"],
        "lang": language,
        "dir": "auto",
        "start_url": "planner/",
        "scope": "../",
        "display": "standalone",
        "theme_color": brand.colours["accent"],
        "background_color": "#ffffff",
        "icons": icons(brand),
    }


def icons(brand: Brand) -> list[dict[str, str]]:
    """The pictures a brand brings; its favicon serves every size, plain and with a margin for round masks."""
    drawn = [("favicon.svg", "any", "any", "svg+xml"), (MASKED, "any", "maskable", "svg+xml")]
    brought = [
        (name, size, purpose, "png") for name, (size, purpose) in PICTURES.items() if (brand.folder / name).exists()
    ]
    return [
        {"src": f"assets/brand/{name}", "sizes": sizes, "type": f"image/{kind}", "purpose": purpose}
        for name, sizes, purpose, kind in (*brought, *drawn)
    ]


def masked(favicon: str, ground: str) -> str:
    """The favicon in the safe middle of a full square: a mask may cut away a tenth on each side."""
    start = SVG.search(favicon)
    whole = favicon[start.start() :] if start else favicon
    head, rest = whole.split(">", 1)
    inner = SIZE.sub("", head) + pictures.box(favicon) + ' x="15" y="15" width="70" height="70">' + rest
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<rect width="100" height="100" fill="{ground}"/>{inner}</svg>\n'
    )
