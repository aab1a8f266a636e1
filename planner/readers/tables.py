"""Takes the layout a workbook remembers and its sheets; gives the rows of each list, wherever they were moved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from typing import Any

from planner.cells import plain
from planner.readers.workbook import Cells, Sheet
from planner.shape import is_day

HEADER_WITHIN = 20
"""Rows in which the heads of the columns are looked for: people put titles above lists."""
MOST_HEADS = 0.6
"""The part of its heads that must stand in one row for a sheet of another name to be the list."""
PERCENT = re.compile(r"(\d{1,3})\s*%?")
WRITTEN_DAY = re.compile(r"(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})")
BETWEEN = " / "
"""What stands between the words of two languages in one choice."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list as the layout remembers it."""

    head: str
    kind: str
    fill_in: bool
    to: str
    """The field of the row's record it goes into; nothing for what the planner works out."""
    words: Mapping[str, str] | None
    """Ids by the words the cell's list offers."""

    def value(self, found: Any) -> Any:
        """Bring a cell into the shape of its field; what does not fit stays as typed."""
        if found is None or found == "":
            return None
        if isinstance(found, datetime | date):
            return plain(found)
        if self.kind == "percent":
            return _percent(found)
        text = plain(found) if self.kind != "text" or not isinstance(found, str) else found
        if self.kind == "date":
            return _day(text)
        return self.words.get(text.strip().casefold(), text) if self.words is not None else text

    def fits(self, value: Any) -> bool:
        """Tell whether a value is what the column asks for."""
        if self.kind == "date":
            return is_day(value)
        if self.kind == "percent":
            return isinstance(value, int) and value in range(101)
        return self.words is None or value in self.words.values()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: its values by the labels of their columns."""

    id: str
    """Of the record it stands for; nothing for a row somebody added."""
    at: int
    values: Mapping[str, Any]
    places: Mapping[str, int]

    def place(self, label: str) -> tuple[int, int]:
        return self.at, self.places[label]

    def cell(self, label: str) -> str:
        """Give the cell as people name it, `F5`."""
        place, letters = self.places.get(label, 0), ""
        while place >= 0:
            letters, place = chr(ord("A") + place % 26) + letters, place // 26 - 1
        return f"{letters}{self.at + 1}"


@dataclass(frozen=True, slots=True)
class Table:
    """A list of the workbook: where it stands, and what was written into it."""

    name: str
    sheet: str
    part: str
    """The list of the plan whose records its rows are."""
    columns: Mapping[str, Column]
    """By their labels, in their order."""
    written: Mapping[str, tuple[str, Mapping[str, str]]]
    """Of each row, by the id of its record: its number, and the mark of each cell by the label of its column."""

    @classmethod
    def of(cls, name: str, where: Mapping[str, Any], words: Mapping[str, Any]) -> Table:
        """Take it from the layout; raise KeyError, TypeError or ValueError where that is damaged."""
        columns = {
            label: Column(head, kind, bool(fill_in), to, _known(words[vocabulary]) if vocabulary else None)
            for label, (head, kind, vocabulary, fill_in, to) in where["columns"].items()
        }
        written = {
            id: (number, dict(zip(columns, marks.split(" "), strict=True)))
            for id, (number, marks) in where["rows"].items()
        }
        return cls(name, where["sheet"], where["part"], columns, written)

    def find(self, cells: Cells) -> Sheet | None:
        """Give the sheet: the one of that name, else one with the same heads, for people copy and rename sheets."""
        named = cells.sheets.get(self.sheet)
        if named is not None and self._heads(named)[1]:
            return named
        found = max(cells.sheets.values(), key=lambda sheet: len(self._heads(sheet)[1]), default=None)
        return found if found is not None and len(self._heads(found)[1]) >= MOST_HEADS * len(self.columns) else named

    def missing(self, sheet: Sheet) -> list[str]:
        """Give the heads of the columns to fill in that the sheet lacks."""
        places = self._heads(sheet)[1]
        return [one.head for label, one in self.columns.items() if one.fill_in and label not in places]

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Give each row below the heads in which something stands."""
        top, places = self._heads(sheet)
        often = Counter(number for number, _ in self.written.values())  # a milestone's is that of its action
        numbers = {number: id for id, (number, _) in self.written.items() if number and often[number] == 1}
        for at, cells in enumerate(sheet.rows[top + 1 :], top + 1):
            values = {label: cells[place] if place < len(cells) else None for label, place in places.items()}
            if any(value not in (None, "") for value in values.values()):
                id = plain(values.get("id")) or numbers.get(plain(values.get("number")), "")
                yield Row(id, at, values, places)

    def _heads(self, sheet: Sheet) -> tuple[int, dict[str, int]]:
        """Give the row of the heads and the place of each column: the row in which most of them stand."""
        best: tuple[int, dict[str, int]] = (0, {})
        for at, cells in enumerate(sheet.rows[:HEADER_WITHIN]):
            said = {plain(value): place for place, value in reversed(list(enumerate(cells))) if value is not None}
            places = {label: said[plain(one.head)] for label, one in self.columns.items() if plain(one.head) in said}
            if len(places) > len(best[1]):
                best = at, places
        return best


def _known(words: Mapping[str, str]) -> dict[str, str]:
    """Give the ids by every way of writing their words: both languages, or one of them, in capitals or not."""
    halves = {half: id for word, id in words.items() for half in word.split(BETWEEN)}
    return {word.casefold(): id for word, id in {**halves, **words}.items()}


def _day(text: str) -> str:
    """Give a day written by hand as ISO writes it; with slashes only where nobody can take the day for the month."""
    written = WRITTEN_DAY.fullmatch(text)
    if not written:
        return text
    first, second = int(written[1]), int(written[3])
    months_first = written[2] != "." and first <= 12 < second
    if written[2] != "." and first <= 12 and second <= 12 and first != second:
        return text
    month, day = (first, second) if months_first else (second, first)
    iso = f"{written[4]}-{month:02}-{day:02}"
    return iso if is_day(iso) else text


def _percent(found: Any) -> Any:
    """Give a whole percentage of `0.35`, `35`, or `35 %`."""
    if isinstance(found, int | float) and not isinstance(found, bool) and isfinite(found):
        return round(found * 100) if abs(found) <= 1 else round(found)
    written = PERCENT.fullmatch(plain(found))
    return int(written[1]) if written else plain(found)
