"""Takes a plan; remarks ids the library does not know, and ids that stand twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from planner.advice.checks.case import Case, remark
from planner.errors import Remark
from planner.plan import Plan
from planner.shape import marked


def unknown_ids(case: Case) -> Iterator[Remark]:
    """Remark ids of a newer library; they are kept and shown as text."""
    for path, vocabulary, id in marked(case.plan, Plan):
        if not case.library.knows(vocabulary, id):
            yield remark(path, "unknown-id", "advice", value=id)


def repeated_ids(case: Case) -> Iterator[Remark]:
    """Remark rows that share an id: an action could not tell which of them it answers."""
    for part in ("findings", "actions"):
        rows: list[Any] = case.plan[part]
        counted = Counter(row["id"] for row in rows)
        for index, row in enumerate(rows):
            if counted[row["id"]] > 1:
                yield remark(f"{part}[{index}]", "repeated-id", "error", value=row["id"])
