"""Takes a page and the words of a brand; gives the page with each word of ours that the brand says otherwise replaced.

A page does not say where its words come from. So a word is found by what it says: as a whole text between two tags, as
a whole attribute, or as a whole text of settings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
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
SPOKEN = re.compile(r'<(li|section)\b[^>]*\slang="([a-z]+)".*?</\1>', re.DOTALL)
"""What a page of no language says in one."""
Way = tuple[str, ...]
"""Keys that lead to a word from the name of its file."""


class Anew:
    """What a brand says otherwise in one language; `unmet`, which of our words no page had."""

    def __init__(self, brand: Brand, language: str) -> None:
        changes = list(_changes(brand, language))
        self.begins = file_name(brand)
        self.unmet = {way for way, _, _ in changes}
        self._nothing = not changes and not brand.documents.get("file")
        self._whole: dict[str, tuple[list[Way], str]] = {}
        for way, old, new in changes:
            ways, _ = self._whole.get(old, ([], ""))
            self._whole[old] = ([*ways, way], new)
        self._with_places = [(way, _pattern(old), new) for way, old, new in changes if "{" in old]

    def text(self, text: str) -> str:
        """A whole text; what fills its places stays."""
        if text in self._whole:
            ways, new = self._whole[text]
            self.unmet.difference_update(ways)
            return new
        for way, pattern, new in self._with_places:
            if found := pattern.fullmatch(text):
                self.unmet.discard(way)
                return PLACEHOLDER.sub(lambda place: found.groupdict().get(place[1], place[0]), new)
        return text

    def page(self, page: str) -> str:
        """A page, or a part of one."""
        if self._nothing:
            return page
        kept: list[str] = []

        def put_aside(found: re.Match[str]) -> str:
            kept.append(found[0])
            return f"<fs-{len(kept) - 1}>"

        page = SETTINGS.sub(lambda found: found[1] + self._planner(found[2]) + found[3], page)
        page = UNSEEN.sub(put_aside, page)
        page = BETWEEN.sub(lambda found: found[1] + _kept_blank(found[2], self.text) + found[3], page)
        page = ATTRIBUTE.sub(lambda found: found[1] + _kept_blank(found[2], self._attribute) + found[3], page)
        return re.sub(r"<fs-(\d+)>", lambda found: kept[int(found[1])], page)

    def _attribute(self, text: str) -> str:
        """A text, or settings of a module."""
        return (
            json.dumps(self._within(json.loads(text)), ensure_ascii=False) if text.startswith('{"') else self.text(text)
        )

    def _within(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._within(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self._within(one) for one in value]
        return self.text(value) if isinstance(value, str) else value

    def _planner(self, text: str) -> str:
        """The settings of the planner, with the names of files as the brand has them begin."""
        said = self._within(json.loads(text))
        for named in (*said["kinds"].values(), said["strings"]["letters"]):
            named["file"] = self.begins(named["file"])
        made = json.dumps(said, ensure_ascii=False)
        return made.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("'", "\\u0027")


def in_all(page: str, anew: dict[str, Anew], main: str) -> str:
    """A page of no language: each part in its own, the head in the main one."""
    head, body = page.split("<body", 1)
    return anew[main].page(head) + "<body" + SPOKEN.sub(lambda found: anew[found[2]].page(found[0]), body)


def _changes(brand: Brand, language: str) -> Iterator[tuple[Way, str, str]]:
    """Which word it is, what ours says, and what the brand says instead."""
    if own := brand.words(language):
        yield from _pairs((), {SITE: load(LOCALES / language / "site.yaml"), **read_words(language)}, own)


def _pairs(way: Way, old: Any, new: Any) -> Iterator[tuple[Way, str, str]]:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in new.keys() & old.keys():
            yield from _pairs((*way, key), old[key], new[key])
    elif isinstance(old, list) and isinstance(new, list):
        for one, other in zip(old, new, strict=False):
            yield from _pairs(way, one, other)
    elif isinstance(old, str) and isinstance(new, str) and old != new:
        yield way, old, new


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
    new = replace(unescape(inner)) if inner else inner
    return text.replace(inner, escape(new), 1) if inner and new != unescape(inner) else text
