"""Takes YAML files; gives their content, and errors that name file, line and remedy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "planner" / "data"
"""The facts."""


TAG = re.compile(r"<[/!?a-z]", re.IGNORECASE)
"""Where a tag of HTML begins. Less than, as in `hours < 48`, is none."""


class BuildError(Exception):
    """What stops a build: one line per problem, each with file, line and remedy."""


def load(path: Path) -> Any:
    """Read a YAML file; a broken one is a BuildError that points at the place."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Strict)  # noqa: S506 - a safe loader, only stricter
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        remedy = "Is a text with “: ” or “#” in it quoted?"
        raise BuildError(f"{shown(path)}:{line}: {error.problem}. {remedy}") from None
    except FileNotFoundError:
        remedy = "Add it, or take its name from where it is used."
        raise BuildError(f"{shown(path)}:1: this file is missing. {remedy}") from None


class _Strict(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Refuses a key that stands twice: YAML itself would silently take the last. Ten times faster in C."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
        seen: set[Any] = set()
        for name, _ in node.value:
            key = self.construct_object(name, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"the key `{key}` stands twice", name.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


def at(path: Path, keys: Sequence[str | int] = ()) -> str:
    """Give `file:line` of a key, or of the nearest one above it that exists. Slow: for errors only."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader) if path.exists() else None
    line = 1
    for key in keys:
        found = _child(node, key)
        if found is None:
            break
        line, node = found
    return f"{shown(path)}:{line}"


def without_html(text: str) -> bool:
    """Tell whether a text holds no tag."""
    return not TAG.search(text)


def shown(path: Path) -> str:
    """Give a path as people see it: from the root of the checkout."""
    return path.resolve().relative_to(ROOT).as_posix() if path.resolve().is_relative_to(ROOT) else path.as_posix()


def _child(node: Any, key: str | int) -> tuple[int, Any] | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return name.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode):
        for place, value in enumerate(node.value):
            if place == key or _has_id(value, key):
                return value.start_mark.line + 1, value
    return None


def _has_id(node: Any, id: str | int) -> bool:
    return isinstance(node, yaml.MappingNode) and any(
        name.value == "id" and value.value == id for name, value in node.value
    )
