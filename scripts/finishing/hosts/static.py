"""Takes a copy; gives `_headers`, as Netlify, Cloudflare Pages and our own server read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.finishing.hosts.told import FOREVER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scripts.finishing.hosts.told import Copy

NAME = "_headers"


def written(copy: Copy, base: str) -> str:
    """A pattern, then its headers. No header stands under two patterns: such hosts would send both values as one."""
    lines = [
        line
        for pattern, headers in rules(copy, base).items()
        for line in (pattern, *(f"  {name}: {value}" for name, value in headers.items()))
    ]
    return "\n".join([*lines, ""])


def rules(copy: Copy, base: str) -> dict[str, Mapping[str, str]]:
    """What is not kept for ever, these hosts have asked for anew without being told."""
    return {f"{base}*": copy.headers} | {f"{base}{path}/*": {"Cache-Control": FOREVER} for path in copy.hashed}
