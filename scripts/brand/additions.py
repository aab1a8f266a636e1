"""Takes the facts of the library and a brand's measures/ and topics/; gives the library with both, and their words.

A file of a brand holds facts and words together: `measures/<topic>.yaml`, `topics/<topic>.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scripts.brand.faults import Faults
from scripts.check_facts import measure_faults, said_of_measure, said_of_topic, topic_faults
from scripts.languages import STAGING_LANGUAGE
from scripts.yamlfile import ROOT, BuildError, load, without_html

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from scripts.brand import Brand

SOURCE = ("reference", "title", "url", "checked")
"""What must be known of a source."""


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
    for path in sorted((brand.folder / "topics").glob("*.yaml")):
        _read(path, _topic, brand, added)
    for path in sorted((brand.folder / "measures").glob("*.yaml")):
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
        added.faults.line(path, 1, "this is not a list of keys", "Copy the example of the starter and change it")
        return
    for id, source in (said.get("sources") if isinstance(said.get("sources"), dict) else {}).items():
        lacking = [key for key in SOURCE if not (isinstance(source, dict) and source.get(key))]
        if lacking:
            added.faults.key(path, ("sources", id), f"the source `{id}` has no {', '.join(lacking)}", "Add it")
        elif id in added.facts["sources"]:
            added.faults.key(path, ("sources", id), f"`{id}` is a source of the guide", "Give yours another name")
        else:
            added.facts["sources"][id] = source
    take(path, said, brand, added)


def _measures(path: Path, said: dict[str, Any], brand: Brand, added: Added) -> None:
    for place, one in enumerate(said.get("measures") or []):
        if not isinstance(one, dict) or not isinstance(one.get("id"), str):
            added.faults.key(path, ("measures", place), "a measure has no id", "Add a line such as id: our-measure")
            continue
        id, words = one["id"], one.get("words") or {}
        if id in added.facts["measures"]:
            remedy = "Give yours another name; to change the words of ours use words/<language>.yaml"
            added.faults.key(path, ("measures", id), f"`{id}` is a measure of the library", remedy)
            continue
        fact = {key: value for key, value in one.items() if key not in ("words", "area")}
        fact |= {"file": path.stem, "subject": one.get("area", path.stem)}
        for keys, problem in measure_faults(id, fact, added.facts):
            added.faults.key(path, ("measures", id, *keys), f"measure `{id}`: {problem.rstrip('.')}", "See the starter")
        added.facts["measures"][id] = fact
        _words(path, ("measures", id), words, brand, added, said_of_measure(fact))
        for language in brand.languages:
            added.measures.setdefault(language, {})[id] = words.get(language, {})


def _topic(path: Path, said: dict[str, Any], brand: Brand, added: Added) -> None:
    id, words = path.stem, said.get("words") or {}
    if any(topic["id"] == id for topic in added.facts["topics"]):
        added.faults.line(path, 1, f"`{id}` is a topic of the library", "Give the file another name")
        return
    fact = {"id": id, "place": len(added.facts["topics"]) + 1, "guide": f"topics/{id}", "root_causes": [], "signs": []}
    fact |= {key: value for key, value in said.items() if key not in ("words", "sources")}
    for key, problem in topic_faults(fact, added.facts):
        added.faults.key(path, (key,), f"topic `{id}`: {problem.rstrip('.')}", "See the starter")
    added.facts["topics"].append(fact)
    _words(path, (), words, brand, added, {"name", *said_of_topic()})
    for language in brand.languages:
        added.topics.setdefault(language, {})[id] = {"name": id} | (words.get(language) or {})


def _words(path: Path, keys: tuple[str, ...], words: Any, brand: Brand, added: Added, wanted: set[str]) -> None:
    """Each language of the copy says all that the facts call for, and nothing else."""
    for language in brand.languages:
        own = words.get(language) if isinstance(words, dict) else None
        if not isinstance(own, dict):
            remedy = f"Add words: {language}: with {', '.join(sorted(wanted))}"
            added.faults.key(path, (*keys, "words"), f"the words in `{language}` are missing", remedy)
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
