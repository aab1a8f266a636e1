"""The terminal door, as a shell sees it: what is printed, what is written, what it exits with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from planner.__main__ import FAULTY, GOOD, WRONG_USE, main
from planner.documents import DOCUMENTS
from tests.conftest import DOCUMENT_LANGUAGES

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "supplier-improvement.example.json"
Capture = pytest.CaptureFixture[str]


def saved(folder: Path, name: str = "plan.json", **plan: Any) -> Path:
    path = folder / name
    path.write_text(json.dumps({"schema": 1, "kind": "supplier-improvement", "created": "2026-11-02", **plan}), "utf-8")
    return path


def test_check_good(capsys: Capture) -> None:
    """A plan with advice only is good; each remark is a line of path, code and sentence."""
    assert main(["check", str(EXAMPLE)]) == GOOD

    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(len(line.split("\t")) == 3 for line in lines)


def test_check_errors(tmp_path: Path, capsys: Capture) -> None:
    """A date that is none is an error of the plan."""
    assert main(["check", str(saved(tmp_path, trigger={"date": "soon"}))]) == FAULTY
    assert "trigger.date\tbad-date\t" in capsys.readouterr().out


def test_check_wrong_types(tmp_path: Path, capsys: Capture) -> None:
    """Every place of a wrong type has its own line."""
    assert main(["check", str(saved(tmp_path, title=1, findings="none"))]) == FAULTY

    printed = capsys.readouterr().out
    assert "title\twrong-text\t" in printed
    assert "findings\twrong-list\t" in printed


def test_check_in_danish(tmp_path: Path, capsys: Capture) -> None:
    """Sentences are in the language asked for."""
    path = str(saved(tmp_path))
    main(["check", path])
    english = capsys.readouterr().out
    main(["check", path, "--language", "da"])

    assert capsys.readouterr().out != english


def test_no_plan(tmp_path: Path, capsys: Capture) -> None:
    """What is no plan at all has errors, one line of them."""
    path = tmp_path / "x.json"
    path.write_text("{}", "utf-8")

    assert main(["check", str(path)]) == FAULTY
    assert capsys.readouterr().out.startswith("\tnot-a-plan\t")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "no-such-file.json"],
        ["check", str(EXAMPLE), "--language", "xx"],
        ["check", str(EXAMPLE), "--day", "tomorrow"],
        ["export", str(EXAMPLE), "--to", "csv", "--second", "xx"],
    ],
)
def test_wrong_use(arguments: list[str], capsys: Capture) -> None:
    """Wrong use is said in a sentence on standard error."""
    assert main(arguments) == WRONG_USE
    assert capsys.readouterr().err.strip()


@pytest.mark.parametrize("arguments", [[], ["fly"], ["export", str(EXAMPLE)], ["blank", "holiday", "--to", "csv"]])
def test_usage(arguments: list[str]) -> None:
    """A command line that makes no sense exits as wrong use."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)

    assert stopped.value.code == WRONG_USE


def test_suggest(capsys: Capture) -> None:
    """Suggestions are JSON with finding, measure, side, nature, due date and the answers that chose them."""
    assert main(["suggest", str(EXAMPLE), "--day", "2026-11-22"]) == GOOD

    found = json.loads(capsys.readouterr().out)["suggestions"]
    assert {tuple(one) for one in found} == {("finding", "measure", "side", "nature", "due", "because")}
    assert all(one["due"] > "2026-11-22" for one in found)


@pytest.mark.parametrize("format", DOCUMENTS)
def test_export(format: str, tmp_path: Path) -> None:
    """Every format is written, the same twice."""
    for name in ("one", "two"):
        arguments = ["export", str(EXAMPLE), "--to", format, "--day", "2026-11-22", "-o", str(tmp_path / name)]
        assert main(arguments) == GOOD

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes() != b""


def test_export_for_the_public(tmp_path: Path) -> None:
    """A copy for everyone names nobody."""
    path = tmp_path / "plan.json"
    main(["export", str(EXAMPLE), "--to", "json", "--audience", "public", "-o", str(path)])

    assert "purchasing@example.org" not in path.read_text("utf-8")


@pytest.mark.parametrize("format", DOCUMENTS)
def test_blank(format: str, tmp_path: Path) -> None:
    """An empty plan is written in every format."""
    path = tmp_path / "blank"

    assert main(["blank", "supplier-improvement", "--to", format, "--language", "nl", "-o", str(path)]) == GOOD
    assert path.stat().st_size


def test_workbook_and_back(tmp_path: Path) -> None:
    """A plan written as a workbook and read again is the same plan."""
    book, back = tmp_path / "plan.xlsx", tmp_path / "back.json"
    main(["export", str(EXAMPLE), "--to", "xlsx", "--language", "sv", "-o", str(book)])

    assert main(["read", str(book), "-o", str(back)]) == GOOD
    assert main(["compare", str(EXAMPLE), str(back)]) == GOOD


