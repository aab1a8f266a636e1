"""Takes YAML files; gives their content, and errors that name file, line and remedy."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from scripts.slips import slip

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "planner" / "data"
"""The facts."""


TAG = re.compile(r"<[/!?a-z]", re.IGNORECASE)
"""Where a tag of HTML begins. Less than, as in `hours < 48`, is none."""
NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF", b"\x89PNG")
"""How files of Word and others begin."""
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
UNKNOWN = ("the lines up to here cannot be read", "Compare them with the starter: what differs")


class BuildError(Exception):
    """What stops a build: one line per problem, each with file, line and remedy."""


def written(path: Path) -> str:
    """Read a text somebody wrote; what is none, or is not saved as UTF-8, is a BuildError."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        remedy = "Add it, or take its name from where it is used."
        raise BuildError(f"{shown(path)}:1: this file is missing. {remedy}") from None
    if content.startswith(NO_TEXT):
        remedy = "Write it in a text editor (Notepad, TextEdit) and save it as plain text, UTF-8."
        raise BuildError(f"{shown(path)}:1: this is a file of Word or another program, not plain text. {remedy}")
    try:
        found = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, remedy = content.count(b"\n", 0, error.start) + 1, "Save it again with the encoding UTF-8."
        raise BuildError(f"{shown(path)}:{line}: this file is not saved as UTF-8. {remedy}") from None
    if sign := UNSEEN.search(found):
        line, remedy = found.count("\n", 0, sign.start()) + 1, "Delete it, or type the line again."
        raise BuildError(f"{shown(path)}:{line}: a sign in this line cannot be seen. {remedy}")
    return found.replace("\r\n", "\n").replace("\r", "\n")


def load(path: Path) -> Any:
    """Read a YAML file; a broken one is a BuildError that points at the place."""
    said = written(path)
    try:
        return parsed(said)
    except Slipped as slipped:
        raise BuildError(f"{shown(path)}:{slipped.line}: {slipped.what}. {slipped.remedy}.") from None


class Slipped(ValueError):
    """YAML that cannot be read: the line, what is wrong, what to do."""

    def __init__(self, line: int, what: str, remedy: str) -> None:
        super().__init__(what)
        self.line, self.what, self.remedy = line, what, remedy


def parsed(said: str) -> Any:
    """The content of YAML. What is wrong is said as a person would, whichever reader there is."""
    try:
        content = yaml.load(said, Loader=_Strict)  # noqa: S506 - a safe loader, only stricter
    except Twice as twice:
        line = twice.problem_mark.line + 1 if twice.problem_mark else 1
        raise Slipped(line, str(twice.problem), "Take one of the two out") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = mark.line + 1 if mark else 1
        raise Slipped(*(slip(said, line) or (line, *UNKNOWN))) from None
    except ValueError:  # a day such as 30 February
        raise Slipped(_no_day(said), "there is no such day", "Write year, month and day, such as 2026-11-29") from None
    if isinstance(content, str) and (found := slip(said, said.count("\n") + 1)):
        raise Slipped(*found)
    return content


class Twice(yaml.constructor.ConstructorError):
    """A key that stands twice."""


class _Strict(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Refuses a key that stands twice: YAML itself would silently take the last. Ten times faster in C."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
        seen: set[Any] = set()
        for name, _ in node.value:
            key = self.construct_object(name, deep=True)
            if not isinstance(key, Hashable):
                raise yaml.constructor.ConstructorError(None, None, "no key", name.start_mark)
            if key in seen:
                raise Twice(None, None, f"the key `{key}` stands twice", name.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


def _no_day(said: str) -> int:
    """The line of a day the calendar does not have."""
    for found in re.finditer(r"\b(\d{4})-(\d\d?)-(\d\d?)\b", said):
        try:
            date(*map(int, found.groups()))
        except ValueError:
            return said.count("\n", 0, found.start()) + 1
    return 1


def at(path: Path, keys: Sequence[str | int] = ()) -> str:
    """Give `file:line` of a key, or of the nearest one above it that exists. Slow: for errors only."""
    node = yaml.compose(written(path), Loader=_Strict) if path.exists() else None
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
    """Give a path as people see it: from the root of the checkout, else from where they are."""
    whole = path.resolve()
    home = next((home for home in (ROOT, Path.cwd()) if whole.is_relative_to(home)), None)
    return whole.relative_to(home).as_posix() if home else path.as_posix()


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
