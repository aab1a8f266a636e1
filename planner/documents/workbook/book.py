"""Takes an open workbook and a voice; gives the ways in which its sheets write texts, dates, choices and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from planner.cells import marks
from planner.documents.base import Brand
from planner.documents.voice import Phrase, Voice, flat
from planner.shape import is_day

MOST = 32_767
"""Characters a cell can hold; a longer text ends in `…` here and stands in full in the hidden sheet."""
MORE_ROWS = 100
"""Rows below the last that have the same choices and colours, for what people add."""
BLANK_ROWS = 30
"""Rows to write on where there is nothing to list yet."""
FOOTER = 200
"""Signs of a footer's left side; Excel takes 255 in all."""
FIRST_YEAR = 1900
FONT, LINE_HEIGHT, MOST_HEIGHT = 10, 13.5, 409
"""In points; a row cannot be higher than the last."""
WIDE = 165
"""Characters that stay readable across one page; a wider list is printed on pages beside each other."""
DOUBLE = re.compile("[\u1101-\U0010ffff]")
"""Letters twice as wide as those of Europe."""
Kind = Literal["text", "date", "percent"]
OF_KIND: dict[Kind, dict[str, str]] = {
    "text": {"num_format": "@"},
    "date": {"num_format": "yyyy-mm-dd", "align": "center"},
    "percent": {"num_format": "0%", "align": "center"},
}
"""What cells of each kind have in common, those on rows that are added later too."""
A4, LANDSCAPE_MARGINS = 9, {"left": 0.4, "right": 0.4, "top": 0.6, "bottom": 0.6}


class Column(NamedTuple):
    """A column of a list, known by its label. What people write into it goes back into the plan where `to` says."""

    label: str
    width: int
    kind: Kind = "text"
    fill_in: bool = False
    """Whether it is there for the reader to fill in."""
    choices: str | None = None
    """The vocabulary its cells are chosen from."""
    hidden: bool = False
    to: str = ""
    """A field of the row's record, `response.stance`; nothing for what the planner works out."""


ID = Column("id", 10, hidden=True)
"""The last column of a list whose rows are records of the plan."""


