"""Takes the bytes of a file; gives the cells of the sheets of a workbook, or says why it is none we can read."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from planner.errors import NotAPlan

MOST_BYTES = 10_000_000
MOST_UNPACKED = 40_000_000
"""Of all members together: a small file that unpacks to more is not a workbook of ours."""
MOST_MEMBERS = 500
MOST_ROWS, MOST_COLUMNS = 20_000, 100
"""Of a sheet. A plan may have 2,000 actions, each with milestones and dates; `MOST_UNPACKED` keeps files reasonable."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file begins that Office has encrypted, or that Office wrote before 2007."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
MOST_COVERED = 500_000
"""Cells under merged ones that are looked at; nobody's table has as many."""
MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]+\d+:[A-Z]+\d+)"')


@dataclass(slots=True)
class Sheet:
    """The cells of one sheet, row by row from the first, each as long as it is filled; both count from 0."""

    name: str
    rows: list[tuple[Any, ...]]
    covered: set[tuple[int, int]] = field(default_factory=set)
    """Cells under a merged one, whose own content no program shows any more."""
    formulas: set[tuple[int, int]] = field(default_factory=set)
    """Cells that calculate. Their value is the result their program saved, None if it saved none."""


@dataclass(slots=True)
class Cells:
    """A workbook as it was read."""

    sheets: Mapping[str, Sheet]
    extras: tuple[str, ...]
    """What it holds that is never read, as codes of remarks."""


def read(data: bytes) -> Cells:
    """Give the cells; raise NotAPlan for a file that is no workbook, or is unreasonably large."""
    members = _members(data)
    extras = {"workbook-macros": "vbaProject.bin", "workbook-links": "xl/externalLinks/"}
    found = tuple(name for name, part in extras.items() if any(part in member for member in members))
    return Cells(_sheets(data), found)


def _members(data: bytes) -> list[str]:
    """Give the names of the file's parts; every other kind of file is called by its name."""
    if len(data) > MOST_BYTES:
        raise NotAPlan("workbook-too-large", limit=str(MOST_BYTES // 1_000_000))
    if data.startswith(OLE):
        raise NotAPlan("workbook-encrypted" if ENCRYPTED in data else "workbook-old")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            members = file.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise NotAPlan("not-a-workbook") from None
    names = [member.filename for member in members]
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise NotAPlan("workbook-too-large", limit=str(MOST_UNPACKED // 1_000_000))
    if OPEN_DOCUMENT in data[:120]:
        raise NotAPlan("open-document")
    if "word/document.xml" in names:
        raise NotAPlan("word-document")
    if "xl/workbook.xml" not in names:
        raise NotAPlan("not-a-workbook")
    return names


def _sheets(data: bytes) -> dict[str, Sheet]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it would not write again
            sheets = _loaded(data, results=False)
            if any(sheet.formulas for sheet in sheets.values()):
                results = _loaded(data, results=True)
                for name, sheet in sheets.items():
                    sheet.rows = results[name].rows
    except Exception:  # noqa: BLE001 - whatever openpyxl meets in a foreign file, the answer is the same
        raise NotAPlan("not-a-workbook") from None
    return sheets


def _loaded(data: bytes, *, results: bool) -> dict[str, Sheet]:
    """Read every sheet, cells that calculate as their formulas or as their last results."""
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=results, keep_links=False)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        sheets = {}
        for sheet in workbook.worksheets:
            cast(Any, sheet).reset_dimensions()  # else every row is filled up to the widest
            made = _sheet(sheet.title, sheet.iter_rows(max_row=MOST_ROWS))
            made.covered = _covered(file.read(cast(Any, sheet)._worksheet_path))  # no other way to the merged cells
            sheets[made.name] = made
    return sheets


def _sheet(name: str, cells: Iterable[Sequence[Any]]) -> Sheet:
    sheet = Sheet(name, [])
    for at, row in enumerate(cells):
        values = []
        for place, cell in enumerate(row[:MOST_COLUMNS]):
            values.append(cell.value)
            if cell.data_type == "f":
                sheet.formulas.add((at, place))
        sheet.rows.append(tuple(values))
    return sheet


def _covered(xml: bytes) -> set[tuple[int, int]]:
    """Give the cells that merging has covered: all of a merged range but its first."""
    from openpyxl.utils import range_boundaries

    covered: set[tuple[int, int]] = set()
    for found in MERGED.findall(xml):
        left, top, right, bottom = (edge or 1 for edge in range_boundaries(found.decode()))
        bottom, right = min(bottom, MOST_ROWS), min(right, MOST_COLUMNS)
        if len(covered) + (bottom - top + 1) * (right - left + 1) > MOST_COVERED:
            break
        covered |= {(row - 1, column - 1) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        covered.discard((top - 1, left - 1))
    return covered
