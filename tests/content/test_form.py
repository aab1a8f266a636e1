"""The questions of the page: each one has a place in the plan, a type the page can draw, and words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

import pytest

from planner.plan import Plan
from planner.shape import fields
from scripts.yamlfile import ROOT, load

FORM = load(ROOT / "planner" / "data" / "form.yaml")
WORDS = load(ROOT / "planner" / "locales" / "en" / "form.yaml")
TYPES = {
    "text", "email", "date", "number", "percent", "lines", "long", "choice", "choices", "country", "radios", "scale",
    "findings", "kind",
}  # fmt: skip


def groups(inside: list[Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """Every group with the path of the lists around it."""
    for group in inside:
        here = f"{path}{group['list']}." if "list" in group else path
        yield here, group
        yield from groups(group.get("groups", []), here)


GROUPS = [pair for step in FORM["steps"] for pair in groups(step["groups"])]
QUESTIONS = [(path + field["path"], field) for path, group in GROUPS for field in group.get("fields", [])]


def place(path: str) -> bool:
    """Whether the plan has a field at a path."""
    hint: Any = Plan
    for name in path.split("."):
        while get_origin(hint) in (list, Annotated):
            hint = get_args(hint)[0]
        if name not in fields(hint):
            return False
        hint = fields(hint)[name]
    return True


@pytest.mark.parametrize(("path", "field"), QUESTIONS, ids=[path for path, _ in QUESTIONS])
def test_a_question_has_a_place_a_type_and_a_label(path: str, field: dict[str, Any]) -> None:
    """What is asked can be kept, drawn and read."""
    words = WORDS["fields"]
    for name in path.split("."):
        words = words[name]

    assert place(path)
    assert field["type"] in TYPES
    assert words["label"]


def test_every_step_and_group_has_its_words() -> None:
    """Lists say how a row is added, removed and named."""
    assert {step["id"] for step in FORM["steps"]} == set(WORDS["steps"])
    assert {group["id"] for _, group in GROUPS} == set(WORDS["groups"])
    for _, group in GROUPS:
        wanted = {"title", "add", "remove", "row"} if "list" in group and "each" not in group else {"title"}
        assert wanted <= set(WORDS["groups"][group["id"]])


def test_no_question_is_asked_twice() -> None:
    """One fact, one place."""
    paths = [path for path, _ in QUESTIONS]

    assert sorted(set(paths)) == sorted(paths)