@dataclass
class Book:
    """A workbook being written."""

    workbook: Any
    voice: Voice
    brand: Brand
    names: dict[str, str] = field(default_factory=dict)
    """Sheet names by id."""
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Words to choose from, by vocabulary."""
    layout: dict[str, Any] = field(default_factory=dict)
    """Where the reader finds again what came from the plan."""
    _formats: dict[frozenset[tuple[str, Any]], Any] = field(default_factory=dict)

    def sheet(self, id: str) -> Any:
        """Add a sheet, set up for A4 and with a footer that tells its place."""
        added = self.workbook.add_worksheet(self.names[id])
        added.set_landscape()
        added.set_paper(A4)
        added.set_margins(**LANDSCAPE_MARGINS)
        added.fit_to_pages(1, 0)
        added.hide_gridlines(2)
        # What stands for itself in a footer is written twice; 255 signs are all that Excel takes.
        own = " · ".join(self.brand["footer"]).replace("&", "&&")
        lines = f"&A\n{own}" if own else "&A"
        added.set_footer(f"&L{lines[:FOOTER]}&R&P / &N")
        return added

    def format(self, **properties: Any) -> Any:
        """Give a cell format, each one made once."""
        key = frozenset(properties.items())
        if key not in self._formats:
            base = {"text_wrap": True, "valign": "top", "font_size": FONT, "font_color": self.brand["ink"]}
            self._formats[key] = self.workbook.add_format({**base, **properties})
        return self._formats[key]

    def of_column(self, column: Column) -> Any:
        """Give the format of a column's cells."""
        fill = {"bg_color": "#FFF8E1"} if column.fill_in else {}
        return self.format(**OF_KIND[column.kind], border=1, border_color="#CFCFCF", **fill)

    def heading(self) -> Any:
        return self.format(bold=True, font_color="#FFFFFF", bg_color=self.brand["accent"], border=1)

    def write(self, sheet: Any, row: int, column: int, value: object, style: Any) -> None:
        """Write a value as what it is: a text never becomes a formula, a link or a number."""
        if isinstance(value, date):
            sheet.write_datetime(row, column, value, style)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, style)
        elif value:
            sheet.write_string(row, column, clip(str(value)), style)
        else:
            sheet.write_blank(row, column, None, style)

    def list(
        self, id: str, columns: Sequence[Column], rows: Sequence[Sequence[object]], part: str = "", top: int = 0
    ) -> Any:
        """Write a list one can filter, with its header frozen and repeated in print; give its sheet.

        `part` is the list of the plan whose records the rows are, so that the reader finds them again.
        """
        sheet = self.sheet(id)
        self.rows(sheet, columns, rows or [[""] * len(columns)] * BLANK_ROWS, top)
        wide = sum(column.width for column in columns if not column.hidden)
        if wide > WIDE:
            repeated = columns[0].width + columns[1].width
            sheet.fit_to_pages(-(-(wide - repeated) // (WIDE - repeated)), 0)
            sheet.repeat_columns(0, 1)
        sheet.freeze_panes(top + 1, 2)
        if ID in columns:
            number = next((place for place, one in enumerate(columns) if one.label == "number"), -1)
            self.layout[id] = {
                "sheet": self.names[id],
                "part": part,
                "columns": {one.label: self._of_layout(one) for one in columns},
                "rows": {
                    str(row[-1]): ["" if number < 0 else str(row[number]), marks([_held(value) for value in row])]
                    for row in rows
                    if row[-1]
                },
            }
        return sheet

    def _of_layout(self, column: Column) -> tuple[object, ...]:
        return self.label(column), column.kind, column.choices, column.fill_in, column.to

    def rows(self, sheet: Any, columns: Sequence[Column], rows: Sequence[Sequence[object]], top: int) -> None:
        """Write a header and rows, with formats and choices for rows that are added later."""
        last = top + max(len(rows), 1)
        for place, column in enumerate(columns):
            style = self.of_column(column)
            below = self.format(**OF_KIND[column.kind])  # without frame and colour: it goes on to the end of the sheet
            sheet.set_column(place, place, column.width, below, {"hidden": True} if column.hidden else {})
            self.write(sheet, top, place, self.label(column), self.heading())
            for row, values in enumerate(rows, top + 1):
                self.write(sheet, row, place, values[place], style)
            self._validate(sheet, column, place, top + 1, last + MORE_ROWS)
        shown = [column.width for column in columns if not column.hidden]
        self.fit(sheet, top, [self.label(column) for column in columns], shown)
        for row, values in enumerate(rows, top + 1):
            self.fit(sheet, row, values, shown)
        sheet.repeat_rows(top)
        sheet.autofilter(top, 0, last, len(columns) - 1)

    def fit(self, sheet: Any, row: int, values: Sequence[object], widths: Sequence[int]) -> None:
        """Make a row as high as its texts need: not every program does so by itself."""
        most = max(map(_lines, values, widths), default=1)
        sheet.set_row(row, min(most * LINE_HEIGHT + 4, MOST_HEIGHT))

    def label(self, column: Column) -> str:
        """Give the head of a column, the second language below the first."""
        return flat(self.voice.say(f"labels.{column.label}"), "\n")

    def _validate(self, sheet: Any, column: Column, place: int, first: int, last: int) -> None:
        error = {"error_message": "", "ignore_blank": True}
        if column.choices:
            source = f"={column.choices}"
            says = {**error, "error_message": self._say("wrong-choice"), "error_type": "stop"}
            sheet.data_validation(first, place, last, place, {"validate": "list", "source": source, **says})
        elif column.fill_in and column.kind == "date":
            says = {**error, "error_message": self._say("wrong-date")}
            bounds = {"criteria": ">=", "value": date(FIRST_YEAR, 1, 1)}
            sheet.data_validation(first, place, last, place, {"validate": "date", **bounds, **says})
        elif column.fill_in and column.kind == "percent":
            says = {**error, "error_message": self._say("wrong-percent")}
            bounds = {"criteria": "between", "minimum": 0, "maximum": 1}
            sheet.data_validation(first, place, last, place, {"validate": "decimal", **bounds, **says})

    def _say(self, key: str) -> str:
        return flat(self.voice.say(f"workbook.{key}"))[:255]


def _lines(value: object, width: int) -> int:
    """Give on how many lines a value stands."""
    return lines_of(value, width) if isinstance(value, str) and value else 1


@lru_cache(4096)
def lines_of(value: str, width: int) -> int:
    """Guess on how many lines a text stands; letters of East Asia are twice as wide."""
    sizes = [len(line) + (0 if line.isascii() else len(DOUBLE.findall(line))) for line in value.split("\n")]
    return sum([max(1, -(-size * 9 // (width * 10))) for size in sizes])


def _held(value: object) -> object:
    """Give what a cell holds of a value."""
    return clip(value) if isinstance(value, str) else value


def clip(text: str) -> str:
    """Give as much of a text as a cell holds."""
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"


def day(iso: str | None) -> date | str:
    """Give a date as a date; what is none, or lies before the calendar of spreadsheets, as text."""
    if iso is None or not is_day(iso) or int(iso[:4]) < FIRST_YEAR:
        return iso or ""
    return date.fromisoformat(iso)


def stacked(phrase: Phrase) -> str:
    """Give a phrase with the second language below the first."""
    return flat(phrase, "\n")


def stack(phrases: Sequence[Phrase]) -> str:
    """Give several phrases, one below the other."""
    return "\n".join(flat(phrase) for phrase in phrases if phrase)
