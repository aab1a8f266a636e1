"""Measures and topics of a brand: whatever form their values have, somebody is told, and nothing breaks later."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml

from scripts import brand as brands
from scripts.brand import additions
from scripts.brand.check import faults
from scripts.bundle import read_facts
from tests.conftest import Folder

MEASURE = """measures:
  - id: our-measure
    side: supplier
    nature: prevent
    milestones:
      - {id: one, at: 50}
      - {id: two, at: 100}
    indicator: {unit: percent, target: 100}
    verification: [worker-interviews]
    sources: [our-code]
    words:
      en:
        title: T
        how: H
        check: C
        evidence: [E]
        milestones: {one: O, two: T}
        indicator: I
sources:
  our-code:
    reference: Section 4
    title: Our code
    url: https://example.org/code
    checked: 2026-11-29
"""
TOPIC = """references: [ilo-c155]
signs:
  - {id: dust-seen, state: actual, seen: [visit]}
words:
  en:
    name: Dust
    about: A
    signs: {dust-seen: Dust lies on everything}
    first: [F]
    avoid: [A]
    whys: W
"""
WRONG: list[Any] = [None, "", "x", 5, True, [], [None], ["x"], [5], {}, {"x": "y"}, {5: 5}, [{"id": "x"}], "{x"]


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "said", "remedy"),
    [
        (
            "measures/wages.yaml",
            "{id: one, at: 50}",
            "{id: one}",
            6,
            "an entry of `milestones` has no `at`",
            "Add at: on a line",
        ),
        ("measures/wages.yaml", "at: 50", "at: 50 %", 6, "`at` is not a number from 0 to 100", "digits"),
        ("measures/wages.yaml", "at: 50", "at: 150", 6, "`at` is not a number from 0 to 100", "digits"),
        ("measures/wages.yaml", "{one: O, ", "{won: O, ", 17, "`milestones` in `en` does not say `one`", "Add it"),
        ("measures/wages.yaml", "{one: O, ", "{onee: O, ", 17, "no `onee` is among the milestones", "mean `one`?"),
        ("measures/wages.yaml", "[E]", "A photo", 16, "`evidence` is not a list", "[one, another]"),
        ("measures/wages.yaml", "[E]", "[2026]", 16, "an entry of `evidence` is not a text", "in quotes"),
        ("measures/wages.yaml", "title: T", "title: 2026", 13, "`title` is not a text", "in quotes"),
        ("measures/wages.yaml", "title: T", "title: <b>T</b>", 13, "`title` holds HTML", "plain text"),
        ("measures/wages.yaml", "https://", "", 23, "`url` is not an address", "https://"),
        ("measures/wages.yaml", "    title: Our code\n", "", 20, "`our-code` has no `title`", "Add title: on a line"),
        ("measures/wages.yaml", "unit: percent", "unit: miles", 8, "documents have no unit `miles`", "Known are"),
        (
            "measures/wages.yaml",
            "    nature",
            "    safegard: true\n    nature",
            4,
            "not a key that",
            "mean `safeguard`?",
        ),
        ("measures/wages.yaml", "id: our-measure", "id: Our measure", 2, "`id` is no id", "our-measure"),
        ("topics/dust.yaml", "avoid: [A]", "avoid: A", 10, "`avoid` is not a list", "[one, another]"),
        ("topics/dust.yaml", "seen: [visit]", "seen: visit", 3, "`seen` is not a list", "[one, another]"),
        ("topics/dust.yaml", "{dust-seen: D", "{dust: D", 8, "`signs` in `en` does not say `dust-seen`", "Add it"),
    ],
)
def test_a_form_that_does_not_fit_is_told(
    folder: Folder, file: str, old: str, new: str, line: int, said: str, remedy: str
) -> None:
    """With the key, its file, its line and what to do."""
    text = MEASURE if file.startswith("measures") else TOPIC
    assert old in text
    ours = folder({"brand.yaml": "languages: [en]\n", file: text.replace(old, new, 1)})

    found = [fault for fault in faults(ours) if said in fault]

    assert found, faults(ours)
    assert found[0].startswith(f"{ours}/{file}:{line}: "), found
    assert remedy in found[0], found


def test_all_that_does_not_fit_is_told_at_once(folder: Folder) -> None:
    """One look mends all of it."""
    text = MEASURE.replace("at: 50", "at: half").replace("[E]", "E").replace("https://", "")

    assert len(faults(folder({"brand.yaml": "languages: [en]\n", "measures/wages.yaml": text}))) == 3


def test_a_topic_with_a_mistake_is_still_a_topic(folder: Folder) -> None:
    """Its measures are not blamed for it."""
    ours = folder(
        {
            "brand.yaml": "languages: [en]\n",
            "topics/dust.yaml": TOPIC.replace("[F]", "F"),
            "measures/dust.yaml": MEASURE,
        }
    )

    (found,) = faults(ours)

    assert "topics/dust.yaml:9: `first` is not a list" in found


def test_what_fits_is_added(folder: Folder) -> None:
    """The texts of these tests are good ones."""
    ours = folder(
        {"brand.yaml": "languages: [en]\n", "topics/dust.yaml": TOPIC, "measures/dust.yaml": MEASURE},
    )

    assert faults(ours) == []


@pytest.mark.parametrize(("file", "text"), [("measures/wages.yaml", MEASURE), ("topics/dust.yaml", TOPIC)])
def test_no_form_breaks_what_follows(folder: Folder, file: str, text: str) -> None:
    """Any value in any place is either told, or makes a library that can be used."""
    ours = folder({"brand.yaml": "languages: [en]\n", file: text})
    brand, facts = brands.read(ours), read_facts()
    for changed in changes(yaml.safe_load(text)):
        (ours / file).write_text(yaml.safe_dump(changed), "utf-8")

        added = additions.read(brand, facts)

        if not added.faults:
            usable(added)


def changes(said: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The file with each of its values in turn replaced by each that may be wrong."""
    for way in ways(said):
        for value in WRONG:
            changed = deepcopy(said)
            home = changed
            for key in way[:-1]:
                home = home[key]
            home[way[-1]] = deepcopy(value)
            yield changed


def ways(said: Any) -> Iterator[tuple[Any, ...]]:
    """The keys that lead to each value."""
    for key, one in said.items() if isinstance(said, dict) else enumerate(said) if isinstance(said, list) else ():
        yield (key,)
        yield from ((key, *way) for way in ways(one))


def usable(added: additions.Added) -> None:
    """What the planner asks of a measure and a topic can be answered."""
    for id, said in added.measures["en"].items() if added.measures else ():
        fact = added.facts["measures"][id]
        assert all(0 <= one["at"] <= 100 for one in fact["milestones"])
        assert said["milestones"].keys() == {one["id"] for one in fact["milestones"]}
        assert all(isinstance(text, str) for text in (said["title"], said["how"], said["check"], *said["evidence"]))
    for said in added.topics["en"].values() if added.topics else ():
        assert all(isinstance(text, str) for text in (said["name"], said["about"], *said["first"], *said["avoid"]))
