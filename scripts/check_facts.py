"""Takes the facts and the English words; gives what does not fit together, each with file, line and remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from planner.vocabularies import VOCABULARIES
from scripts.yamlfile import DATA, ROOT, at

ENGLISH = ROOT / "planner" / "locales" / "en"
CONDITIONS = {
    "state": "states", "position": "positions", "spread": "spreads",
    "involvement.supplier": "involvement", "involvement.buyer": "involvement", "standing": "standings",
}  # fmt: skip
SEEN = ("self-assessment", "visit", "office-audit", "signal")
"""Where a risk sign shows itself."""
LEVELS = ("critical", "major", "minor", "observation")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check_facts(facts: Mapping[str, Any]) -> Iterator[str]:
    """Check ids, vocabularies, durations and sources of the measures, and that every fact has a source."""
    for id, measure in facts["measures"].items():
        path = DATA / "measures" / f"{measure['file']}.yaml"
        for keys, what, remedy in measure_faults(id, measure, facts):
            yield f"{at(path, ['measures', id, *keys])}: measure `{id}`: {what}. {remedy}."
    for topic in facts["topics"]:
        for keys, what, remedy in topic_faults(topic, facts):
            path = DATA / "topics" / f"{topic['id']}.yaml"
            yield f"{at(path, keys)}: topic `{topic['id']}`: {what}. {remedy}."
    for name, fact in facts.items():
        if name in ("measures", "sources", "topics", "form", "kinds"):
            continue
        for source in _sources(fact):
            if source not in facts["sources"]:
                yield f"{at(DATA / f'{name}.yaml')}: no source `{source}` in data/sources.yaml. Add it."
        if not any(True for _ in _sources(fact)):
            yield f"{at(DATA / f'{name}.yaml')}: no `source`. Say where these facts come from."
    for id, source in facts["sources"].items():
        for wanted in ("reference", "title", "url", "checked"):
            if not source.get(wanted):
                yield f"{at(DATA / 'sources.yaml', [id])}: source `{id}` has no `{wanted}`. Add it."


Fault = tuple[list[str], str, str]
"""The keys that lead to what is wrong, what it is, what to do."""


def topic_faults(topic: Mapping[str, Any], facts: Mapping[str, Any]) -> Iterator[Fault]:
    """Check what a topic rests on and how its signs show themselves."""
    for source in topic.get("references") or ["(none)"]:
        if source not in facts["sources"]:
            yield ["references"], f"there is no source `{source}`", "Add it in data/sources.yaml"
    for cause in topic["root_causes"]:
        if cause not in facts["root_causes"]["origins"]:
            yield ["root_causes"], f"there is no cause `{cause}`", "Add it in data/root_causes.yaml or choose another"
    for sign in topic["signs"]:
        if not ID.fullmatch(sign["id"]) or sign["state"] not in VOCABULARIES["states"]:
            what = f"the sign `{sign['id']}` has no good id or state"
            yield ["signs"], what, "Ids are words in lower case with hyphens; states are actual and potential"
        if not sign.get("seen") or set(sign["seen"]) - {*SEEN}:
            yield ["signs"], f"`seen` of the sign `{sign['id']}` says nothing known", f"Known are {', '.join(SEEN)}"


def measure_faults(id: str, measure: Mapping[str, Any], facts: Mapping[str, Any]) -> Iterator[Fault]:
    """Check a measure against the vocabularies and the facts it names."""
    if not ID.fullmatch(id):
        yield [], "ids are words in lower case with hyphens", "Rename it"
    for field, vocabulary in (("side", "sides"), ("nature", "natures")):
        if measure.get(field) not in VOCABULARIES[vocabulary]:
            known = ", ".join(VOCABULARIES[vocabulary])
            yield [field], f"`{field}` says nothing known", f"Write {field}: and one of {known}"
    for way in measure.get("verification") or ["(none)"]:
        if way not in VOCABULARIES["verification"]:
            known = ", ".join(VOCABULARIES["verification"])
            yield ["verification"], f"`{way}` is no way to verify", f"Use one of {known}"
    for field, values in measure.get("when", {}).items():
        allowed = LEVELS if field == "level" else VOCABULARIES.get(CONDITIONS.get(field, ""), ())
        if not allowed:
            yield ["when"], f"`{field}` cannot be a condition", f"Use level, {', '.join(CONDITIONS)}"
            continue
        for value in set(values) - set(allowed):
            yield ["when"], f"`{value}` is not an answer of `{field}`", f"Use one of {', '.join(allowed)}"
    for level, duration in measure.get("within", {}).items():
        if level not in LEVELS or not re.fullmatch(r"P\d+[DMY]", str(duration)):
            yield ["within"], "`within` gives levels a duration", f"Write within: {{{LEVELS[0]}: P30D}}"
    if not measure.get("milestones"):
        yield ["milestones"], "every measure has milestones", "Add one or more"
    if not measure.get("sources"):
        yield ["sources"], "every measure has a source", "Add one"
    subjects = {"every-topic", *(topic["id"] for topic in facts["topics"]), *areas(facts)}
    if measure["subject"] not in subjects:
        yield ["area"], f"`{measure['subject']}` is neither a topic nor an area", "Add it in data/areas.yaml"
    for cause in measure.get("root_causes", []):
        if cause not in facts["root_causes"]["origins"]:
            yield ["root_causes"], f"there is no cause `{cause}`", "Add it in data/root_causes.yaml or choose another"
    for source in measure.get("sources", []):
        if source not in facts["sources"]:
            yield ["sources"], f"there is no source `{source}`", "Add it in data/sources.yaml"


def said_of_measure(measure: Mapping[str, Any]) -> set[str]:
    """Give the words a measure needs: some only if its facts call for them."""
    return {"title", "how", "check", "evidence", "milestones"} | {
        name for name in ("indicator", "safeguard") if measure.get(name)
    }


def said_of_topic() -> set[str]:
    """Give the words a topic needs."""
    return {"about", "signs", "first", "avoid", "whys"}


def areas(facts: Mapping[str, Any]) -> list[str]:
    """Give the ids of all areas, of every kind of plan."""
    return [area["id"] for found in facts["areas"].values() for area in found]


def check_words(facts: Mapping[str, Any], words: Mapping[str, Any]) -> Iterator[str]:
    """Check that every measure, field and vocabulary has its English words, and no words are left over."""
    for id, measure in facts["measures"].items():
        path = ENGLISH / "measures" / f"{measure['file']}.yaml"
        said = words["measures"].get(id)
        if said is None:
            yield f"{at(path)}: no words for the measure `{id}`. Add them."
            continue
        wanted = said_of_measure(measure)
        if said.keys() != wanted:
            yield f"{at(path, [id])}: `{id}` must have exactly {', '.join(sorted(wanted))}. Its facts call for these."
        if set(said.get("milestones", {})) != {one["id"] for one in measure["milestones"]}:
            yield f"{at(path, [id, 'milestones'])}: the milestones of `{id}` differ from data/. Use the same ids."
        unit = measure.get("indicator", {}).get("unit")
        if unit and unit not in words["terms"]["units"]:
            yield f"{at(ENGLISH / 'terms.yaml', ['units'])}: no word for the unit `{unit}` of `{id}`. Add it."
    for id in words["measures"].keys() - facts["measures"].keys():
        yield f"planner/locales/en/measures:1: words for `{id}`, which data/measures lacks. Remove or rename them."
    for name, ids in VOCABULARIES.items():
        if set(words["terms"].get(name, {})) != set(ids):
            yield f"{at(ENGLISH / 'terms.yaml', [name])}: `{name}` must have exactly: {', '.join(ids)}."
    for topic in facts["topics"]:
        said = words["topics"].get(topic["id"], {})
        path = ENGLISH / "topics" / f"{topic['id']}.yaml"
        if said.keys() != said_of_topic():
            yield f"{at(path)}: `{topic['id']}` must have exactly about, signs, first, avoid and whys."
        elif said["signs"].keys() != {sign["id"] for sign in topic["signs"]}:
            yield f"{at(path, ['signs'])}: the signs differ from data/topics/{topic['id']}.yaml. Use the same ids."
    if words["terms"]["root_causes"].keys() != facts["root_causes"]["origins"].keys():
        yield f"{at(ENGLISH / 'terms.yaml', ['root_causes'])}: differ from data/root_causes.yaml. Use the same ids."
    if set(words["terms"]["topics"]) != {topic["id"] for topic in facts["topics"]}:
        yield f"{at(ENGLISH / 'terms.yaml', ['topics'])}: the topics differ from data/topics/. Make them equal."


def _sources(fact: Any) -> Iterator[str]:
    if isinstance(fact, Mapping):
        for key, value in fact.items():
            if key == "source":
                yield value
            elif key == "sources":
                yield from value
            else:
                yield from _sources(value)
    elif isinstance(fact, list):
        for one in fact:
            yield from _sources(one)
