"""Takes values of brand.yaml; gives them as the build uses them, or says what is wrong with them and what to do."""

from __future__ import annotations

import re
from html import escape
from typing import Any
from urllib.parse import urlsplit

from scripts.yamlfile import without_html

Said = dict[str, str]
"""One text per language of the copy."""
MAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>.]+")
LONGEST = 60
"""Signs of a name: what a header and a letterhead have room for."""


class Wrong(ValueError):
    """A value that cannot be used: what it is, what to do, and the keys that lead to it from its own."""

    def __init__(self, what: str, remedy: str, *keys: str | int) -> None:
        super().__init__(what)
        self.what, self.remedy, self.keys = what, remedy, keys


def text(value: Any) -> str:
    """A text, without HTML: every page and document writes it out as it stands."""
    if not isinstance(value, str) or not value.strip():
        raise Wrong("is not a text", "Write it in quotes, or take the line out")
    if not without_html(value):
        raise Wrong("holds HTML", "Write plain text; a sign such as < is fine, a tag is not")
    return value.strip()


def name(value: Any) -> str:
    """A text that fits a header."""
    found = text(value)
    if len(found) > LONGEST or "\n" in found:
        raise Wrong(f"is longer than {LONGEST} signs or one line", "Shorten it, and say the rest on a page of yours")
    return found


def address(value: Any) -> str:
    """An address of the web."""
    found = text(value)
    parts = urlsplit(found)
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s\"'<>]", found):
        raise Wrong("is not an address", "Write it out, such as https://example.org/guide/")
    return found


def home(value: Any) -> str:
    """The address a copy is published at: a folder, so it ends in a slash, and has neither query nor mark."""
    found = address(value)
    if urlsplit(found).query or urlsplit(found).fragment:
        raise Wrong("is not a folder", "Take out what follows ? or #")
    return found.rstrip("/") + "/"


def contact(value: Any) -> str:
    """Where people reach the publisher: an address of the web or of e-mail, or words."""
    found = text(value)
    if "@" in found and " " not in found and not MAIL.fullmatch(found):
        raise Wrong("is not an e-mail address", "Write it as name@example.org")
    return found


def link(where: str) -> str | None:
    """A contact as a link of HTML, if it is an address."""
    mail, web = MAIL.fullmatch(where), where.startswith(("http://", "https://"))
    address = escape(where)
    return f'<a href="{"mailto:" if mail else ""}{address}">{address}</a>' if mail or web else None


def colour(value: Any) -> str:
    """`#rrggbb`; whether it can be read is seen together with its ground."""
    return str(value).lower()


def path(value: Any) -> str:
    """A file of the folder, by its way from brand.yaml."""
    found = text(value)
    if found.startswith(("/", "~")) or ".." in found.replace("\\", "/").split("/") or ":" in found:
        raise Wrong("leads out of the folder", "Put the file into the folder of the brand and name it from there")
    return found


def slug(value: Any) -> str:
    """The beginning of a file's name, good on every system."""
    found = text(value)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found) or len(found) > LONGEST // 2:
        raise Wrong("cannot begin the name of a file", "Use small letters, digits and hyphens, such as our-guide")
    return found


def lines(value: Any) -> list[str]:
    """Texts, one or several."""
    found = value if isinstance(value, list) else [value]
    return [text(each) for each in found]
