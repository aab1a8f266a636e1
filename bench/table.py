"""Takes the visits of every round; gives tables: medians, spread, bytes, ratios to plain Pyodide, and the targets."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.visits import CONDITIONS, Condition, Contender, Visit

Runs = Mapping[tuple[str, str], Sequence[Visit]]
"""Of one condition: the visits of a contender ("plain") and a time ("first" or "repeat")."""
PLAIN = ("plain", "first")
TITLES = {one.name: one.title for one in CONDITIONS}
HEADS = Path(__file__).resolve().parent / "heads"


@dataclass(frozen=True)
class Target:
    """At most this ratio to the first visit of plain Pyodide."""

    condition: str
    which: str
    what: str
    ratio: float


TARGETS = (
    Target("chromium", "first", "time", 0.35),
    Target("line", "first", "time", 0.75),
    Target("chromium", "first", "bytes", 0.85),
    Target("chromium", "repeat", "time", 0.12),
    Target("firefox", "repeat", "time", 0.12),
    Target("webkit", "repeat", "time", 0.25),
)


def seconds(visits: Sequence[Visit]) -> float:
    """The median time."""
    return statistics.median(one.seconds for one in visits)


def sent(visits: Sequence[Visit]) -> float:
    """The median of the bytes until the planner had answered."""
    return statistics.median(one.bytes_ready for one in visits)


def written(
    name: str, contenders: Sequence[Contender], conditions: Sequence[Condition], runs: Mapping[str, Runs], about: str
) -> str:
    """The whole page: `table` against plain Pyodide with the targets, `worth` against Fairsteps as it is."""
    against = PLAIN if name == "table" else None
    parts = [(HEADS / f"{name}.md").read_text(encoding="utf-8"), *([targets(runs)] if against else [])]
    for condition in conditions:
        parts.append(of_condition(condition.title, contenders, runs[condition.name], against))
    again = "nox -s bench" + ("" if against else " -- --worth")
    return "\n".join((*parts, about, "", f"Measure again with `{again}`.", ""))


def of_condition(title: str, contenders: Sequence[Contender], runs: Runs, against: tuple[str, str] | None) -> str:
    """A row for each contender and visit, beside one of these, or beside the same visit of Fairsteps."""
    rows = []
    for contender in contenders:
        for which in ("first", "repeat"):
            visits = runs.get((contender.name, which))
            if not visits:
                continue
            base = runs[against or ("site", which)]
            times = [one.seconds for one in visits]
            cells = (
                f"{contender.title}, {which} visit",
                f"{seconds(visits):.2f} s",
                f"{min(times):.2f}–{max(times):.2f} s",
                f"{seconds(visits) / seconds(base):.2f}",
                f"{sent(visits) / 1000:,.0f} kB",
                f"{statistics.median(one.bytes_quiet for one in visits) / 1000:,.0f} kB",
                f"{sent(visits) / sent(base):.2f}" if sent(base) else "–",  # a repeat visit asks for nothing
            )
            rows.append(f"| {' | '.join(cells)} |")
    return "\n".join((f"## {title}", "", HEAD, *rows, ""))


TARGETS_HEAD = """| ratio to the first visit of plain Pyodide | asked | measured | |
| --- | --- | --- | --- |"""
HEAD = """| | median | fastest–slowest | ratio | bytes until then | until quiet | ratio |
| --- | --- | --- | --- | --- | --- | --- |"""


def targets(runs: Mapping[str, Runs]) -> str:
    """What was asked for beside what was measured, for the conditions that ran."""
    rows = []
    for target in TARGETS:
        of = runs.get(target.condition)
        if not of:
            continue
        measure = seconds if target.what == "time" else sent
        found = measure(of["site", target.which]) / measure(of[PLAIN])
        met = "met" if found <= target.ratio else "**not met**"
        rows.append(
            f"| {TITLES[target.condition]}: {target.what} of the {target.which} visit "
            f"| ≤ {target.ratio:.2f} | {found:.2f} | {met} |"
        )
    return "\n".join(("## Targets", "", TARGETS_HEAD, *rows, ""))


def machine(versions: Sequence[str], rounds: int) -> str:
    """What it was measured on, without names of places."""
    system = platform.freedesktop_os_release().get("PRETTY_NAME", "") if platform.system() == "Linux" else ""
    where = " ".join((platform.system(), platform.machine(), system)).strip()
    often = "1 round" if rounds == 1 else f"{rounds} rounds"
    return f"{', '.join(versions)}. {os.cpu_count()} cores, {where}. {often}, contenders taking turns."
