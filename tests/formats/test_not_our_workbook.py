"""Files that are no workbook of ours, damaged, too large, or hold what is never read: each gets its own sentence."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook

from planner.errors import NotAPlan
from planner.readers import from_xlsx
from tests.formats.conftest import Write
from tests.formats.worked import Worked


def refusal(data: bytes) -> str:
    with pytest.raises(NotAPlan) as caught:
        from_xlsx.read(data)
    return caught.value.code


def member_added(data: bytes, name: str, content: bytes) -> bytes:
    """Give a workbook with one member more."""
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as file:
        file.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "code"),
    [("xl/vbaProject.bin", "workbook-macros"), ("xl/externalLinks/externalLink1.xml", "workbook-links")],
)
def test_macros_and_links(name: str, code: str, write: Write, example: dict[str, Any]) -> None:
    """Macros and links to other files are neither run nor followed, and the reader is told."""
    returned = from_xlsx.read(member_added(write("xlsx", example), name, b"<x/>"))

    assert [one.code for one in returned.remarks] == [code]
    assert returned.came == example


def test_no_workbook() -> None:
    """Text or an image is no workbook."""
    assert refusal(b"not a workbook") == "not-a-workbook"


@pytest.mark.parametrize(("inside", "code"), [("EncryptedPackage", "workbook-encrypted"), ("Workbook", "workbook-old")])
def test_containers_of_office(inside: str, code: str) -> None:
    """A workbook with a password and one of before 2007 are called by their names."""
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + inside.encode("utf-16-le")) == code


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"readme.txt": b"x"}, "not-a-workbook"),
        ({"word/document.xml": b"<x/>"}, "word-document"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "open-document"),
    ],
)
def test_other_zips(members: dict[str, bytes], code: str) -> None:
    """A zip, a Word document and an OpenDocument sheet each get their own sentence."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    assert refusal(buffer.getvalue()) == code


def test_broken_workbook(write: Write, example: dict[str, Any]) -> None:
    """A workbook cut off on its way is refused."""
    assert refusal(write("xlsx", example)[:-3000]) == "not-a-workbook"


def test_foreign_workbook() -> None:
    """Another program's workbook holds no plan."""
    buffer = io.BytesIO()
    Workbook().save(buffer)
    assert refusal(buffer.getvalue()) == "no-plan-inside"


def hidden(worked: Worked, name: str) -> Any:
    """The first cell of what the hidden sheet holds under a name."""
    return next(row[1] for row in worked.book["plan"].iter_rows() if row[0].value == name)


@pytest.mark.parametrize("name", ["plan", "layout"])
def test_damaged_plan(name: str, worked: Worked) -> None:
    """A hidden sheet somebody wrote in is said to be damaged."""
    cell = hidden(worked, name)
    cell.value = str(cell.value)[:-40]
    assert refusal(worked.save()) == "plan-damaged"


def test_emptied_layout(worked: Worked) -> None:
    """So is one whose layout says nothing."""
    hidden(worked, "layout").value = json.dumps({"workbook": 2, "lists": {"actions": {}}, "words": {}})
    assert refusal(worked.save()) == "plan-damaged"


def test_newer_workbook(worked: Worked) -> None:
    """A workbook of a newer planner is called so."""
    cell = hidden(worked, "layout")
    cell.value = str(cell.value).replace('"workbook":2', '"workbook":3')
    assert refusal(worked.save()) == "workbook-newer"


def test_bomb() -> None:
    """A small file that unpacks to something huge is refused before it is unpacked."""
    data = zipped({"xl/workbook.xml": b" " * 110_000_000})
    assert refusal(data) == "workbook-too-large"


def test_huge_file() -> None:
    """A file of 50 MB is refused unread."""
    assert refusal(b"PK" + b"\0" * 50_000_000) == "workbook-too-large"
