"""Takes what the build knows of a language; gives the function that says what each marker of a page stands for."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from scripts.languages import LOCALES
from scripts.staging import ROOT, diagrams, downloads, glossary, kept, law, licences, publisher
from scripts.staging.law import Law
from scripts.staging.links import Listing, own, register
from scripts.staging.pages import title
from scripts.staging.topics import Topics
from scripts.work import Work
from scripts.yamlfile import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from scripts.brand import Brand
    from scripts.staging.pages import Fill, Page

GLANCE = ("first", "who", "time")
"""What the front matter of a page of guidance says at a glance."""


def fills(
    language: str,
    brand: Brand,
    words: dict[str, Any],
    parts: list[licences.Part],
    names: dict[str, str],
    months: list[str],
    day: Callable[[date], str],
) -> Fill:
    """Everything a page can leave to the build, by the name of its marker."""
    here = words[language]
    bundle = json.loads((Work(brand.folder).bundles / f"{language}.json").read_text("utf-8"))
    steps = bundle["words"]["terms"]["ladder"]
    uses = load(LOCALES / language / "links.yaml")
    links = Listing(language, here, months, day, uses, own(bundle["facts"]["sources"], language))
    instruments = Law(law.said(language), here, links, day)
    topics = Topics(bundle["facts"], bundle["words"], here, links, instruments, brand.topics)

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
            case "topic", part:
                return topics.part(page.id, part, page.home)
            case "law", place:
                return instruments.entries(place, page.home)
            case "timeline", "":
                return instruments.timeline(page.home)
            case "topics", "":
                return topics.overview(page.home)
            case "also", "":
                return also(page, language, brand.languages, here["also"])
            case "glossary", "":
                return glossary.listing(language, words, page.home)
            case "kept", "":
                return kept.place(language, words, page.home)
            case "downloads", "":
                return downloads.listing(language, brand, words)
            case "data", "":
                return downloads.data(here, names)
            case "licences", "":
                return licences.listing(parts, here["licences"])
            case "generated", part:
                return publisher.part(part, brand, language, here["publisher"])
        return None

    return fill


def glance(page: Page, words: dict[str, str]) -> str | None:
    """What to do first, who does it and how long it takes; None if the front matter does not say."""
    if not all(isinstance(page.meta.get(key), str) for key in GLANCE):
        return None
    rows = "\n".join(f"<div><dt>{escape(words[key])}</dt> <dd>{escape(page.meta[key])}</dd></div>" for key in GLANCE)
    return f'<dl class="fs-glance fs-glance--rows">\n{rows}\n</dl>'


def also(page: Page, language: str, languages: tuple[str, ...], label: str) -> str:
    """Other words readers search for, and what the page is called in the other languages."""
    own = ", ".join(escape(word) for word in page.meta.get("also", []))
    titles = " · ".join(
        f'<span lang="{other}">{escape(title(ROOT / "docs" / other / page.name))}</span>'
        for other in languages
        if other != language
    )
    return f'<p class="fs-also fs-note">{escape(label)} {own}{". " if own else ""}{titles}</p>'
