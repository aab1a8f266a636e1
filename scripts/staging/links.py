"""Takes docs/links.yaml and the planner's sources; gives every address outside the guide, and lists of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from scripts.languages import STAGING_LANGUAGE
from scripts.staging import ROOT, fault
from scripts.yamlfile import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

REGISTER = ROOT / "docs" / "links.yaml"
PLANNER_SOURCES = ROOT / "planner" / "data" / "sources.yaml"
KEYS = {"title", "by", "url", "language", "date", "checked", "tool", "cost", "only"}
COSTS = ("free", "account", "members")
MONTH = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True)
class Link:
    """One source or tool: what it is called, who owns it, and when somebody last went over both."""

    id: str
    title: str
    by: str
    url: str | None
    languages: tuple[str, ...]
    date: date | str | int | None
    checked: date
    tool: str | None = None
    cost: str | None = None
    only: str | None = None

    def listed(self, language: str) -> bool:
        """Whether readers of a language see it among the tools; English readers see all."""
        return self.tool is not None and language in (self.only or language, STAGING_LANGUAGE)


@cache
def register() -> dict[str, Link]:
    """Every link by its id. One id stands in one of the two files only."""
    found = {}
    for id, source in load(PLANNER_SOURCES).items():
        found[id] = Link(id, source["title"], source["reference"], source["url"], ("en",), None, source["checked"])
    for id, entry in load(REGISTER).items():
        if id in found:
            raise fault(REGISTER, f"`{id}` is also in planner/data/sources.yaml", "Take it out here", id)
        for key in entry.keys() ^ KEYS:
            if key in entry or key in ("title", "by", "language", "checked"):
                raise fault(REGISTER, f"`{id}` has a wrong or missing `{key}`", f"Use {', '.join(sorted(KEYS))}", id)
        if not isinstance(entry["checked"], date):
            raise fault(REGISTER, f"`{id}` has no day in `checked`", "Write a date such as 2026-11-28", id, "checked")
        if ("tool" in entry) != (entry.get("cost") in COSTS):
            raise fault(REGISTER, f"`{id}` is a tool without a cost, or the reverse", f"Use {', '.join(COSTS)}", id)
        found[id] = Link(
            id, entry["title"], entry["by"], entry.get("url"), tuple(entry["language"]), entry.get("date"),
            entry["checked"], entry.get("tool"), entry.get("cost"), entry.get("only"),
        )  # fmt: skip
    return found


def own(sources: dict[str, dict[str, Any]], language: str) -> dict[str, Link]:
    """What a bundle cites and no file of ours knows: sources of the brand."""
    return {
        id: Link(id, one["title"], one["reference"], one["url"], (language,), None, date.fromisoformat(one["checked"]))
        for id, one in sources.items()
        if id not in register()
    }


@dataclass(frozen=True)
class Listing:
    """Lists of links in one language: its words, its dates, and what each tool is good for."""

    language: str
    words: dict[str, Any]
    months: list[str]
    day: Callable[[date], str]
    uses: dict[str, str]
    own: dict[str, Link]
    """The sources of a brand."""

    def sources(self, ids: Iterable[str]) -> str:
        """A list item per address; references to parts of one text share it."""
        by_address: dict[str, list[Link]] = {}
        for id in ids:
            link = self.own.get(id) or register()[id]
            by_address.setdefault(link.url or id, []).append(link)
        items = []
        for links in by_address.values():
            first = links[0]
            named = ", ".join(dict.fromkeys(link.by for link in links))
            when = f", {self._when(first.date)}" if first.date else ""
            notes = [self._in_language(first), self.words["sources"]["checked"].format(day=self.day(first.checked))]
            note = "; ".join(filter(None, notes))
            items.append(
                f'<li>{self._anchor(first)}, {escape(named)}{when} <span class="fs-note">({escape(note)})</span></li>'
            )
        return '<ul class="fs-sources">\n' + "\n".join(items) + "\n</ul>"

    def tools(self, part: str) -> str | None:
        """The tools of one part, those in the reader's own language first; None if there are none."""
        found = [link for link in register().values() if link.tool == part and link.listed(self.language)]
        found.sort(key=lambda link: (self.language not in link.languages, "en" not in link.languages))
        items = []
        for link in found:
            if link.id not in self.uses:
                path = ROOT / "planner" / "locales" / self.language / "links.yaml"
                raise fault(path, f"nothing says what `{link.id}` is good for", f"Add a line {link.id}:")
            facts = [
                escape(link.by),
                ", ".join(self.words["languages"][each] for each in link.languages),
                self.words["links"]["costs"][link.cost],
                self.words["sources"]["checked"].format(day=self.day(link.checked)),
            ]
            items.append(
                f'<li id="{link.id}"><p>{self._anchor(link)}</p><p>{escape(self.uses[link.id])}</p>'
                f'<p class="fs-note">{" · ".join(facts)}</p></li>'
            )
        return '<ul class="fs-tools">\n' + "\n".join(items) + "\n</ul>" if items else None

    def _anchor(self, link: Link) -> str:
        spoken = link.languages[0]
        own = "" if spoken == self.language else f' lang="{spoken}"'
        leads = "" if self.language in link.languages else f' hreflang="{spoken}"'
        title = escape(link.title)
        return f'<a href="{escape(link.url)}"{own}{leads}>{title}</a>' if link.url else f"<cite{own}>{title}</cite>"

    def _in_language(self, link: Link) -> str:
        if self.language in link.languages:
            return ""
        names = ", ".join(self.words["languages"][each] for each in link.languages)
        return str(self.words["sources"]["language"].format(languages=names))

    def _when(self, when: date | str | int) -> str:
        """A day, a month (2026-05) or a year, as far as it is known."""
        if isinstance(when, date):
            return self.day(when)
        month = MONTH.fullmatch(str(when))
        return f"{self.months[int(month[2]) - 1]} {month[1]}" if month else str(when)
