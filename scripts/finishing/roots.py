"""Takes the words of every language; gives the pages that are in none of them, and the sitemap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.staging import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from scripts.brand import Brand

XHTML = "http://www.w3.org/1999/xhtml"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(site: Path, brand: Brand, words: dict[str, dict[str, Any]]) -> None:
    """Write the pages of no language; all read well without a script and on any sub-path."""
    environment = Environment(
        loader=FileSystemLoader(ROOT / "overrides" / "root"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    (site / "offline").mkdir(exist_ok=True)
    for name in ("index.html", "404.html", "offline/index.html"):
        template = environment.get_template(name)
        page = template.render(brand=brand, words=words, languages=brand.languages, main=brand.main)
        (site / name).write_text(page, "utf-8")


def sitemap(site: Path, address: str, languages: tuple[str, ...]) -> None:
    """One sitemap for all languages, each page with its translations."""
    home = site / languages[0]
    paths = sorted(page.parent.relative_to(home).as_posix() for page in home.rglob("index.html"))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">']
    for path in paths:
        tail = "" if path == "." else f"{path}/"
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{each}" href="{escape(address)}{each}/{tail}"/>'
            for each in languages
        )
        lines += [f"<url><loc>{escape(address)}{language}/{tail}</loc>{links}</url>" for language in languages]
    (site / "sitemap.xml").write_text("\n".join([*lines, "</urlset>", ""]), "utf-8")
