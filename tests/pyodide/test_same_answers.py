"""The page's Python gives what CPython gives: the same plans, every language and format, compared member by member."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from planner.bridge import handle
from scripts.packed import rehearsal
from scripts.pyodide.play import bring_back, play
from tests.conftest import LANGUAGES, SECONDS

ROOT = Path(__file__).resolve().parents[2]

Answers = dict[str, "str | bytes"]


@pytest.fixture(scope="session")
def given() -> Any:
    """Every bundle with a second language, plan, format and letter."""
    return rehearsal(**SECONDS)


@pytest.fixture(scope="session")
def here(given: Any) -> Answers:
    """The answers of this Python."""
    return dict((*play(handle, given), *bring_back(handle, given)))


@pytest.fixture(scope="session")
def played(given: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Answers]:
    """What the trimmed runtime the site ships says of itself, and its answers, under Node."""
    folder = tmp_path_factory.mktemp("pyodide")
    (folder / "plans.json").write_text(json.dumps(given), encoding="utf-8")
    node = os.environ.get("FAIRSTEPS_NODE", "node")
    played = subprocess.run([node, "scripts/pyodide/play.mjs", folder], cwd=ROOT, capture_output=True, text=True)
    assert played.returncode == 0, played.stderr
    answers = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    said = {name: base64.b64decode(one[0]) if isinstance(one, list) else one for name, one in answers.items()}
    return json.loads(played.stdout.splitlines()[-1]), said


@pytest.fixture(scope="session")
def shipped(played: tuple[Any, Answers]) -> Answers:
    """The answers of the runtime the site ships."""
    return played[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_is_the_same(language: str, here: Answers, shipped: Answers) -> None:
    """What is not the same is named: plan, format and member."""
    names = [name for name in here if name.startswith(f"{language}/")]

    assert names
    assert [name for name in shipped if name.startswith(f"{language}/")] == names
    assert [f"{name}: {part}" for name in names for part in differing(here[name], shipped[name])] == []


def test_no_start_and_no_advice_wait_for_a_part(played: tuple[Any, Answers]) -> None:
    """A kept start needs the first part of WebAssembly alone, advice the second besides: every language and plan."""
    assert played[0]["missing"] == 0


def test_advice_after_a_kept_start_is_the_same(played: tuple[Any, Answers]) -> None:
    """In every language and on every plan it is what the start it was kept from says."""
    assert played[0]["different"] == 0


def test_no_answer_is_a_failure_of_ours(shipped: Answers) -> None:
    """A module trimmed away would show as an internal error."""
    failed = [name for name, one in shipped.items() if isinstance(one, str) and '"internal"' in one[:200]]

    assert failed == []


def test_every_plan_becomes_every_document(given: Any, shipped: Answers) -> None:
    """An empty, half or hostile plan can be downloaded as well."""
    readable = given["plans"].keys() - {"broken", "foreign", "list", "newer"}
    wanted = {f"{language}/{name}" for language in LANGUAGES for name in readable}

    for name in wanted:
        assert [kind for kind in given["formats"] if not isinstance(shipped[f"{name}/plan.{kind}"], bytes)] == []


def test_the_site_carries_this_runtime() -> None:
    """What was tested here is what the page loads."""
    made = json.loads((ROOT / "build" / "runtime.json").read_text(encoding="utf-8"))
    published = ROOT / "site" / "planner" / made["path"]
    hashes = {name: hashlib.sha256((published / name).read_bytes()).hexdigest() for name in made["files"]}

    assert hashes == made["files"]


def differing(one: str | bytes, other: str | bytes) -> list[str]:
    """The parts in which two answers differ; inside a zip, its members."""
    if one == other:
        return []
    if isinstance(one, bytes) and isinstance(other, bytes) and one[:2] == other[:2] == b"PK":
        left, right = members(one), members(other)
        return [name for name in sorted(left.keys() | right.keys()) if left.get(name) != right.get(name)]
    return ["all of it"]


def members(archive: bytes) -> dict[str, tuple[bytes, object]]:
    """The content and the date of each member; how well it was compressed is no difference."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {info.filename: (opened.read(info), info.date_time) for info in opened.infolist()}
