"""Takes the finished pages; gives what every host has to be told of this copy, and the way its recipe is filled in."""

from __future__ import annotations

import mimetypes
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FOREVER = "public, max-age=31536000, immutable"
ANEW = "no-cache"
"""May be kept, but is asked for before each use: every page, and the service worker."""
HASHED = "/(assets|planner|planner/bundles)/[0-9a-f]{16}/"
"""Folders named by their content. A pattern, so that the configuration of a server outlives an upgrade."""
ENDINGS = (".br", ".gz")
HIDDEN = (".htaccess", "_headers")
"""Lies in the site, and is for its host alone."""
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
}
UNKNOWN = "application/octet-stream"
GAP = re.compile(r"^( *\t*)@(\w+)@$|@(\w+)@", re.MULTILINE)


@dataclass(frozen=True)
class Copy:
    """One copy of the site, as its host has to know it."""

    base: str
    """The path it is published below: `/` or `/guide/`."""
    headers: Mapping[str, str]
    """Sent with every answer."""
    hashed: tuple[str, ...]
    """The folders that may be kept for ever, below the base."""
    types: Mapping[str, str]
    """By the end of a file's name, for every kind of file there is."""
    languages: tuple[str, ...]
    """Those with a 404 page of their own."""


def described(site: Path, policy: str, hashed: Iterable[str], address: str | None) -> Copy:
    """Look through the site. Only headers can say who may frame it."""
    headers = {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'self'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
    base = (urlsplit(address).path if address else "").rstrip("/") + "/"
    missing = tuple(sorted(page.parent.name for page in site.glob("*/404.html")))
    return Copy(base, headers, tuple(hashed), _types(site), missing)


def _types(site: Path) -> dict[str, str]:
    """A brand may bring kinds of files we have none of; Python's own table is the same on every machine."""
    known = mimetypes.MimeTypes(filenames=())
    found = {path.suffix for path in site.rglob("*") if path.is_file() and path.name not in HIDDEN} - {*ENDINGS, ""}
    return {kind: TYPES.get(kind) or known.guess_type(f"x{kind}")[0] or UNKNOWN for kind in sorted(found)}


def filled(recipe: str, **values: str | Iterable[str]) -> str:
    """Fill the gaps of a recipe: `@name@` within a line is text, alone on a line as many lines as there are."""

    def fill(gap: re.Match[str]) -> str:
        value = values[gap[2] or gap[3]]
        return "\n".join(f"{gap[1] or ''}{line}" for line in ([value] if isinstance(value, str) else value))

    return re.sub(r"\n{3,}", "\n\n", GAP.sub(fill, recipe.lstrip("\n")))
