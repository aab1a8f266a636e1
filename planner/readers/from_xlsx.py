"""Takes the bytes of a workbook the planner made; gives the plan that was sent in it and the plan that came back.

People sort, filter, move and add rows and columns. So sheets are found by name, columns by their heads, rows by the
hidden row code or else by their number, and each cell is compared with the mark of what was written into it. What has
no place in the plan is remarked with sheet and cell, never dropped unsaid.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from itertools import count
from typing import Any, cast

from planner.cells import mark, plain, same
from planner.errors import NotAPlan, Remark
from planner.plan import Plan
from planner.readers import from_json, workbook
from planner.readers.tables import Row, Table
from planner.readers.workbook import Cells, Sheet
from planner.shape import copied

FORMAT = 2
"""Of the layout on the hidden sheet; a higher one was written by a newer planner."""
KEPT_WHEN_EMPTY = ("status", "due")
"""An emptied cell clears a field, but an action goes on having a status and a deadline."""
ADDED = {"actions": "added", "findings": "added-finding", "signals": "added-signal", "chain.risks": "added-risk"}
"""The lists people may add rows to, with the beginning of the ids of such rows."""
NOT_ANSWERED = ("actions", "milestones", "signals")
"""Lists whose numbers say nothing in the column of what an action answers."""
MISFITS = {"date": "cell-no-date", "percent": "cell-no-percent"}
MOST_SHOWN = 80
"""Characters of a cell that a remark repeats."""

Record = dict[str, Any]


@dataclass(slots=True)
class Returned:
    """What a workbook brought back."""

    sent: Plan
    """The plan as the workbook was made from it."""
    came: Record
    """The same plan with what people wrote laid over it."""
    numbers: dict[str, str] = field(default_factory=dict)
    """Ids of what an action can answer by the numbers people know them by, `F2`."""
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, code: str, sheet: str, **values: str) -> None:
        self.remarks.append(Remark(path="", code=code, weight="advice", values={"sheet": sheet, **values}))


def read(data: bytes) -> Returned:
    """Give both plans; raise NotAPlan for a file that is no workbook, is not one of ours, or is unreasonably large."""
    cells = workbook.read(data)
    layout, plan = _inside(cells)
    try:
        tables = [Table.of(name, where, layout["words"]) for name, where in layout["lists"].items()]
    except (KeyError, TypeError, ValueError, AttributeError):  # somebody has been at the hidden sheet
        raise NotAPlan("plan-damaged") from None
    answered = [table for table in tables if table.part not in NOT_ANSWERED]
    numbers = {number: id for table in answered for id, (number, _) in table.written.items() if number}
    returned = Returned(plan, cast(Record, copied(plan)), numbers)
    for extra in cells.extras:
        returned.remark(extra, "")
    for table in tables:
        _take(returned, table, cells)
    return returned


def _inside(cells: Cells) -> tuple[Record, Plan]:
    """Put the hidden sheet's pieces together again."""
    if "plan" not in cells.sheets:
        raise NotAPlan("no-plan-inside")
    pieces: dict[str, str] = {"layout": "", "plan": ""}
    for row in cells.sheets["plan"].rows:
        if len(row) > 1 and row[0] in pieces:
            pieces[row[0]] += str(row[1] or "")
    if not pieces["plan"]:
        raise NotAPlan("no-plan-inside")
    try:
        layout, plan = (from_json.parsed(pieces[name]) for name in ("layout", "plan"))
        format = int(layout["workbook"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NotAPlan("plan-damaged") from None
    if format > FORMAT:
        raise NotAPlan("workbook-newer")
    if format < FORMAT:
        raise NotAPlan("plan-damaged")
    return layout, from_json.shape(plan)[0]


def _take(returned: Returned, table: Table, cells: Cells) -> None:
    """Take one list over: the rows that were there and the new ones; remark what is gone."""
    sheet = table.find(cells)
    if sheet is None:
        returned.remark("sheet-missing", table.sheet)
        return
    for head in table.missing(sheet):
        returned.remark("column-missing", sheet.name, column=head.split("\n")[0])
    if table.part.startswith("reviews."):
        _take_answers(returned, table, sheet)
        return
    there = _records(returned.came, table.part)
    met: set[str] = set()
    for row in table.rows(sheet):
        for label, value in row.values.items():
            if value is None and row.place(label) in sheet.formulas:
                returned.remark("cell-no-result", sheet.name, cell=row.cell(label))
        if row.id in table.written and row.id not in met:
            met.add(row.id)
            _compare(returned, table, sheet, row, there)
            continue
        if row.id in met:
            returned.remark("row-twice", sheet.name, cell=row.cell(next(iter(row.places))))
        _add(returned, table, sheet, row)
    gone = [number or id for id, (number, _) in table.written.items() if id not in met]
    if gone:
        returned.remark("rows-gone", sheet.name, rows=", ".join(gone)[:MOST_SHOWN])


def _compare(returned: Returned, table: Table, sheet: Sheet, row: Row, there: dict[str, Record]) -> None:
    """Take over the cells of a row that no longer say what was written into them."""
    _, marks = table.written[row.id]
    for label, value in row.values.items():
        calculates = row.place(label) in sheet.formulas
        if label == "id" or (value is None if calculates else same(value, marks[label])):
            continue
        if row.place(label) in sheet.covered:
            returned.remark("cell-merged", sheet.name, cell=row.cell(label))
        elif not table.columns[label].to:
            returned.remark("cell-computed", sheet.name, cell=row.cell(label), value=plain(value)[:MOST_SHOWN])
        elif row.id in there or table.part.endswith(".areas"):
            if row.id not in there:  # an area that nobody had answered before
                there[row.id] = _append(returned.came, table.part, {"id": row.id})
            _put(returned, table, sheet, row, label, there[row.id])
        else:  # a follow-up without deviations has a row, which is no record of the list
            returned.remark("cell-not-taken", sheet.name, cell=row.cell(label), value=plain(value)[:MOST_SHOWN])


def _put(returned: Returned, table: Table, sheet: Sheet, row: Row, label: str, record: Record) -> None:
    """Write one cell into its field; what does not fit is kept as typed and remarked."""
    column, found = table.columns[label], row.values[label]
    if row.place(label) in sheet.formulas:
        returned.remark("cell-formula", sheet.name, cell=row.cell(label))
    value = column.value(found)
    if value is None and column.to in KEPT_WHEN_EMPTY:
        return
    if value is not None and not column.fits(value):
        code = MISFITS.get(column.kind, "cell-not-in-list")
        returned.remark(code, sheet.name, cell=row.cell(label), value=plain(value)[:MOST_SHOWN])
        if column.kind == "percent":  # the field holds numbers alone; what was typed stands in the remark
            return
    if column.to == "root_causes":
        record.setdefault("root_causes", []).append({"id": None, "text": value, "origin": None})
    elif column.to == "actions":
        proposed = {"findings": [record["id"]], "text": value, "side": "supplier", "status": "proposed"}
        _append(returned.came, "actions", proposed, f"{record['id']} {value}")
    else:
        *way, name = column.to.split(".")
        for part in way:
            record = record.setdefault(part, {})
        record[name] = value


def _add(returned: Returned, table: Table, sheet: Sheet, row: Row) -> None:
    """Make a record of a row somebody added, with an id of its own; remark each cell that has no place in it."""
    filled = {label: said for label, value in row.values.items() if label != "id" and (said := plain(value))}
    typed = [label for label in filled if table.columns[label].to]
    if not typed or table.part not in ADDED:
        if typed or (filled and "id" in row.places):  # without row codes a row that was there may look like a new one
            returned.remark("row-not-taken", sheet.name, cell=row.cell(next(iter(filled))))
        return
    marks = table.written[row.id][1] if row.id in table.written else {}  # a copy's own cells stand in another row
    left = {label: filled[label] for label in filled if label not in typed and mark(filled[label]) != marks.get(label)}
    record = _append(returned.came, table.part, {}, " ".join(filled[label] for label in typed))
    if table.part == "actions":
        numbers = re.split(r"[\s,;]+", filled.get("findings", ""))
        answered = [returned.numbers.get(number.upper(), "") for number in numbers]
        record |= {"status": "proposed", "findings": [id for id in answered if id]}
        left["findings"] = " ".join(number for number, id in zip(numbers, answered, strict=True) if not id)
    for label in sorted(typed, key=lambda label: table.columns[label].fill_in):  # a proposal goes over what it is for
        _put(returned, table, sheet, row, label, record)
    for label, said in left.items():
        if said:
            returned.remark("cell-not-taken", sheet.name, cell=row.cell(label), value=said[:MOST_SHOWN])


def _take_answers(returned: Returned, table: Table, sheet: Sheet) -> None:
    """Make a review of the answers on the sheet of a form; an empty form is none."""
    answers = {}
    for row in table.rows(sheet):
        if text := plain(row.values.get("answer")):
            if row.id:
                answers[row.id] = text
            else:
                returned.remark("row-not-taken", sheet.name, cell=row.cell("answer"))
    if answers:
        review = {"type": table.part.partition(".")[2], "answers": answers}
        _append(returned.came, "reviews", review, json.dumps(answers))


def _records(plan: Record, part: str) -> dict[str, Record]:
    """Give the records of a list by the ids the workbook knows them by."""
    if not part:  # a list of what the planner works out: nothing in it is a record
        rows = []
    elif part == "milestones":
        rows = [
            (f"{action['id']}/{one['id']}", one) for action in plan["actions"] for one in action.get("milestones", ())
        ]
    elif part == "deviations":
        follow_ups = plan["programme"]["follow_ups"]
        rows = [(one["id"], one) for follow_up in follow_ups for one in follow_up["deviations"]]
    else:
        rows = [(one["id"], one) for one in _list(plan, part)]
    return dict(rows)


def _list(plan: Record, part: str) -> list[Record]:
    section, _, name = part.rpartition(".")
    found: list[Record] = (plan[section] if section else plan)[name]
    return found


def _append(plan: Record, part: str, record: Record, said: str = "") -> Record:
    """Add a record to a list of the plan. One without an id gets one made of what it says.

    So the same row in two files is one row, and two different rows are never taken for each other.
    """
    rows = _list(plan, part)
    taken = {one["id"] for one in rows}
    start = f"{ADDED.get(part, 'returned')}-{mark(said)}"
    ids = (start if place == 1 else f"{start}-{place}" for place in count(1))
    rows.append({"id": next(id for id in ids if id not in taken), **record})
    return rows[-1]
