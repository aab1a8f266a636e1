"""Takes the pages a copy leaves out; gives them, or says why one cannot be left out, or not so."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from scripts.brand.values import Wrong
from scripts.yamlfile import ROOT, load

NEEDED = {
    "index": "with which the copy begins",
    "planner": "which every document is made with",
    "about/index": "which says who publishes the copy",
    "about/licences": "which names the authors of what the copy is made of, as their licences ask",
    "about/privacy": "which says what becomes of what readers type",
}
"""Pages every copy has, and what for."""


def without(value: Any) -> tuple[str, ...]:
    """Pages to leave out, such as `about/new`."""
    known = _pages()
    found = value if isinstance(value, list) else [value]
    for place, one in enumerate(found):
        if one in NEEDED:
            raise Wrong(f"has `{one}`, {NEEDED[one]}", "Take it out of the list", place)
        if (part := str(one).partition("/")[0]) == "topics" or str(one).endswith("/index"):
            key = "topics" if part == "topics" else "routes"
            raise Wrong(f"has `{one}`", f"Name those to show with `{key}`", place)
        if one not in known:
            near = get_close_matches(str(one), known, n=1)
            remedy = f"Did you mean {near[0]}? Write a page as" if near else "Write a page as"
            raise Wrong(f"has `{one}`, which is no page of the guide", f"{remedy} in its address: about/new", place)
    return tuple(dict.fromkeys(found))


def _pages() -> list[str]:
    """The pages of the guide that are not the first of their part, and no topics."""
    parts = [value for item in load(ROOT / "mkdocs.yml")["nav"] for value in item.values() if isinstance(value, list)]
    names = [page.removesuffix(".md") for part in parts for each in part for page in each.values()]
    return [name for name in names if not name.startswith("topics/") and not name.endswith("/index")]
