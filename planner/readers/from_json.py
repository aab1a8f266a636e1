"""Takes the text of a file; gives the plan in it, or says why it is none. Loses nothing it does not know."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from math import isfinite
from typing import Any, NoReturn, cast

from planner.cleaning import clean, is_clean
from planner.errors import NotAPlan, Remark
from planner.plan import SCHEMA, Plan
from planner.shape import fit
from planner.vocabularies import VOCABULARIES

MOST_CHARACTERS = 25_000_000
"""A copy of the largest plan there may be holds it twice: as it was sent, and as it is."""
MOST_ROWS = 2_000
ROWS = {
    "participants": "participant", "consultations": "consultation", "signatories": "signatory",
    "findings": "finding", "actions": "action", "signals": "signal", "escalation": "step", "reviews": "review",
    "policy.publications": "publication", "chain.risks": "risk", "chain.reports_due": "report",
    "programme.categories": "category", "programme.coordinators": "coordinator",
    "programme.follow_ups": "follow-up", "programme.effects": "effect",
}  # fmt: skip
"""Lists whose rows have an id of their own. Areas have the library's."""


def read(text: str) -> tuple[Plan, list[Remark]]:
    """Open the text of a plan; raise NotAPlan for what is none, is too large, or was written by a newer planner."""
    if len(text) > MOST_CHARACTERS:
        raise NotAPlan("too-large", limit=str(MOST_CHARACTERS // 1_000_000))
    try:
        return shape(parsed(text.removeprefix("\ufeff")))
    except RecursionError:
        raise NotAPlan("too-deep") from None
    except ValueError:
        raise NotAPlan("not-json") from None


def parsed(text: str) -> Any:
    """Give the value of a JSON text; raise ValueError for what is none, numbers no other program can read included."""
    return json.loads(text, parse_constant=_refuse, parse_float=_finite)


def shape(raw: Any, text: str | None = None, keeps: Collection[str] = ()) -> tuple[Plan, list[Remark]]:
    """Bring a JSON value into the shape of a plan, with remarks on what it cannot use as it stands.

    `text` is the JSON it was read from, where there is one; `keeps` says what nobody will change (see `shape.fit`).
    """
    if not isinstance(raw, dict) or "schema" not in raw or "kind" not in raw:
        raise NotAPlan("not-a-plan")
    schema = raw["schema"]
    if isinstance(schema, bool) or not isinstance(schema, int) or schema < 1:
        raise NotAPlan("not-a-plan", "schema")
    if schema > SCHEMA:
        raise NotAPlan("newer-schema", "schema", found=str(schema), known=str(SCHEMA))
    if raw["kind"] not in VOCABULARIES["kinds"]:
        raise NotAPlan("unknown-kind", "kind", value=str(raw["kind"])[:80])
    cleaned, remarks = (raw, []) if text is not None and is_clean(text) else clean(raw)
    plan, misfits = fit(cleaned, Plan, keeps=keeps)
    broken = tuple(remark for remark in misfits if remark.code.startswith("wrong-"))
    if broken:
        raise NotAPlan("wrong-type", broken[0].path, broken)
    for part, (rows, _) in zip(ROWS, _rows(plan), strict=False):
        if len(rows) > MOST_ROWS:
            raise NotAPlan("too-many-rows", part, limit=str(MOST_ROWS))
    _name_rows(plan)
    return cast(Plan, plan), [*remarks, *misfits]


def _name_rows(plan: dict[str, Any]) -> None:
    """Give a row without an id one of its own, the same at every reading."""
    for rows, word in _rows(plan):
        taken = {row["id"] for row in rows}
        for place, row in enumerate(rows, 1):
            if not row["id"]:
                free = (f"{word}-{place}" + "x" * more for more in range(MOST_ROWS))
                row["id"] = next(id for id in free if id not in taken)
                taken.add(row["id"])
    if not plan["id"]:
        plan["id"] = "unnamed"


def _rows(plan: dict[str, Any]) -> Iterator[tuple[list[dict[str, Any]], str]]:
    """Give the rows among which an id stands once, with the word for one; the lists of `ROWS` in their order first."""
    for part, word in ROWS.items():
        section, _, name = part.rpartition(".")
        yield (plan[section] if section else plan)[name], word
    for action in plan["actions"]:
        yield action["milestones"], "milestone"
    yield [one for follow_up in plan["programme"]["follow_ups"] for one in follow_up["deviations"]], "deviation"


def _refuse(constant: str) -> NoReturn:
    """JSON has no NaN and no Infinity; Python's reader would let them in."""
    raise ValueError(constant)


def _finite(number: str) -> float:
    """Nor can it write what Python makes of `1e999`."""
    value = float(number)
    return value if isfinite(value) else _refuse(number)