def test_compare(tmp_path: Path, capsys: Capture) -> None:
    """The differences are JSON with path, old and new."""
    old, new = saved(tmp_path, "old.json", title="A"), saved(tmp_path, "new.json", title="B")

    assert main(["compare", str(old), str(new)]) == GOOD
    assert json.loads(capsys.readouterr().out) == {"changes": [{"path": "title", "old": "A", "new": "B"}]}


def test_schema(capsys: Capture) -> None:
    """The JSON Schema is printed."""
    assert main(["schema"]) == GOOD
    assert json.loads(capsys.readouterr().out)["title"] == "Action plan"


def test_record(tmp_path: Path, capsys: Capture) -> None:
    """A review is written into the plan, with what changed since the base."""
    old = saved(tmp_path, "old.json", actions=[{"id": "a", "text": "Repair", "due": "2026-12-01"}])
    new = saved(tmp_path, "new.json", actions=[{"id": "a", "text": "Repair", "due": "2027-01-01"}])
    out = tmp_path / "recorded.json"
    arguments = ["record", str(new), "--base", str(old), "--type", "dialogue", "--by", "Buyer", "--day", "2026-11-22"]

    assert main([*arguments, "-o", str(out)]) == GOOD
    plan = json.loads(out.read_text("utf-8"))
    assert (plan["reviews"][0]["type"], plan["reviews"][0]["by"]) == ("dialogue", "Buyer")
    assert plan["reviews"][0]["changes"][0]["new"] == "1 January 2027"
    assert main(arguments) == GOOD
    assert json.loads(capsys.readouterr().out) == plan


def test_portfolio(tmp_path: Path, capsys: Capture) -> None:
    """Several plans are one table, by the names of their files."""
    paths = [str(saved(tmp_path, name, findings=[{"id": "f", "text": name}])) for name in ("a.json", "b.json")]

    assert main(["portfolio", *paths, "--day", "2026-11-22"]) == GOOD
    found = json.loads(capsys.readouterr().out)
    assert found.keys() == {"rows", "late", "deviations"}
    assert [row["name"] for row in found["rows"]] == ["a.json", "b.json"]


def test_programme(tmp_path: Path) -> None:
    """A programme started from several plans is a plan that can be checked."""
    paths = [str(saved(tmp_path, name, findings=[{"id": "f", "text": name}])) for name in ("a.json", "b.json")]
    out = tmp_path / "programme.json"

    assert main(["portfolio", *paths, "--programme", "-o", str(out)]) == GOOD
    assert json.loads(out.read_text("utf-8"))["kind"] == "follow-up-programme"
    assert main(["check", str(out)]) == GOOD


def test_letter(tmp_path: Path, capsys: Capture) -> None:
    """A letter is written in two languages; one that does not fit names those that do."""
    path = tmp_path / "letter.docx"
    asked = ["letter", str(EXAMPLE), "--day", "2026-11-22", "--language", "da", "--second", "sv", "-o", str(path)]

    assert main([*asked, "--letter", "reminder", "--about", "A4"]) == GOOD
    assert path.read_bytes().startswith(b"PK")
    assert main([*asked, "--letter", "notice"]) == WRONG_USE
    assert "reminder" in capsys.readouterr().err


def test_another(tmp_path: Path) -> None:
    """A plan a supplier received becomes one for another customer."""
    made = tmp_path / "another.json"

    assert main(["another", str(EXAMPLE), "--id", "second-customer", "-o", str(made)]) == GOOD
    plan = json.loads(made.read_text("utf-8"))
    assert (plan["id"], plan["buyer"]["organisation"]) == ("second-customer", None)


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_every_language_of_documents(language: str, tmp_path: Path) -> None:
    """A document can be written in any language there are words for, and stand beside any other."""
    book = tmp_path / "plan.docx"
    wanted = ["--to", "docx", "--language", language, "--second", "nl", "-o", str(book)]

    assert main(["export", str(EXAMPLE), *wanted]) == GOOD
    assert book.stat().st_size > 10_000


def test_remarks_of_a_workbook(tmp_path: Path, capsys: Capture) -> None:
    """What could not be taken over is said with sheet and cell, apart from the plan."""
    book = tmp_path / "plan.xlsx"
    main(["export", str(EXAMPLE), "--to", "xlsx", "-o", str(book)])
    changed = load_workbook(book)
    changed["Actions"]["M2"] = "Harmless"
    changed.save(book)
    main(["read", str(book), "-o", str(tmp_path / "plan.json")])

    assert "cell M2" in capsys.readouterr().err


def test_a_terminal_of_fewer_letters() -> None:
    """Where it cannot write a language's letters, the remarks come all the same."""
    command = [sys.executable, "-m", "planner", "check", str(EXAMPLE), "--language", "pl"]
    done = subprocess.run(command, capture_output=True, check=False, env=os.environ | {"PYTHONIOENCODING": "cp1252"})

    assert done.returncode == GOOD, done.stderr
    assert b"?" in done.stdout
