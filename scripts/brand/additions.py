"""Takes the facts of the library and a brand's measures/ and topics/; gives the library with both, and their words.

A file of a brand holds facts and words together: `measures/<topic>.yaml`, `topics/<topic>.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from scripts.brand.faults import Faults, listed
from scripts.check_facts import measure_faults, said_of_measure, said_of_topic, topic_faults
from scripts.folder import files
from scripts.languages import STAGING_LANGUAGE
from scripts.yamlfile import ROOT, BuildError, load, without_html

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from scripts.brand import Brand

SOURCE = ("reference", "title", "url", "checked")
"""What must be known of a source."""
LISTS = ("measures", "sources", "milestones", "verification", "root_causes", "references", "signs")
SEE = "The files in brands/example-industry show how it is written"


@dataclass
class Added:
    """The library with what a brand adds, and the words of that by language."""

    facts: dict[str, Any]
    main: str
    """The first language of the brand."""
    measures: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Words by language and id."""
    topics: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: Faults = field(default_factory=Faults)

    def say(self, words: dict[str, Any], language: str) -> None:
        """Put the words of what was added into those of a language.

        A topic is needed by name; where the brand does not speak the language, its own first one stands in. Documents
        in two languages say a measure in the one that has it.
        """
        words["measures"] = words["measures"] | self.measures.get(language, {})
        for id, said in self.topics.get(language, self.topics.get(self.main, {})).items():
            names = words["terms"]["topics"] | {id: said["name"]}
            words["terms"] = words["terms"] | {"topics": names}
            words["topics"] = words["topics"] | {id: {key: text for key, text in said.items() if key != "name"}}


def read(brand: Brand, facts: Mapping[str, Any]) -> Added:
    """What the folder adds; every fault names its file and line."""
    added = Added(dict(facts), brand.main)
    added.facts |= {name: facts[name].copy() for name in ("measures", "topics", "sources")}
    for path in files(brand.folder, "topics/*.yaml"):
        _read(path, _topic, brand, added)
    for path in files(brand.folder, "measures/*.yaml"):
        _read(path, _measures, brand, added)
    added.facts["topics"] = [_with_page(topic, brand) for topic in added.facts["topics"]]
    return added


def _with_page(topic: dict[str, Any], brand: Brand) -> dict[str, Any]:
    """A topic leads to its page where the copy has one."""
    page = f"{topic['guide']}.md"
    ours = (
        (ROOT / "docs" / STAGING_LANGUAGE / page).exists() and "topics" in brand.routes and topic["id"] in brand.topics
    )
    return topic if ours or page in brand.docs(brand.main) else topic | {"guide": None}


def _read(path: Path, take: Any, brand: Brand, added: Added) -> None:
    try:
        said = load(path)
    except BuildError as error:
        added.faults.append(str(error))
        return
    if not isinstance(said, dict):
        added.faults.line(path, 1, "this is not a list of keys", SEE)
        return
    for id, source in (said.get("sources") if isinstance(said.get("sources"), dict) else {}).items():
        lacking = [key for key in SOURCE if not (isinstance(source, dict) and source.get(key))]
        if lacking:
            added.faults.key(path, ("sources", id), f"the source `{id}` has no {', '.join(lacking)}", "Add it")
        elif not isinstance(source["checked"], date):
            remedy = "Write the day you last looked at it as year, month and day, such as 2026-11-29"
            added.faults.key(path, ("sources", id, "checked"), f"`{source['checked']}` is not written as a day", remedy)
        elif id in added.facts["sources"]:
            added.faults.key(path, ("sources", id), f"`{id}` is a source of the guide", "Give yours another name")
        else:
            added.facts["sources"][id] = source
    for keys, what in _no_lists(said):
        added.faults.key(
            path, keys, what, f"Write it as {keys[-1]}: [one, another], or each on a line that begins with -"
        )
    try:
        take(path, said, brand, added)
    except (AttributeError, KeyError, TypeError, ValueError):
        if not added.faults:
            added.faults.line(path, 1, "something in this file has another form than it needs", SEE)


