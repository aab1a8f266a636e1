"""Takes a brand; gives what only the publisher of a copy can say: how to reach it, who it is, what its host records."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from scripts.brand.values import link

if TYPE_CHECKING:
    from scripts.brand import Brand

MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~-])")


def part(name: str, brand: Brand, language: str, words: dict[str, Any]) -> str | None:
    """One of its parts as Markdown; without anything said, that it is not. None if there is no such part."""
    match name:
        case "contact":
            return contact(brand, language, words)
        case "feedback":
            return str(words["ends"]) if brand.feedback else ""
        case "host-notice":
            said = brand.says(brand.privacy, language)
            return paragraphs(said) if said else str(words["no_host"])
        case "imprint":
            said = brand.says(brand.imprint, language)
            return f"## {words['imprint']} {{ #imprint }}\n\n{paragraphs(said)}" if said else ""
    return None


def contact(brand: Brand, language: str, words: dict[str, Any]) -> str:
    """How to reach the publisher, and its form if it has one."""
    who = escape(brand.says(brand.organisation, language) or brand.name[language])
    where, form = brand.says(brand.contact, language), brand.says(brand.feedback, language)
    said = []
    if where:
        said.append(words["reach"].format(organisation=plain(who), address=link(where) or plain(escape(where))))
    if form:
        said.append(
            words["contact"].format(organisation=plain(who), address=form.replace("(", "%28").replace(")", "%29"))
        )
    return "\n\n".join(said) or str(words["no_contact"])


def paragraphs(said: str) -> str:
    """A text of several lines; nothing in it is Markdown or HTML."""
    return "\n\n".join(plain(escape(line.strip())) for line in said.splitlines() if line.strip())


def plain(text: str) -> str:
    """A text whose signs Markdown leaves alone."""
    return MARKUP.sub(r"\\\1", text)
