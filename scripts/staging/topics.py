"""Takes the library as the planner has it; gives the parts of a topic page: page and planner cannot differ."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scripts.staging.law import Law
    from scripts.staging.links import Listing

SIDES = ("supplier", "buyer", "joint")
NATURES = ("contain", "remedy", "correct", "prevent")
SEEN = ("self-assessment", "visit", "office-audit", "signal")
KIND = "supplier-improvement"


@dataclass(frozen=True)
class Topics:
    """The sixteen topics in one language: the facts and words of its bundle, and the words of the site."""

    facts: dict[str, Any]
    words: dict[str, Any]
    site: dict[str, Any]
    links: Listing
    law: Law
    shown: tuple[str, ...]
    """Those of this copy, in its order."""

    def part(self, id: str, name: str, home: str) -> str | None:
        """One part of the page of a topic; None if there is no such topic or part."""
        topic = next((topic for topic in self.facts["topics"] if topic["id"] == id), None)
        parts: dict[str, Callable[[dict[str, Any], str], str]] = {
            "what": self._what,
            "why": self._why,
            "signs": self._signs,
            "do": self._do,
            "not": self._not,
            "indicators": self._indicators,
            "sources": self._sources,
        }
        return parts[name](topic, home) if topic and name in parts else None

    def overview(self, home: str) -> str:
        """Every topic the copy shows, with what it is about."""
        items = [
            f'<li><h2 id="{topic["id"]}"><a href="{home}topics/{topic["id"]}/">{self._name(topic["id"])}</a></h2>'
            f"<p>{escape(self._first_sentence(self.words['topics'][topic['id']]['about']))}</p></li>"
            for topic in sorted(self.facts["topics"], key=lambda topic: self._place(topic["id"]))
            if topic["id"] in self.shown
        ]
        return f'<div class="fs-cards">\n<ul>\n{_lines(items)}\n</ul>\n</div>'

    def _place(self, topic: str) -> int:
        return self.shown.index(topic) if topic in self.shown else len(self.shown)

    def _what(self, topic: dict[str, Any], home: str) -> str:
        about = escape(self.words["topics"][topic["id"]]["about"])
        return f"<p>{about}</p>\n{self.law.on_topic(topic['id'], home)}".rstrip()

    def _why(self, topic: dict[str, Any], home: str) -> str:
        """Typical causes by where they lie, and an example of five whys."""
        origins, names = self.facts["root_causes"]["origins"], self.words["terms"]["root_causes"]
        rows = []
        for origin in ("supplier", "buyer", "context"):
            found = [escape(names[cause]) for cause in topic["root_causes"] if origins[cause] == origin]
            if found:
                rows.append(f"<dt>{escape(self.words['terms']['origins'][origin])}</dt>")
                rows += [f"<dd>{cause}</dd>" for cause in found]
        example = escape(self.words["topics"][topic["id"]]["whys"])
        more = f'<a href="{home}methods/root-causes/">{escape(self.site["topics"]["causes"])}</a>'
        return f'<dl class="fs-causes">\n{_lines(rows)}\n</dl>\n<p class="fs-whys">{example}</p>\n<p>{more}</p>'

    def _signs(self, topic: dict[str, Any], _: str) -> str:
        """What to look for, by how one comes to see it; those of danger first and marked."""
        said, blocks = self.words["topics"][topic["id"]]["signs"], []
        for seen in SEEN:
            found = [sign for sign in topic["signs"] if seen in sign["seen"]]
            if found:
                marked = [
                    f"<li>{self._urgent() if sign.get('urgent') else ''}{escape(said[sign['id']])}</li>"
                    for sign in sorted(found, key=lambda sign: not sign.get("urgent"))
                ]
                title = escape(self.site["topics"]["seen"][seen])
                blocks.append(f'<h3 id="signs-{seen}">{title}</h3>\n<ul class="fs-signs">\n{_lines(marked)}\n</ul>')
        return "\n".join(blocks)

    def _urgent(self) -> str:
        return f'<strong class="fs-urgent">{escape(self.site["topics"]["urgent"])}</strong> '

    def _do(self, topic: dict[str, Any], home: str) -> str:
        """The measures of supplier, buyer and both, what stops harm first; each can be taken into a plan."""
        blocks = []
        for side in SIDES:
            measures = [one for one in self._measures(topic) if one["side"] == side]
            measures.sort(key=lambda one: NATURES.index(one["nature"]))
            items = [self._measure(topic["id"], one, home) for one in measures]
            if items:
                title = escape(self.words["terms"]["sides"][side])
                blocks.append(f'<h3 id="do-{side}">{title}</h3>\n<ul class="fs-measures">\n{_lines(items)}\n</ul>')
        return "\n".join(blocks)

    def _measure(self, topic: str, measure: dict[str, Any], home: str) -> str:
        said, words = self.words["measures"][measure["id"]], self.site["topics"]
        query = f"kind={KIND}&amp;topic={topic}&amp;measure={measure['id']}&amp;side={measure['side']}"
        add = (
            f'<a href="{home}planner/?{query}&amp;nature={measure["nature"]}" rel="nofollow" '
            f'aria-label="{escape(words["add"])}: {escape(said["title"])}">{escape(words["add"])}</a>'
        )
        nature = escape(self.words["terms"]["natures"][measure["nature"]])
        return (
            f'<li id="{measure["id"]}"><details><summary>{escape(said["title"])} '
            f'<span class="fs-note">{nature}</span></summary><p>{escape(said["how"])}</p>'
            f"<p><strong>{escape(words['check'])}</strong> {escape(said['check'])}</p>"
            f"{self._safeguard(said)}</details><p>{add}</p></li>"
        )

    def _safeguard(self, said: dict[str, Any]) -> str:
        if not said.get("safeguard"):
            return ""
        return f"<p><strong>{escape(self.site['topics']['safeguard'])}</strong> {escape(said['safeguard'])}</p>"

    def _not(self, topic: dict[str, Any], _: str) -> str:
        items = [f"<li>{escape(text)}</li>" for text in self.words["topics"][topic["id"]]["avoid"]]
        return f"<ul>\n{_lines(items)}\n</ul>"

    def _indicators(self, topic: dict[str, Any], _: str) -> str:
        measures = [one for one in self._measures(topic) if one.get("indicator")]
        texts = dict.fromkeys(self.words["measures"][one["id"]]["indicator"] for one in measures)
        return f"<ul>\n{_lines(f'<li>{escape(text)}</li>' for text in texts)}\n</ul>"

    def _sources(self, topic: dict[str, Any], _: str) -> str:
        of_measures = (source for one in self._measures(topic) for source in one["sources"])
        return self.links.sources(dict.fromkeys([*topic["references"], *of_measures]))

    def _measures(self, topic: dict[str, Any]) -> list[dict[str, Any]]:
        return [one for one in self.facts["measures"].values() if one["subject"] == topic["id"]]

    def _name(self, id: str) -> str:
        return escape(self.words["terms"]["topics"][id])

    def _first_sentence(self, text: str) -> str:
        return text.split(". ")[0].rstrip(".") + "."


def _lines(items: Iterable[str]) -> str:
    return "\n".join(items)
