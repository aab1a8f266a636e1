"""Takes a page and the words of a brand; gives the page with each word of ours that the brand says otherwise replaced.

A page does not say where its words come from. So a word is found by what it says: as a whole text between two tags, as
a whole attribute, or as a whole text of the planner's own settings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from scripts.brand.overrides import PLACEHOLDER, SITE
from scripts.bundle import file_name, read_words
from scripts.languages import LOCALES
from scripts.yamlfile import load

if TYPE_CHECKING:
    from scripts.brand import Brand

BETWEEN = re.compile(r"(>)([^<>]+)(<)")
ATTRIBUTE = re.compile(r'(\s(?:aria-label|title|placeholder|content|data-[a-z-]+)=")([^"]+)(")')
SETTINGS = re.compile(r'(<script id="planner-config"[^>]*>)(.*?)(</script>)', re.DOTALL)
UNSEEN = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)


def said_anew(page: str, brand: Brand, language: str) -> str:
    """The page with the brand's words."""
    pairs, begins = tuple(changes(brand, language)), file_name(brand)
    if not pairs and not brand.documents.get("file"):
        return page
    replace = replacing(pairs)
    kept: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"<fs-{len(kept) - 1}>"

    page = SETTINGS.sub(lambda found: found[1] + _settings(found[2], replace, begins) + found[3], page)
    page = UNSEEN.sub(put_aside, page)
    for places in (BETWEEN, ATTRIBUTE):
        page = places.sub(lambda found: found[1] + _kept_blank(found[2], replace) + found[3], page)
    return re.sub(r"<fs-(\d+)>", lambda found: kept[int(found[1])], page)


def changes(brand: Brand, language: str) -> Iterator[tuple[str, str]]:
    """What ours says, and what the brand says instead."""
    own = brand.words(language)
    ours = _ours(language) if own else {}
    for name in own:
        if name in ours:
            yield from _pairs(ours[name], own[name])


@cache
def _ours(language: str) -> dict[str, Any]:
    return {SITE: load(LOCALES / language / "site.yaml"), **read_words(language)}


def _pairs(old: Any, new: Any) -> Iterator[tuple[str, str]]:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in new.keys() & old.keys():
            yield from _pairs(old[key], new[key])
    elif isinstance(old, list) and isinstance(new, list):
        for one, other in zip(old, new, strict=False):
            yield from _pairs(one, other)
    elif isinstance(old, str) and isinstance(new, str) and old != new:
        yield old, new


def replacing(pairs: tuple[tuple[str, str], ...]) -> Callable[[str], str]:
    """What turns a whole text into the brand's; what fills its places stays."""
    whole = {old: new for old, new in pairs if "{" not in old}
    with_places = [(_pattern(old), new) for old, new in pairs if "{" in old]

    def replace(text: str) -> str:
        if text in whole:
            return whole[text]
        for pattern, new in with_places:
            if found := pattern.fullmatch(text):
                return PLACEHOLDER.sub(lambda place: found.groupdict().get(place[1], place[0]), new)
        return text

    return replace


def _pattern(old: str) -> re.Pattern[str]:
    """A text whose places may hold anything; the place itself where the page fills it in later."""
    seen: set[str] = set()

    def place(found: re.Match[str]) -> str:
        again = found[1] in seen
        seen.add(found[1])
        return f"(?P={found[1]})" if again else f"(?P<{found[1]}>.+?)"

    parts = re.split(r"(\{\w+\})", old)
    return re.compile(
        "".join(PLACEHOLDER.sub(place, part) if PLACEHOLDER.fullmatch(part) else re.escape(part) for part in parts)
    )


def _kept_blank(text: str, replace: Callable[[str], str]) -> str:
    """The text between its blanks, escaped as it was."""
    inner = text.strip()
    new = replace(unescape(inner))
    return text.replace(inner, escape(new), 1) if inner and new != unescape(inner) else text


def _settings(text: str, replace: Callable[[str], str], begins: Callable[[str], str]) -> str:
    """The settings of the planner with the brand's words, and the names of files as it has them begin."""

    def anew(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: anew(one) for key, one in value.items()}
        if isinstance(value, list):
            return [anew(one) for one in value]
        return replace(value) if isinstance(value, str) else value

    said = anew(json.loads(text))
    for named in (*said["kinds"].values(), said["strings"]["letters"]):
        named["file"] = begins(named["file"])
    made = json.dumps(said, ensure_ascii=False)
    return made.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("'", "\\u0027")
