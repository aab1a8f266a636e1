"""Takes a plan; remarks ids the library does not know, and ids that stand twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

from planner.advice.checks.case import Case, remark
from planner.errors import Remark
from planner.library import Library
from planner.plan import LONG, Plan
from planner.remembering import remembered
from planner.shape import fields, marked


def unknown_ids(case: Case) -> Iterator[Remark]:
    """Remark ids of a newer library; they are kept and shown as text."""
    for name, hint in fields(Plan).items():
        value: Any = case.plan[name]  # type: ignore[literal-required]
        if name in LONG:
            (of_row,) = get_args(hint)
            for place, row in enumerate(value):
                yield from _unknown(row, of_row, f"{name}[{place}]", case.library)
        else:
            yield from _unknown(value, hint, name, case.library)
    section = case.library.kind(case.plan["kind"])["section"]
    for area in case.areas:
        if not area.known:
            yield remark(f"{section}.areas[{area.place}].id", "unknown-id", "advice", value=area.id)
    for finding in case.findings:
        sign = finding.record["sign"]
        if sign and case.library.topic_of_sign(sign) is None:
            yield remark(f"findings[{finding.place}].sign", "unknown-id", "advice", value=sign)
    for action in case.actions:
        if action.record["measure"] and action.measure is None:
            path = f"actions[{action.place}].measure"
            yield remark(path, "unknown-id", "advice", value=str(action.record["measure"]))


@remembered
def _unknown(value: Any, hint: Any, path: str, library: Library) -> tuple[Remark, ...]:
    return tuple(
        remark(place, "unknown-id", "advice", value=id)
        for place, vocabulary, id in marked(value, hint, path)
        if not library.knows(vocabulary, id)
    )


def repeated_ids(case: Case) -> Iterator[Remark]:
    """Remark rows that share an id: an action could not tell which of them it answers."""
    for rows in _ids(case.plan):
        counted = Counter(id for _, id in rows)
        for path, id in rows:
            if counted[id] > 1:
                yield remark(path, "repeated-id", "error", value=id)


def _ids(plan: Plan) -> Iterator[list[tuple[str, str]]]:
    """Give the rows among which an id stands once, as place and id: all that actions can answer stands together."""
    answered = [(f"findings[{place}]", one["id"]) for place, one in enumerate(plan["findings"])]
    for section in ("policy", "chain", "programme"):
        rows = plan[section]["areas"]
        answered += [(f"{section}.areas[{place}]", one["id"]) for place, one in enumerate(rows)]
    answered += [(f"chain.risks[{place}]", one["id"]) for place, one in enumerate(plan["chain"]["risks"])]
    for index, follow_up in enumerate(plan["programme"]["follow_ups"]):
        path = f"programme.follow_ups[{index}].deviations"
        answered += [(f"{path}[{place}]", one["id"]) for place, one in enumerate(follow_up["deviations"])]
    yield answered
    for part in ("actions", "signals", "escalation", "reviews"):
        yield [(f"{part}[{place}]", one["id"]) for place, one in enumerate(plan[part])]
