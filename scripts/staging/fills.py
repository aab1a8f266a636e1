"""Takes what the build knows of a language; gives the function that says what each marker of a page stands for."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from scripts.bundle import LOCALES
from scripts.staging import brand as brands
from scripts.staging import diagrams, downloads, glossary, licences
from scripts.staging.links import Listing, register
from scripts.yamlfile import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from scripts.staging.pages import Fill, Page

GLANCE = ("first", "who", "time")
"""What the front matter of a page of guidance says at a glance."""


def fills(
    language: str,
    brand: brands.Brand,
    words: dict[str, Any],
    parts: list[licences.Part],
    names: dict[str, str],
    months: list[str],
    day: Callable[[date], str],
) -> Fill:
    """Everything a page can leave to the build, by the name of its marker."""
    here = words[language]
    steps = load(LOCALES / language / "terms.yaml")["ladder"]
    links = Listing(language, here, months, day, load(LOCALES / language / "links.yaml"))

    def fill(page: Page, marker: str, name: str | None) -> str | None:
        match marker, name or "":
            case "glance", "":
                return glance(page, here["glance"])
            case "diagram", diagram:
                return diagrams.figure(diagram, here["diagrams"], page.home, steps)
            case "sources", ids if {*ids.split()} <= register().keys():
                return links.sources(ids.split())
            case "tools", part:
                return links.tools(part)
            case "glossary", "":
                return glossary.listing(language, words)
            case "downloads", "":
                return downloads.listing(language, words)
            case "data", "":
                return downloads.data(here, names)
            case "licences", "":
                return licences.listing(parts, here["licences"])
            case "generated", part if part in brands.PARTS:
                return brand.part(part, language, here["publisher"])
        return None

    return fill


def glance(page: Page, words: dict[str, str]) -> str | None:
    """What to do first, who does it and how long it takes; None if the front matter does not say."""
    if not all(isinstance(page.meta.get(key), str) for key in GLANCE):
        return None
    rows = "\n".join(f"<div><dt>{escape(words[key])}</dt><dd>{escape(page.meta[key])}</dd></div>" for key in GLANCE)
    return f'<dl class="fs-glance fs-glance--rows">\n{rows}\n</dl>'
