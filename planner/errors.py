"""Takes nothing; gives the planner's failures: codes and field paths, never sentences (those are words)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Weight = Literal["error", "missing", "advice"]
"""`error`: the value cannot be used as it stands · `missing`: the plan lacks it · `advice`: worth a second look."""

NONE: Mapping[str, str] = MappingProxyType({})


class Remark(NamedTuple):
    """Something to say about one place of a plan."""

    path: str
    """Where, as in `actions[0].due`; empty for the plan as a whole."""
    code: str
    """Key of the sentence under `remarks` in the words."""
    weight: Weight
    values: Mapping[str, str] = NONE
    """What the sentence's placeholders stand for; ids and typed text, not words."""

    def __hash__(self) -> int:
        return hash((self.path, self.code))


class PlannerError(Exception):
    """A call that cannot be answered; `code` is the key of its sentence under `errors` in the words."""

    def __init__(self, code: str, where: str = "", **values: str) -> None:
        super().__init__(f"{code} {where}".strip())
        self.code = code
        self.where = where
        self.values = values


class NotAPlan(PlannerError):
    """A file that cannot be opened as a plan, with one remark for each place that is wrong."""

    def __init__(self, code: str, where: str = "", remarks: tuple[Remark, ...] = (), **values: str) -> None:
        super().__init__(code, where, **values)
        self.remarks = remarks
