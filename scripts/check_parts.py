"""Takes facts and English words of kinds, areas, forms, ladder, rules and first hours; gives where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from planner.vocabularies import VOCABULARIES
from scripts.yamlfile import DATA, ROOT, at

ENGLISH = ROOT / "planner" / "locales" / "en"
ANSWERS = ("long", "yes_no")
"""How a question of a form of review is answered."""


def check_parts(facts: Mapping[str, Any], words: Mapping[str, Any]) -> Iterator[str]:
    """Check that each of them has its source and its words, and that ids point at something."""
    areas = [area for found in facts["areas"].values() for area in found]
    ladder, forms, hours = facts["ladder"]["steps"], facts["reviews"]["forms"], facts["first_hours"]["steps"]
    kinds = [kind["id"] for kind in facts["kinds"]]
    yield from _sourced("areas", areas, "id")
    yield from _sourced("ladder", ladder, "id")
    yield from _sourced("reviews", forms, "id")
    yield from _sourced("first_hours", hours, "id")
    yield from _sourced("rules", facts["rules"], "rule")
    yield from _same("kinds", [], kinds, words["kinds"])
    yield from _same("kinds", [], kinds, VOCABULARIES["kinds"])
    yield from _same("areas", [], [area["id"] for area in areas], words["areas"])
    yield from _same("ladder", ["steps"], [step["id"] for step in ladder], words["ladder"]["steps"])
    yield from _same("ladder", ["steps"], [step["id"] for step in ladder], VOCABULARIES["ladder"])
    yield from _same("first_hours", ["steps"], [step["id"] for step in hours], words["first_hours"]["steps"])
    yield from _same("rules", [], [rule["rule"] for rule in facts["rules"]], words["rules"])
    yield from _same("reviews", [], [form["id"] for form in forms], words["reviews"])
    yield from _same("reviews", [], [form["id"] for form in forms], VOCABULARIES["review_types"])
    for form in forms:
        yield from _form(form, words["reviews"].get(form["id"], {}), kinds)
    for name in facts["areas"].keys() - {*kinds}:
        yield f"{at(DATA / 'areas.yaml', [name])}: there is no kind of plan `{name}`. Add it to data/kinds.yaml."
    for kind, said in words["kinds"].items():
        for step in said["steps"].keys() - words["form"]["steps"].keys():
            yield f"{at(ENGLISH / 'kinds.yaml', [kind, 'steps', step])}: the form has no step `{step}`. Rename it."
    yield from _form_kinds(facts["form"]["steps"], kinds)


def _form(form: Mapping[str, Any], said: Mapping[str, Any], kinds: list[str]) -> Iterator[str]:
    path = DATA / "reviews.yaml"
    for kind in form["kinds"]:
        if kind not in kinds:
            yield f"{at(path, ['forms', form['id']])}: `{form['id']}` names no kind `{kind}`. See data/kinds.yaml."
    questions = [question for part in form["parts"] for question in part["questions"]]
    for question in questions:
        if question["type"] not in ANSWERS:
            known = ", ".join(ANSWERS)
            yield f"{at(path, ['forms', form['id']])}: `{question['id']}` has an unknown type; use {known}."
    yield from _same("reviews", [form["id"], "parts"], [part["id"] for part in form["parts"]], said.get("parts", {}))
    wanted = [question["id"] for question in questions]
    yield from _same("reviews", [form["id"], "questions"], wanted, said.get("questions", {}))


def _form_kinds(steps: Iterable[Mapping[str, Any]], kinds: list[str]) -> Iterator[str]:
    for step in steps:
        for part in (*step.get("groups", []), *step.get("fields", [])):
            for kind in [*part.get("kinds", []), *([part["each"]] if "each" in part else [])]:
                if kind not in kinds:
                    yield f"{at(DATA / 'form.yaml')}: a question names no kind `{kind}`. See data/kinds.yaml."
            yield from _form_kinds([part], kinds)


def _sourced(name: str, found: Iterable[Mapping[str, Any]], key: str) -> Iterator[str]:
    for one in found:
        if not one.get("sources"):
            yield f"{at(DATA / f'{name}.yaml')}: `{one[key]}` has no source. Say where it comes from."


def _same(name: str, keys: list[str], wanted: Iterable[str], said: Iterable[str]) -> Iterator[str]:
    """Check that the same ids stand in the facts and in the words."""
    for id in sorted({*wanted} - {*said}):
        yield f"{at(ENGLISH / f'{name}.yaml', keys)}: no words for `{id}`. Add them."
    for id in sorted({*said} - {*wanted}):
        yield f"{at(ENGLISH / f'{name}.yaml', [*keys, id])}: data/{name}.yaml has no `{id}`. Rename or remove it."
