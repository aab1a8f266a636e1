"""Takes the built site; gives bench/table.md: how soon the planner answers, beside plain Pyodide, PyScript and a floor.

With --worth or --without it gives bench/worth.md: Fairsteps as it is beside itself with an optimisation switched off.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import folders, options, table
from bench.browsers import ENGINES
from bench.variants import variant
from bench.visits import Condition, Contender, Visit, pair

ROOT = folders.ROOT
ONLY_IN_CHROMIUM = ("pyscript", "python", "floor")
Runs = dict[str, dict[tuple[str, str], list[Visit]]]


def main() -> None:
    """Visit everybody in turn, so often; write the table."""
    chosen = options.read()
    conditions = options.conditions(chosen)
    site = folders.ours(ROOT / "site")
    page = folders.PAGE.removesuffix("index.html")
    fairsteps = Contender("site", "Fairsteps", site, page, keeps=True)
    others = [variant(name, fairsteps) for name in chosen.without] or peers(folders.peers())
    contenders = [fairsteps, *others]
    versions = [ENGINES[name].version() for name in dict.fromkeys(one.engine for one in conditions)]
    name = "worth" if chosen.without else "table"
    runs: Runs = {one.name: defaultdict(list) for one in conditions}
    for turn in range(1, chosen.rounds + 1):
        visit_all(contenders, conditions, runs, f"{turn}/{chosen.rounds}")
        about = table.machine(versions + folders.versions(), turn)
        text = table.written(name, contenders, conditions, runs, about)
        (ROOT / "bench" / f"{name}.md").write_text(text, encoding="utf-8")  # a run of an hour may be cut short
    print(text)


def peers(folder: Path) -> list[Contender]:
    """Those we measure ourselves against, and what nobody can be faster than."""
    return [
        Contender("plain", "Plain Pyodide", folder, "plain.html", in_webkit="plain-bare.html"),
        Contender("pyscript", "PyScript", folder, "pyscript.html"),
        Contender("python", "Floor: stock Python started, nothing imported", folder, "python.html"),
        Contender("floor", "Floor: runtime instantiated, Python not started", folder, "floor.html"),
    ]


def visit_all(contenders: list[Contender], conditions: list[Condition], runs: Runs, turn: str) -> None:
    """A round: visit everybody once under every condition, so that what disturbs one disturbs all."""
    for condition in conditions:
        for contender in contenders:
            if contender.name in ONLY_IN_CHROMIUM and condition.engine != "chromium":
                continue
            for which, visit in zip(("first", "repeat"), pair(contender, condition), strict=True):
                runs[condition.name][contender.name, which].append(visit)
                said = f"{visit.seconds:.2f} s, {visit.bytes_ready / 1000:,.0f} kB"
                print(f"{turn} {condition.title}: {contender.title}, {which}: {said}", flush=True)


if __name__ == "__main__":
    main()
