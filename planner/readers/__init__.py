"""Takes a file that comes back, as text or bytes; gives the plan in it, and the plan it was when it was sent."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

from planner.errors import Remark
from planner.plan import Plan
from planner.readers import from_json
from planner.shape import copied

CELL_SAYS_IT = ("bad-date", "out-of-range")
"""Remarks on a value that the reader of workbooks has made already, with sheet and cell."""


class Taken(NamedTuple):
    """A plan that was opened."""

    plan: Plan
    sent: Plan | None
    """As it was sent; None where the file is no copy for somebody."""
    remarks: tuple[Remark, ...]


def take(file: str | bytes) -> Taken:
    """Open a planner file or a workbook; raise NotAPlan for anything else."""
    return _workbook(file) if isinstance(file, bytes) else _text(file)


def _text(text: str) -> Taken:
    plan, remarks = from_json.read(text)
    before = _remembering(plan, plan)["copy_of"]["plan"]
    return Taken(plan, from_json.shape(before)[0] if before else None, tuple(remarks))


def _workbook(data: bytes) -> Taken:
    from planner.readers import from_xlsx  # needs openpyxl, which nothing else does

    returned = from_xlsx.read(data)
    sent = returned.sent
    came, remarks = from_json.shape(returned.came)
    before = sent["copy_of"]["plan"]
    told = (*returned.remarks, *(one for one in remarks if one.code not in CELL_SAYS_IT))
    return Taken(_remembering(came, sent), from_json.shape(before)[0] if before else sent, told)


def _remembering(plan: Plan, sent: Plan) -> Plan:
    """Let a copy for somebody else remember how it was sent, from the first time it is opened."""
    if plan["copy_of"]["audience"] and not plan["copy_of"]["plan"]:
        plan["copy_of"]["plan"] = cast(dict[str, Any], copied({**sent, "copy_of": None}))
    return plan
