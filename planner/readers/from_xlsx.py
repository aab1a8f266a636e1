"""Takes the bytes of a workbook the planner made; gives the plan in it with what people filled in laid over it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from planner.errors import NotAPlan

MOST_BYTES = 20_000_000
MOST_UNPACKED = 100_000_000
"""Of all members together: a small file that unpacks to more is not a workbook of ours."""
MOST_MEMBERS = 500
MOST_ROWS, MOST_COLUMNS = 5_000, 100
HEADER_WITHIN = 20
"""Rows in which the names of the columns are looked for: people put titles above lists."""
KEPT_WHEN_EMPTY = ("status", "due")
"""An emptied cell clears a field, but an action goes on having a status and a deadline."""
MORE = "…"


def read(data: bytes) -> dict[str, Any]:
    """Give the plan; raise NotAPlan for a file that is no workbook, is not one of ours, or is unreasonably large."""
    _guard(data)
    sheets = _sheets(data)
    layout, plan = _inside(sheets)
    words: Mapping[str, Any] = layout.get("words", {})
    lists: Mapping[str, Any] = layout.get("lists", {})
    actions = [action for action in plan.get("actions") or [] if isinstance(action, dict)]
    by_id = {str(action.get("id")): action for action in actions}
    for found in _rows(sheets, lists.get("actions"), words):
        if found.get("id") in by_id:
            _lay_over(by_id.pop(found["id"]), found, lists["actions"])
        elif not found.get("id") and found.get("text"):
            plan["actions"].append(_added(found, plan["actions"]))
    milestones = {
        f"{action.get('id')}/{one.get('id')}": one for action in actions for one in action.get("milestones") or []
    }
    for found in _rows(sheets, lists.get("milestones"), words):
        if found.get("id") in milestones:
            _lay_over(milestones.pop(found["id"]), found, lists["milestones"])
    for name, where in lists.items():
        if "section" in where:
            _take_areas(plan, where, list(_rows(sheets, where, words)))
        if "review" in where:
            _take_answers(plan, name, where["review"], list(_rows(sheets, where, words)))
    return plan


def _guard(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise NotAPlan("workbook-too-large", limit=str(MOST_BYTES // 1_000_000))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            members = file.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise NotAPlan("not-a-workbook") from None
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise NotAPlan("workbook-too-large", limit=str(MOST_UNPACKED // 1_000_000))
    if not any(member.filename == "xl/workbook.xml" for member in members):
        raise NotAPlan("not-a-workbook")


def _sheets(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    from openpyxl import load_workbook

    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        return {
            sheet.title: list(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True))
            for sheet in workbook.worksheets
        }
    except Exception:  # noqa: BLE001 - whatever openpyxl meets in a foreign file, the answer is the same
        raise NotAPlan("not-a-workbook") from None


def _inside(sheets: Mapping[str, list[tuple[Any, ...]]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Put the hidden sheet's pieces together again."""
    if "plan" not in sheets:
        raise NotAPlan("no-plan-inside")
    pieces: dict[str, str] = {"layout": "", "plan": ""}
    for row in sheets["plan"]:
        if len(row) > 1 and row[0] in pieces:
            pieces[row[0]] += str(row[1] or "")
    if not pieces["plan"]:
        raise NotAPlan("no-plan-inside")
    try:
        layout, plan = json.loads(pieces["layout"] or "{}"), json.loads(pieces["plan"])
    except (ValueError, RecursionError):
        raise NotAPlan("plan-damaged") from None
    if not isinstance(layout, dict) or not isinstance(plan, dict):
        raise NotAPlan("plan-damaged")
    plan.setdefault("actions", [])
    return layout, plan


def _rows(
    sheets: Mapping[str, list[tuple[Any, ...]]], where: Mapping[str, Any] | None, words: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    """Give each row of a list by field. Columns are found by their names, for people move and add some."""
    if not where or where.get("sheet") not in sheets:
        return
    rows = sheets[where["sheet"]]
    columns: Mapping[str, Any] = where["columns"]
    marker = columns["id"][0]
    top = next((at for at, row in enumerate(rows[:HEADER_WITHIN]) if marker in row), None)
    if top is None:
        return
    places = {name: rows[top].index(column[0]) for name, column in columns.items() if column[0] in rows[top]}
    for row in rows[top + 1 :]:
        if any(value not in (None, "") for value in row):
            yield {name: _value(row[place], columns[name], words) for name, place in places.items()}


def _value(value: Any, column: list[Any], words: Mapping[str, Any]) -> Any:
    """Bring a cell into the shape of its field; what does not fit stays as typed, for the plan's reader to remark."""
    _, kind, vocabulary, _ = column
    if value is None or value == "":
        return None
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if kind == "percent" and isinstance(value, int | float) and not isinstance(value, bool):
        return round(value * 100) if abs(value) <= 1 else round(value)
    text = str(value).strip() if kind != "text" else str(value)
    if kind == "percent":
        digits = text.removesuffix("%").strip()
        return int(digits) if digits.isdigit() else text
    return words.get(vocabulary, {}).get(text.strip(), text) if vocabulary else text


def _lay_over(record: dict[str, Any], found: Mapping[str, Any], where: Mapping[str, Any]) -> None:
    """Take over the cells that are there to be filled in, where they differ from what was written into them."""
    for name, (_, _, _, fill_in) in where["columns"].items():
        if not fill_in or name not in found:
            continue
        old, new = record.get(name), found[name]
        if new is None and (old is None or name in KEPT_WHEN_EMPTY):
            continue
        if isinstance(old, str) and isinstance(new, str) and new.endswith(MORE) and old.startswith(new[:-1]):
            continue
        record[name] = new


def _take_areas(plan: dict[str, Any], where: Mapping[str, Any], rows: list[dict[str, Any]]) -> None:
    """Take over where areas stand; one that nobody had answered before is added once somebody has."""
    section = plan.setdefault(where["section"], {})
    areas = section.setdefault("areas", [])
    by_id = {area.get("id"): area for area in areas if isinstance(area, dict)}
    for found in rows:
        if found.get("id") in by_id:
            _lay_over(by_id[found["id"]], found, where)
        elif found.get("id") and (found.get("standing") or found.get("evidence")):
            areas.append(found)


def _take_answers(plan: dict[str, Any], name: str, type: str, rows: list[dict[str, Any]]) -> None:
    """Make a review of the answers on the sheet of a form; an empty form is none."""
    answers = {row["id"]: row["answer"] for row in rows if row.get("id") and row.get("answer") is not None}
    if answers:
        reviews = plan.setdefault("reviews", [])
        reviews.append({"id": _free(f"{name}-", reviews), "type": type, "answers": answers})


def _free(start: str, rows: list[dict[str, Any]]) -> str:
    """Give an id that no row has."""
    taken = {row.get("id") for row in rows if isinstance(row, dict)}
    return next(name for count in range(1, MOST_ROWS + 2) if (name := f"{start}{count}") not in taken)


def _added(found: Mapping[str, Any], actions: list[dict[str, Any]]) -> dict[str, Any]:
    """Make an action of a row somebody added, with an id of its own."""
    return {**{name: value for name, value in found.items() if value is not None}, "id": _free("added-", actions)}
