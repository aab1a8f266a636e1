"""Takes the facts and words of law and standards; gives the entries of a page and the timeline of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from scripts.languages import LOCALES
from scripts.staging import ROOT, fault
from scripts.staging.links import Listing, register
from scripts.yamlfile import load

if TYPE_CHECKING:
    from collections.abc import Callable

FACTS = ROOT / "planner" / "data" / "legal.yaml"
STATUSES = ("applies", "adopted", "proposed", "policy", "voluntary", "open")
SAID = ("who", "what", "you", "open")


def facts() -> list[dict[str, Any]]:
    """Every instrument, checked: a known status, known sources, a day of checking, and days for its dates."""
    found: list[dict[str, Any]] = load(FACTS)
    for place, one in enumerate(found):
        unknown = [source for source in one["sources"] if source not in register()]
        for wrong, remedy in (
            (one["status"] not in STATUSES, f"Use one of {', '.join(STATUSES)} as status"),
            (bool(unknown) or not one["sources"], f"Add {', '.join(unknown) or 'a source'} to docs/links.yaml"),
            (not isinstance(one["checked"], date), "Write the day it was checked, such as 2026-11-28"),
            (any(not isinstance(when["day"], date) for when in one["dates"]), "Write days such as 2029-07-26"),
        ):
            if wrong:
                raise fault(FACTS, f"`{one['id']}` is not complete", remedy, place)
    return found


def said(language: str) -> dict[str, Any]:
    """The words of every instrument in one language: each date has its event, and what is not sure says why."""
    path = LOCALES / language / "legal.yaml"
    words: dict[str, Any] = load(path)
    words.pop("follows", None)
    for one in facts():
        own = words.get(one["id"], {})
        if ("open" in own) == one["sure"] or {when["event"] for when in one["dates"]} != {*own.get("dates", {})}:
            raise fault(path, f"`{one['id']}` does not say what is open, or an event", "See data/legal.yaml", one["id"])
    return words


@dataclass(frozen=True)
class Law:
    """Law and standards in one language."""

    words: dict[str, Any]
    site: dict[str, Any]
    links: Listing
    day: Callable[[date], str]

    def entries(self, place: str, home: str) -> str | None:
        """The instruments of one place, each under a heading with its id; None if there is no such place."""
        found = [one for one in facts() if one["place"] == place]
        return "\n\n".join(self._entry(one, home) for one in found) if found else None

    def on_topic(self, topic: str, home: str) -> str:
        """The instruments about a topic, as a line of links; nothing if there are none."""
        found = [one for one in facts() if topic in one.get("topics", [])]
        links = ", ".join(
            f'<a href="{home}law/{one["place"]}/#{one["id"]}">{escape(self.words[one["id"]]["title"])}</a>'
            for one in found
        )
        return f"<p>{escape(self.site['topics']['law'])} {links}</p>" if found else ""

    def timeline(self, home: str) -> str:
        """The dates worth knowing, in order, each leading to its instrument."""
        shown = sorted(
            (when["day"], one["id"], one["place"], when["event"])
            for one in facts()
            for when in one["dates"]
            if when.get("shown")
        )
        items = [
            f'<li><time datetime="{day.isoformat()}">{escape(self.day(day))}</time> '
            f'<span><a href="{home}law/{place}/#{id}">{escape(self.words[id]["title"])}</a> '
            f"<span>{escape(self.words[id]['dates'][event])}</span></span></li>"
            for day, id, place, event in shown
        ]
        title = escape(self.site["law"]["timeline"])
        return (
            '<figure class="fs-diagram fs-timeline" aria-labelledby="diagram-timeline">\n'
            f'<p class="fs-diagram__title" id="diagram-timeline">{title}</p>\n'
            "<ol>\n" + "\n".join(items) + "\n</ol>\n</figure>"
        )

    def _entry(self, one: dict[str, Any], home: str) -> str:
        own, labels = self.words[one["id"]], self.site["law"]
        rows = [(labels["number"], escape(one["number"]))]
        if one.get("changed"):
            rows.append((labels["changed"], escape(", ".join(one["changed"]))))
        rows += [(labels[part], escape(own[part])) for part in SAID if part in own]
        if one["dates"]:
            events = (f"{self.day(each['day'])}: {own['dates'][each['event']]}" for each in one["dates"])
            rows.append((labels["dates"], "<br>".join(map(escape, events))))
        if one.get("topics"):
            names = ((f"{home}topics/{topic}/", self.site["nav"][topic]) for topic in one["topics"])
            rows.append((labels["topics"], ", ".join(f'<a href="{url}">{escape(name)}</a>' for url, name in names)))
        drawn = "\n".join(f"<div><dt>{escape(label)}</dt> <dd>{text}</dd></div>" for label, text in rows)
        status = (
            f'<span class="fs-status fs-status--{one["status"]}">{escape(labels["statuses"][one["status"]])}</span>'
        )
        checked = escape(labels["checked"].format(day=self.day(one["checked"])))
        return (
            f"## {own['title']} {{ #{one['id']} }}\n\n"
            f'<p class="fs-law__status">{status} <span class="fs-note">{checked}</span></p>\n\n'
            f'<dl class="fs-law">\n{drawn}\n</dl>\n\n'
            f'<p class="fs-note">{escape(labels["sources"])}</p>\n\n{self.links.sources(one["sources"])}'
        )
