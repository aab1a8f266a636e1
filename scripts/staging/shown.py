"""Takes a page and what this copy shows; gives the page without what is not there, and without ways to it.

Between `<!-- only: company -->` and `<!-- end -->` stands what is told only where that part of the guide, or that
topic, is shown; after `<!-- unless: company -->` what is told only where it is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import dirname, join, normpath

BLOCK = re.compile(r"^<!-- (only|unless): ([a-z-]+) -->\n(.*?)^<!-- end -->\n", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^()\s:]+\.md)([#?][^()\s]*)?\)(\{[^}]*\})?")
BUTTON = re.compile(r"fs-button")
ITEM = re.compile(r"^(?P<mark>[-*]\s+)(?P<text>.*(?:\n(?:[ \t]+\S.*|[ \t]*(?=\n[ \t]+\S)))*)\n?", re.MULTILINE)
FIRST = re.compile(r"(#+\s+|\*\*)?\[[^\[\]]*\]\(([^()\s:]+\.md)")


@dataclass(frozen=True)
class Shown:
    """The parts, the topics and the pages (`company/policy.md`) of this copy."""

    parts: frozenset[str]
    pages: frozenset[str]

    def chosen(self, text: str) -> str:
        """The text of a page with what is told in this copy, line for line where it was."""

        def told(block: re.Match[str]) -> str:
            told = (block[2] in self.parts) == (block[1] == "only")
            return f"\n{block[3]}\n" if told else "\n" * block[0].count("\n")

        return BLOCK.sub(told, text)

    def cut(self, text: str, page: str) -> str:
        """The text of a page without ways to what is not there: lines that begin with one go, words stay."""
        text = ITEM.sub(lambda item: "" if self._leads_away(item["text"], page) else item[0], text)
        return LINK.sub(lambda link: link[0] if self._there(link[2], page) else self._said(link), text)

    def _leads_away(self, item: str, page: str) -> bool:
        first = FIRST.match(item)
        return first is not None and not self._there(first[2], page)

    def _there(self, target: str, page: str) -> bool:
        return normpath(join(dirname(page), target)) in self.pages

    def _said(self, link: re.Match[str]) -> str:
        return "" if link[4] and BUTTON.search(link[4]) else link[1]
