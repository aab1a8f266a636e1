"""Takes the built runtime; gives bench/documents.md: how long each file takes to write, and how large it is."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planner.documents import DOCUMENTS

ROOT = Path(__file__).resolve().parent.parent
SIZES = (10, 100, 500)
"""Actions of a plan."""
TIMES = 3
DAY = "2026-11-22"


def main() -> None:
    """Write every format of every size, several times, in the runtime the page loads; write the table."""
    calls = [{"plan": plan(size), "day": DAY, "format": format} for size in SIZES for format in DOCUMENTS] * TIMES
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "calls.json"
        bundle = (ROOT / "planner" / "bundles" / "en.json").read_text(encoding="utf-8")
        given.write_text(json.dumps({"bundle": bundle, "calls": calls}), encoding="utf-8")
        node = os.environ.get("FAIRSTEPS_NODE", "node")
        run = subprocess.run([node, "bench/documents.mjs", given], cwd=ROOT, capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)
    table = written(
        [(len(call["plan"]["actions"]), call["format"], one) for call, one in zip(calls, found, strict=True)]
    )
    (ROOT / "bench" / "documents.md").write_text(table, encoding="utf-8")
    print(table)


def plan(size: int) -> dict[str, Any]:
    """The worked example with so many actions, milestones and all, and a finding for every three of them."""
    made: dict[str, Any] = json.loads((ROOT / "examples" / "supplier-improvement.example.json").read_text("utf-8"))
    for part, count in (("actions", size), ("findings", max(size // 3, 1))):
        rows = made[part]
        made[part] = [{**deepcopy(rows[at % len(rows)]), "id": f"{part}-{at}"} for at in range(count)]
    for at, action in enumerate(made["actions"]):
        action["findings"] = [made["findings"][at % len(made["findings"])]["id"]]
    return made


def written(runs: list[tuple[int, str, dict[str, float]]]) -> str:
    """The table: a row for each format, two columns for each size."""
    heads = " | ".join(f"{size} actions | size" for size in SIZES)

    def row(name: str, format: str, key: str) -> str:
        cells = []
        for size in SIZES:
            of_size = [one for actions, kind, one in runs if (actions, kind) == (size, format)]
            bytes_ = f"{of_size[0]['bytes'] / 1000:,.0f} kB" if key == "took" else ""
            cells += [f"{statistics.median(one[key] for one in of_size) / 1000:.2f} s", bytes_]
        return f"| {name} | {' | '.join(cells)} |"

    rows = [*(row(format, format, "took") for format in DOCUMENTS), row("xlsx, read back", "xlsx", "back")]
    return f"""# Documents

How long the runtime of the page takes for one file, here under Node, median of {TIMES}; and how large the file is.

| | {heads} |
| --- |{" --- | --- |" * len(SIZES)}
{chr(10).join(rows)}

{os.cpu_count()} cores, {platform.system()} {platform.machine()}. Measure again with `nox -s bench`.
"""


if __name__ == "__main__":
    main()
