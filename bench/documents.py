"""Takes the built runtime; gives bench/documents.md: how long each call takes, how it grows, how large each file is."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planner.bridge import handle
from planner.documents import DOCUMENTS

ROOT = Path(__file__).resolve().parent.parent
SIZES = (10, 100, 500, 1_000)
"""Actions of a plan."""
CHECKED = (50, 100, 200, 500, 1_000)
"""Actions of a plan that is checked, as it is after every answer typed."""
TIMES = 4
"""The first of them loads what is needed."""
DAY = "2026-11-22"
NEW, CHANGED = "check of a plan that is new", "check after a change"

Run = dict[str, Any]


def main() -> None:
    """Ask every call of every size, several times in turn, in the runtime the page loads; write the tables."""
    bundle = (ROOT / "planner" / "bundles" / "en.json").read_text(encoding="utf-8")
    handle("open", json.dumps({"bundle": bundle}))
    calls = [call for time in range(TIMES) for call in (*checks(time), *others())]
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "calls.json"
        given.write_text(json.dumps({"bundle": bundle, "calls": calls}), encoding="utf-8")
        node = os.environ.get("FAIRSTEPS_NODE", "node")
        run = subprocess.run([node, "bench/documents.mjs", given], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    run.check_returncode()
    measured = json.loads(run.stdout)
    table = written(measured, [{**call, **one} for call, one in zip(calls, measured["found"], strict=True)])
    (ROOT / "bench" / "documents.md").write_text(table, encoding="utf-8")
    print(table)


def checks(time: int) -> Iterator[Run]:
    """A plan that is new to the planner, as when a file has been opened, and the same after a change in one action."""
    for size in CHECKED:
        made = marked(plan(size), f"{size} {time}")
        asked = {"day": DAY, "only_changed": True}
        yield {"name": NEW, "size": size, "call": "advise", "body": {**asked, "plan": made}}
        changed = deepcopy(made)
        changed["actions"][size // 2]["owner"] = "The works council"
        yield {"name": CHANGED, "size": size, "call": "advise", "body": {**asked, "plan": changed}}


def others() -> Iterator[Run]:
    """Every format, what comes back, what a review keeps, and every letter that fits."""
    for size in SIZES:
        made = plan(size)
        asked = {"plan": made, "day": DAY}
        for format in DOCUMENTS:
            back = {"back": asked} if format == "xlsx" else {}
            body = {**asked, "format": format, "audience": "supplier"}
            yield {"name": format, "size": size, "call": "export", "body": body, **back}
        yield {"name": "json, read back", "size": size, "call": "read", "body": {**asked, "text": returned(made)}}
        yield {"name": "record", "size": size, "call": "record", "body": {**asked, "base": worked_on(made)}}
        yield {"name": "letters that fit", "size": size, "call": "letters", "body": asked}
        for letter in json.loads(handle("letters", json.dumps(asked)))["body"]["letters"]:
            body = {**asked, "letter": letter["id"]}
            yield {"name": f"letter: {letter['id']}", "size": size, "call": "letter", "body": body}


def plan(size: int) -> dict[str, Any]:
    """The worked example with so many actions, milestones and all, and a finding for every two of them."""
    made: dict[str, Any] = json.loads((ROOT / "examples" / "supplier-improvement.example.json").read_text("utf-8"))
    for part, count in (("actions", size), ("findings", max(size // 2, 1))):
        rows = made[part]
        made[part] = [{**deepcopy(rows[at % len(rows)]), "id": f"{part}-{at}"} for at in range(count)]
    for at, action in enumerate(made["actions"]):
        action["findings"] = [made["findings"][at % len(made["findings"])]["id"]]
    return made


def marked(made: dict[str, Any], mark: str) -> dict[str, Any]:
    """The plan with something of its own in every row, so that the planner has seen none of them."""
    changed = deepcopy(made)
    for row in (*changed["actions"], *changed["findings"]):
        row |= {"note": mark} if "measure" in row else {"site": mark}
    return changed


def worked_on(made: dict[str, Any]) -> dict[str, Any]:
    """The plan after somebody has changed every second action."""
    changed = deepcopy(made)
    for action in changed["actions"][::2]:
        action |= {"status": "in-progress", "percent": 35, "note": "Begun", "due": "2027-02-01"}
    return changed


def returned(made: dict[str, Any]) -> str:
    """The text of a supplier's copy in which every second action has been changed."""
    file = handle("export", json.dumps({"plan": made, "day": DAY, "format": "json", "audience": "supplier"}))
    opened = handle("read", json.dumps({"text": bytes(file).decode()}))  # type: ignore[arg-type]
    return json.dumps(worked_on(json.loads(opened)["body"]["plan"]))


def written(measured: dict[str, float], runs: list[Run]) -> str:
    """Two tables: the checks, then everything else."""
    named = dict.fromkeys(run["name"] for run in runs)
    rows = [row(name, "took", runs, SIZES) for name in named if name not in (NEW, CHANGED)]
    rows.insert(len(DOCUMENTS), row("xlsx", "back", runs, SIZES, "xlsx, read back"))
    return f"""# Calls and documents

How long the runtime of the page takes for one call, here under Node, the fastest of {TIMES}. Plans have a finding for
every two actions. *An action*: what one costs in a plan of 100, of 500 and of 1,000; where it is the same, growth is
linear. *The first* has to load what the others find there.

{head(CHECKED)}
{row(NEW, "took", runs, CHECKED)}
{row(CHANGED, "took", runs, CHECKED)}

{head(SIZES)}
{chr(10).join(rows)}

Before the first call: importing `planner.bridge` {measured["imported"]:.0f} ms, opening a bundle
{measured["opened"]:.0f} ms.

{os.cpu_count()} cores, {platform.system()} {platform.machine()}. Measure again with `nox -s bench`.
"""


def head(sizes: tuple[int, ...]) -> str:
    """The first rows of a table."""
    names = ["", *(f"{size:,} actions" for size in sizes), "an action", "the first, for 100", "answer for 100"]
    return f"| {' | '.join(names)} |\n| --- |{' ---: |' * (len(names) - 1)}"


def row(name: str, key: str, runs: list[Run], sizes: tuple[int, ...], title: str = "") -> str:
    """One row: the times, what an action costs, what the first call takes, and how large the answer is."""
    found = {size: [run for run in runs if run["name"] == name and run["size"] == size] for size in sizes}
    took = {size: min(run[key] for run in of_size) for size, of_size in found.items() if of_size}
    cells = [f"{took[size]:,.0f} ms" if size in took else "–" for size in sizes]
    each = " · ".join(f"{took[size] / size:.1f}" for size in (100, 500, 1_000))
    first = f"{found[100][0][key]:,.0f} ms"
    size = f"{found[100][0]['bytes'] / 1000:,.0f} kB" if key == "took" else ""
    return f"| {title or name} | {' | '.join(cells)} | {each} ms | {first} | {size} |"


if __name__ == "__main__":
    main()