def _no_lists(said: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What has to be a list and is something else: the keys that lead to it, and what it is."""
    measures = said.get("measures")
    within = {("measures", place): one for place, one in enumerate(measures if isinstance(measures, list) else [])}
    for keys, one in ({(): said} | within).items():
        for key in LISTS if isinstance(one, dict) else ():
            described = key == "sources" and not keys  # those of a file are described, those of a measure named
            if not described and not isinstance(one.get(key, []), list):
                yield (*keys, key), f"`{key}` is not a list"


def _measures(path: Path, said: dict[str, Any], brand: Brand, added: Added) -> None:
    for place, one in enumerate(said.get("measures") or []):
        if not isinstance(one, dict) or not isinstance(one.get("id"), str):
            added.faults.key(path, ("measures", place), "a measure has no id", "Add a line such as id: our-measure")
            continue
        id, words = one["id"], one["words"] if isinstance(one.get("words"), dict) else {}
        if id in added.facts["measures"]:
            remedy = "Give yours another name; to change the words of ours use words/<language>.yaml"
            added.faults.key(path, ("measures", id), f"`{id}` is a measure of the library", remedy)
            continue
        fact = {key: value for key, value in one.items() if key not in ("words", "area")}
        fact |= {"file": path.stem, "subject": one.get("area", path.stem)}
        for keys, what, remedy in measure_faults(id, fact, added.facts):
            remedy = _remedy(keys, fact, added.facts) or remedy
            added.faults.key(path, ("measures", id, *keys), f"measure `{id}`: {what}", remedy)
        added.facts["measures"][id] = fact
        _words(path, ("measures", id), words, brand, added, said_of_measure(fact))
        for language in brand.languages:
            added.measures.setdefault(language, {})[id] = words.get(language, {})


def _topic(path: Path, said: dict[str, Any], brand: Brand, added: Added) -> None:
    id, words = path.stem, said["words"] if isinstance(said.get("words"), dict) else {}
    if any(topic["id"] == id for topic in added.facts["topics"]):
        added.faults.line(path, 1, f"`{id}` is a topic of the library", "Give the file another name")
        return
    fact = {"id": id, "place": len(added.facts["topics"]) + 1, "guide": f"topics/{id}", "root_causes": [], "signs": []}
    fact |= {key: value for key, value in said.items() if key not in ("words", "sources")}
    for keys, what, remedy in topic_faults(fact, added.facts):
        added.faults.key(path, keys, f"topic `{id}`: {what}", _remedy(keys, fact, added.facts) or remedy)
    added.facts["topics"].append(fact)
    _words(path, (), words, brand, added, {"name", *said_of_topic()})
    for language in brand.languages:
        added.topics.setdefault(language, {})[id] = {"name": id} | (words.get(language) or {})


def _remedy(keys: list[str], fact: dict[str, Any], facts: dict[str, Any]) -> str:
    """What to do in the folder of a brand, where the library is told to change itself."""
    match keys:
        case ["sources" | "references" as key] if not fact.get(key):
            return f"Add {key}: [our-code], and describe our-code under sources: at the top of this file"
        case ["sources" | "references" as key]:
            missing = next(source for source in fact[key] if source not in facts["sources"])
            near = get_close_matches(missing, facts["sources"], n=1)
            return f"{f'Did you mean {near[0]}? ' if near else ''}Describe it under sources: at the top of this file"
        case ["area"]:
            known = sorted(topic["id"] for topic in facts["topics"])
            near = get_close_matches(fact["subject"], known, n=1)
            meant = f"Did you mean {near[0]}? " if near else ""
            return f"{meant}Call the file after a topic: {', '.join(known)}"
        case ["root_causes"]:
            known = sorted(facts["root_causes"]["origins"])
            return f"Choose of {', '.join(known)}"
    return ""


def _words(path: Path, keys: tuple[str, ...], words: Any, brand: Brand, added: Added, wanted: set[str]) -> None:
    """Each language of the copy says all that the facts call for, and nothing else."""
    said = {language: words.get(language) if isinstance(words, dict) else None for language in brand.languages}
    if lacking := [language for language, own in said.items() if not isinstance(own, dict)]:
        remedy = f"Add {', '.join(f'{each}:' for each in lacking)} below words: and say {', '.join(sorted(wanted))}"
        added.faults.key(path, (*keys, "words"), f"the words in {listed(lacking)} are missing", remedy)
    for language, own in said.items():
        if not isinstance(own, dict):
            continue
        here = (*keys, "words", language)
        for key in sorted(wanted - own.keys()):
            added.faults.key(path, here, f"`{key}` is missing in `{language}`", "Add it")
        for key in sorted(own.keys() - wanted):
            added.faults.unknown(path, (*here, key), wanted, f"`{key}` is not a word this needs")
        if any(not without_html(text) for text in _leaves(own)):
            added.faults.key(path, here, "a word holds HTML", "Write plain text")


def _leaves(said: Any) -> Iterator[str]:
    if isinstance(said, dict):
        for one in said.values():
            yield from _leaves(one)
    elif isinstance(said, list):
        for one in said:
            yield from _leaves(one)
    else:
        yield str(said)
