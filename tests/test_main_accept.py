"""A supplier's copy that came back, taken over at the terminal."""

from __future__ import annotations

import json
from pathlib import Path

from planner.__main__ import GOOD, WRONG_USE, main
from tests.test_main import EXAMPLE, Capture, saved


def answered(folder: Path) -> Path:
    """The supplier's copy, saved by a planner after the first action got a note."""
    sent = folder / "sent.json"
    main(["export", str(EXAMPLE), "--to", "json", "--audience", "supplier", "-o", str(sent)])
    back = folder / "answered.json"
    main(["read", str(sent), "-o", str(back)])
    plan = json.loads(back.read_text("utf-8"))
    plan["actions"][0]["note"] = "From the supplier"
    plan["actions"][1]["percent"] = 95
    back.write_text(json.dumps(plan), "utf-8")
    return back


def test_accept(tmp_path: Path) -> None:
    """What came back in a copy goes into the plan, and a review of the day keeps it."""
    merged = tmp_path / "merged.json"

    assert main(["accept", str(EXAMPLE), str(answered(tmp_path)), "--day", "2026-11-22", "-o", str(merged)]) == GOOD
    plan = json.loads(merged.read_text("utf-8"))
    assert plan["actions"][0]["note"] == "From the supplier"
    assert plan["reviews"][-1]["date"] == "2026-11-22"
    assert len(plan["reviews"][-1]["changes"]) == 2


def test_accept_only_some(tmp_path: Path) -> None:
    """Only the changes that are named are taken over."""
    merged = tmp_path / "merged.json"
    some = ["--only", "actions[a2].percent"]

    assert main(["accept", str(EXAMPLE), str(answered(tmp_path)), *some, "-o", str(merged)]) == GOOD
    plan = json.loads(merged.read_text("utf-8"))
    assert plan["actions"][1]["percent"] == 95
    assert plan["actions"][0]["note"] != "From the supplier"


def test_accept_what_is_no_copy(tmp_path: Path, capsys: Capture) -> None:
    """A file that is no copy of the plan changes nothing, and says so."""
    other = saved(tmp_path, id="other")

    assert main(["accept", str(EXAMPLE), str(other)]) == WRONG_USE
    assert "not a copy" in capsys.readouterr().err
