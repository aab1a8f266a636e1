"""Takes a workbook and what somebody does in it; gives the workbook as LibreOffice saves it. Runs where `uno` is.

`python at_work.py SOFFICE SOURCE TARGET < steps.json`, each step a list: what is done, the sheet, and the rest, as in
`["write", sheet, row code, head, text]`, `["add", sheet, {head: text}]`, `["sort", sheet, head]`, `["widen", …]`.
It imports nothing else of ours: LibreOffice's Python is another one, without our packages and without types.
"""

# mypy: ignore-errors

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField


def main(soffice, source, target):
    """Do all steps and save under the other name."""
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"fairsteps{Path(profile).name}"
        accept = f"--accept=pipe,name={pipe};urp"
        started = subprocess.Popen(
            [soffice, f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", accept]
        )
        try:
            document = connect(pipe).loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (named("Hidden", True),))
            for what, sheet, *rest in json.load(sys.stdin):
                STEPS[what](document.Sheets.getByName(sheet), *rest)
            document.storeToURL(Path(target).as_uri(), (named("FilterName", "Calc MS Excel 2007 XML"),))
            document.close(True)
        finally:
            started.terminate()
            started.wait(30)


def connect(pipe, patience=60):
    """Wait for LibreOffice to listen; give its desktop."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(patience * 5):
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        except NoConnectException:
            time.sleep(0.2)
    raise TimeoutError("LibreOffice did not start")


def named(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def place(sheet, head):
    """The column of a head in the first row."""
    found = (at for at in range(100) if sheet.getCellByPosition(at, 0).String.split("\n")[0] == head)
    return next(found)


def used(sheet):
    """How far the list goes: its last row, and its last column, which holds the codes of the rows."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return cursor.RangeAddress.EndRow, cursor.RangeAddress.EndColumn


def write(sheet, code, head, text):
    """Type a text into a cell, as at the keyboard: LibreOffice makes dates and percentages of it."""
    end, codes = used(sheet)
    row = next(at for at in range(1, end + 1) if sheet.getCellByPosition(codes, at).String == code)
    sheet.getCellByPosition(place(sheet, head), row).FormulaLocal = text


def add(sheet, values):
    """Type a new row below the list."""
    row = used(sheet)[0] + 1
    for head, text in values.items():
        sheet.getCellByPosition(place(sheet, head), row).FormulaLocal = text


def sort(sheet, head):
    """Sort the list by a column, largest first."""
    field = TableSortField()
    field.Field, field.IsAscending = place(sheet, head), False
    end, codes = used(sheet)
    whole = sheet.getCellRangeByPosition(0, 0, codes, end)
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    order = (named("SortFields", fields), named("ContainsHeader", True))
    uno.invoke(whole, "sort", (order,))


def widen(sheet, head):
    """Drag a column wider."""
    sheet.Columns.getByIndex(place(sheet, head)).Width = 12_000


STEPS = {"write": write, "add": add, "sort": sort, "widen": widen}

if __name__ == "__main__":
    main(*sys.argv[1:])
