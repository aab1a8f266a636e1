"""What all formats have in common: light to load, the same every time, for every plan."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from planner.advice.compose import compose
from planner.documents import DOCUMENTS
from planner.documents.voice import Voice, headline
from planner.library import Library
from planner.plan import empty
from planner.readers import from_json
from planner.vocabularies import VOCABULARIES
from planner.words import Words
from tests.conftest import ROOT, TODAY
from tests.formats.conftest import Write, example_of

HEAVY = ("jinja2", "xlsxwriter", "openpyxl", "csv", "zipfile")


def python(code: str, *path: Path) -> str:
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd="/",
        env={"PYTHONPATH": ":".join(map(str, path))},
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_same_plan_same_bytes(kind: str, write: Write, example: dict[str, Any]) -> None:
    """The same plan and day give the same file."""
    assert write(kind, example) == write(kind, example)


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("part", ["findings", "actions", "buyer", "agreement", "signatories"])
def test_half_a_plan(kind: str, part: str, write: Write, example: dict[str, Any]) -> None:
    """Whatever is missing, the file is made."""
    assert write(kind, {**example, part: None})


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_all_empty_records(kind: str, write: Write) -> None:
    """Findings, actions and people without a single answer give a file too."""
    rows = {part: [{}] for part in ("findings", "actions", "participants", "consultations", "signatories")}
    rows["actions"] = [{"milestones": [{}], "indicators": [{}], "due_changes": [{}]}]
    assert write(kind, {"schema": 1, "kind": "supplier-improvement", **rows})


@pytest.mark.parametrize("format", DOCUMENTS)
@pytest.mark.parametrize("kind", VOCABULARIES["kinds"])
def test_every_kind(kind: str, format: str, write: Write, danish: Words) -> None:
    """Every kind of plan gives every format, worked out or blank, alone or beside a second language."""
    for plan in (example_of(kind), dict(empty(kind, "en"))):
        assert write(format, plan)
        assert write(format, plan, danish)


@pytest.mark.parametrize("kind", VOCABULARIES["kinds"])
def test_examples_say_so(kind: str, library: Library) -> None:
    """An example says in its title that it is one, names invented organisations only, and holds no error."""
    plan = example_of(kind)
    shaped, remarks = from_json.shape(plan)
    organisations = [plan[side]["organisation"] for side in library.kind(kind)["parties"]]

    assert plan["title"].split(":")[0] in ("Example", "Voorbeeld", "Exempel", "Eksempel")
    assert all(re.search(r"\((invented|verzonnen|påhittat?d?|opfundet)\)$", name) for name in organisations)
    assert not [one for one in compose(shaped, library, TODAY, remarks).remarks if one.weight == "error"]


@pytest.mark.parametrize("format", DOCUMENTS)
@pytest.mark.parametrize("kind", VOCABULARIES["kinds"])
def test_all_empty_sections(kind: str, format: str, write: Write) -> None:
    """Signals, steps, reviews and the rows of a section without a single answer give a file too."""
    rows = {part: [{}] for part in ("findings", "actions", "signals", "escalation", "reviews")}
    sections = {
        "policy": {"areas": [{"id": "newer"}], "publications": [{}]},
        "chain": {"areas": [{"id": "newer"}], "risks": [{}], "reports_due": [{}]},
        "programme": {"categories": [{}], "coordinators": [{}], "follow_ups": [{"deviations": [{}]}], "effects": [{}]},
    }
    assert write(format, {"schema": 1, "kind": kind, **rows, **sections})


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_same_language_twice_is_one(kind: str, write: Write, example: dict[str, Any], words: Words) -> None:
    """A second language that is the first is none."""
    assert write(kind, example, words) == write(kind, example)


def test_light_to_load() -> None:
    """The registry loads no format and no library until a file is written."""
    loaded = json.loads(
        python(
            "import sys, json, planner.documents; print(json.dumps(sorted(sys.modules)))", ROOT, *map(Path, sys.path)
        )
    )
    assert [name for name in loaded if name.startswith("planner.documents.to_")] == []
    assert [name for name in ("jinja2", "xlsxwriter", "openpyxl") if name in loaded] == []


def test_templates_from_a_zip(tmp_path: Path) -> None:
    """The templates are found when the planner is one zip, as in the page."""
    archive = tmp_path / "planner.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in sorted((ROOT / "planner").rglob("*")):
            if path.suffix in (".py", ".xml", ".html", ".css"):
                file.write(path, path.relative_to(ROOT))
    site = [Path(one) for one in sys.path if one.endswith("site-packages")]
    code = "import planner.documents.render as render; print(render.__file__, len(render.source('html/plan.css')))"
    where, length = python(code, archive, *site).rsplit(" ", 1)

    assert where.startswith(str(archive))
    assert int(length) > 100


def test_said_once_when_the_same(words: Words, danish: Words) -> None:
    """What is the same in both languages stands once."""
    assert len(Voice(words, danish, None).each(lambda _: "42")) == 1


def test_unknown_ids_are_typed_text(words: Words, danish: Words) -> None:
    """An id without a word is text somebody typed, in the plan's language."""
    assert Voice(words, danish, "bn").term("statuses", "waiting for spare parts")[0].language == "bn"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("short", "short"),
        ("two\nlines", "two …"),
        ("word " * 100, "word " * 27 + "word …"),
        ("x" * 200, "x" * 140 + " …"),
    ],
)
def test_headline(text: str, short: str) -> None:
    """A heading is the first line, not longer than a heading may be."""
    assert headline(text) == short
