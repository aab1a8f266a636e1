"""Takes the facts of the library and a brand's measures/ and topics/; gives the library with both, and their words.

A file of a brand holds facts and words together: `measures/<topic>.yaml`, `topics/<topic>.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from scripts.brand.faults import Faults, listed
from scripts.brand.forms import MEASURES, TOPIC, told
from scripts.check_facts import measure_faults, said_of_measure, said_of_topic, topic_faults
from scripts.folder import files
from scripts.languages import LOCALES, STAGING_LANGUAGE
from scripts.yamlfile import ROOT, BuildError, load

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from scripts.brand import Brand
    from scripts.brand.forms import Form

Broken = set[tuple[str | int, ...]]
"""Keys that lead to what has another form than it needs: a part of a file, or an entry of one."""
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
        _read(path, TOPIC, _topic, brand, added)
    for path in files(brand.folder, "measures/*.yaml"):
        _read(path, MEASURES, _measures, brand, added)
    added.facts["topics"] = [_with_page(topic, brand) for topic in added.facts["topics"]]
    return added


def _with_page(topic: dict[str, Any], brand: Brand) -> dict[str, Any]:
    """A topic leads to its page where the copy has one."""
    page = f"{topic['guide']}.md"
    ours = (
        (ROOT / "docs" / STAGING_LANGUAGE / page).exists() and "topics" in brand.routes and topic["id"] in brand.topics
    )
    return topic if ours or page in brand.docs(brand.main) else topic | {"guide": None}


def _read(path: Path, form: Form, take: Any, brand: Brand, added: Added) -> None:
    try:
        said = load(path)
    except BuildError as error:
        added.faults.append(str(error))
        return
    if not isinstance(said, dict):
        added.faults.line(path, 1, "this is not a list of keys", SEE)
        return
    found = list(form(said))
    for wrong in found:
        added.faults.key(path, wrong.keys, told(wrong), wrong.remedy)
    sources = said.get("sources")
    for id, source in sources.items() if isinstance(sources, dict) else ():
        if id in added.facts["sources"]:
            added.faults.key(path, ("sources", id), f"`{id}` is a source of the guide", "Give yours another name")
        elif isinstance(id, str):
            added.facts["sources"][id] = source
    take(path, said, {wrong.keys[:2] for wrong in found if wrong.keys[:1] != ("sources",)}, brand, added)


def _measures(path: Path, said: dict[str, Any], broken: Broken, brand: Brand, added: Added) -> None:
    for place, one in enumerate([] if ("measures",) in broken else said.get("measures", [])):
        if ("measures", place) in broken:
            continue
        id, words = one["id"], one.get("words", {})
        if id in added.facts["measures"]:
            remedy = "Give yours another name; to change the words of ours use words/<language>.yaml"
            added.faults.key(path, ("measures", id), f"`{id}` is a measure of the library", remedy)
            continue
        fact = {key: value for key, value in one.items() if key not in ("words", "area")}
        fact |= {"file": path.stem, "subject": one.get("area", path.stem)}
        for keys, what, remedy in measure_faults(id, fact, added.facts):
            remedy = _remedy(keys, fact, added.facts) or remedy
            added.faults.key(path, ("measures", id, *keys), f"measure `{id}`: {what}", remedy)
        unit, units = fact.get("indicator", {}).get("unit"), load(LOCALES / brand.main / "terms.yaml")["units"]
        if unit and unit not in units:
            added.faults.unknown(path, ("measures", id, "indicator"), units, f"documents have no unit `{unit}`")
        added.facts["measures"][id] = fact
        named = {"milestones": [each["id"] for each in fact.get("milestones", [])]}
        _words(path, ("measures", id), words, brand, added, said_of_measure(fact), named)
        for language in brand.languages:
            added.measures.setdefault(language, {})[id] = words.get(language, {})


def _topic(path: Path, said: dict[str, Any], broken: Broken, brand: Brand, added: Added) -> None:
    id = path.stem
    if any(topic["id"] == id for topic in added.facts["topics"]):
        added.faults.line(path, 1, f"`{id}` is a topic of the library", "Give the file another name")
        return
    if broken:  # its name is known all the same: measures may be on it
        said = {}
    words = said.get("words", {})
    fact = {"id": id, "place": len(added.facts["topics"]) + 1, "guide": f"topics/{id}", "root_causes": [], "signs": []}
    fact |= {key: value for key, value in said.items() if key not in ("words", "sources")}
    added.facts["topics"].append(fact)
    for language in brand.languages:
        added.topics.setdefault(language, {})[id] = {"name": id} | words.get(language, {})
    if broken:
        return
    for keys, what, remedy in topic_faults(fact, added.facts):
        added.faults.key(path, keys, f"topic `{id}`: {what}", _remedy(keys, fact, added.facts) or remedy)
    named = {"signs": [sign["id"] for sign in fact["signs"]]}
    _words(path, (), words, brand, added, {"name", *said_of_topic()}, named)


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


def _words(
    path: Path,
    keys: tuple[str, ...],
    words: dict[str, dict[str, Any]],
    brand: Brand,
    added: Added,
    wanted: set[str],
    named: dict[str, list[str]],
) -> None:
    """Each language of the copy says all that the facts call for and name, and nothing else."""
    if lacking := [language for language in brand.languages if language not in words]:
        remedy = f"Add {', '.join(f'{each}:' for each in lacking)} below words: and say {', '.join(sorted(wanted))}"
        added.faults.key(path, (*keys, "words"), f"the words in {listed(lacking)} are missing", remedy)
    for language in brand.languages:
        here, own = (*keys, "words", language), words.get(language)
        if own is None:
            continue
        for key in sorted(wanted - own.keys()):
            added.faults.key(path, here, f"`{key}` is missing in `{language}`", "Add it")
        for key in sorted(own.keys() - wanted):
            added.faults.unknown(path, (*here, key), wanted, f"`{key}` is not a word this needs")
        for key, ids in named.items():
            said = own.get(key, {})
            for id in ids:
                if id not in said:
                    added.faults.key(path, (*here, key), f"`{key}` in `{language}` does not say `{id}`", "Add it")
            for id in said.keys() - {*ids}:
                added.faults.unknown(path, (*here, key, str(id)), ids, f"no `{id}` is among the {key} of the facts")
