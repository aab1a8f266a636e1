"""Takes a language's bundle; gives the library as data for others to build on: every fact beside its words.

Its fields are told on the page tools/data.md; they are a promise to others, the bundle is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FORMAT = 1
OURS = ("file", "place", "subject")
"""What only the build knows of a fact."""


def library(bundle: Mapping[str, Any]) -> dict[str, Any]:
    """Give topics, measures, terms and sources, in the order of the library."""
    facts, words, about = bundle["facts"], bundle["words"], bundle["about"]
    return {
        "library": FORMAT,
        "version": bundle["version"],
        "language": bundle["language"],
        "licence": "CC-BY-4.0",
        "original": about["original"],
        "read_by_specialist": about["read"],
        "topics": [_topic(topic, words) for topic in facts["topics"]],
        "measures": [_measure(measure, words["measures"].get(id, {})) for id, measure in facts["measures"].items()],
        "terms": words["terms"],
        "sources": facts["sources"],
    }


def _topic(topic: Mapping[str, Any], words: Mapping[str, Any]) -> dict[str, Any]:
    said = words["topics"][topic["id"]]
    signs = [{**sign, "text": said["signs"].get(sign["id"])} for sign in topic["signs"]]
    told = {name: said.get(name) for name in ("about", "first", "avoid", "whys")}
    return {**_without(topic), "title": words["terms"]["topics"][topic["id"]], **told, "signs": signs}


def _measure(measure: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    milestones = [{**one, "text": said.get("milestones", {}).get(one["id"])} for one in measure["milestones"]]
    indicator = {**measure["indicator"], "text": said.get("indicator")} if "indicator" in measure else None
    told = {name: said.get(name) for name in ("title", "how", "check", "evidence", "safeguard")}
    whole = {"answers": measure["subject"], **_without(measure), **told}
    return {**whole, "milestones": milestones, "indicator": indicator}


def _without(fact: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fact.items() if name not in OURS}
