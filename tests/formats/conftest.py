"""What the tests of documents share: a plan of hostile texts, and the way from a plan to a file."""

from __future__ import annotations

import base64
import json
import struct
import zlib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from planner.advice.compose import compose
from planner.documents import DOCUMENTS
from planner.library import Library
from planner.plan import empty
from planner.readers import from_json
from planner.words import Words
from tests.conftest import ROOT, TODAY, bundle_text
from tests.formats.worked import Worked

Write = Callable[..., bytes]
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    '=HYPERLINK("http://example.org","click")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "</w:t></style><!-- & \"quoted\" 'single' -->",
    "{{ 7 * 7 }} {% raw %} {placeholder}",
    "مرحبا بالعالم – שלום",
    "👷‍♀️🧯 emoji",
    "_x0041_ escaped",
    "first line\nsecond line\twith a tab",
)
LONG = "långt ord " * 1000


def png(width: int, height: int) -> str:
    """A grey picture of this size, in base64."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress(b"".join(b"\x00" + b"\x80" * width for _ in range(height)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return base64.b64encode(data).decode()


@pytest.fixture(scope="session")
def danish() -> Words:
    """The Danish words, as a second language."""
    return Words(json.loads(bundle_text("da")))


@pytest.fixture
def write(bundle: dict[str, Any], words: Words, library: Library) -> Write:
    """Give the file of a plan: `write("docx", plan)`."""

    def make(kind: str, plan: dict[str, Any], second: Words | None = None, day: date = TODAY, **brand: Any) -> bytes:
        shaped, remarks = from_json.shape(plan)
        view = compose(shaped, library, day, remarks)
        return DOCUMENTS[kind].write(view, words, {**bundle["brand"], **brand}, second)  # type: ignore[typeddict-item]

    return make


def example_of(kind: str) -> dict[str, Any]:
    """Give the worked example of a kind of plan, as the reader shapes it."""
    text = (ROOT / "examples" / f"{kind}.example.json").read_text(encoding="utf-8")
    plan, _ = from_json.read(text)
    return dict(plan)


@pytest.fixture
def policy() -> dict[str, Any]:
    """The example of an organisation's own policy."""
    return example_of("own-policy")


@pytest.fixture
def contract() -> dict[str, Any]:
    """The example of a public contract."""
    return example_of("contract-performance")


@pytest.fixture
def programme() -> dict[str, Any]:
    """The example of a year of follow-up."""
    return example_of("follow-up-programme")


@pytest.fixture
def blank() -> dict[str, Any]:
    """A plan in which nothing is filled in."""
    return dict(empty("supplier-improvement", "en"))


@pytest.fixture
def hostile() -> dict[str, Any]:
    """A plan with hostile text wherever a text can be typed."""
    actions = [
        {
            "id": f"a{at}", "text": text, "owner": text, "note": text, "findings": ["f0"], "side": "supplier",
            "evidence": [text], "due": "2027-01-31", "milestones": [{"id": "m", "text": text, "due": "2027-01-02"}],
            "indicators": [{"name": text, "baseline": text, "target": 1.5}],
        }
        for at, text in enumerate((*HOSTILE, LONG))
    ]  # fmt: skip
    return {
        "schema": 1, "kind": "supplier-improvement", "id": "hostile;plan", "title": HOSTILE[0], "language": "en",
        "buyer": {"organisation": HOSTILE[1], "country": "Nowhere"}, "supplier": {"organisation": HOSTILE[5]},
        "findings": [{"id": f"f{at}", "text": text, "topic": text} for at, text in enumerate((*HOSTILE, LONG))],
        "actions": actions, "agreement": {"first": "2026-12-01", "text": HOSTILE[10], "channel": [HOSTILE[0]]},
    }  # fmt: skip


@pytest.fixture
def worked(write: Write, example: dict[str, Any], words: Words) -> Worked:
    """The example as a workbook, open in the supplier's hands."""
    return Worked(write("xlsx", example), words)
