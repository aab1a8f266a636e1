"""Takes the finished site; gives a .br and a .gz beside every file that is much smaller so, for hosts that serve them.

`python scripts/finishing/compressed.py FOLDER…` compresses ahead of time what the site will hold: the build does so
with the runtime, which takes longest, while it makes the pages. What is compressed is kept in build/compressed/ under
the hash of its content, so that a rebuild compresses only what changed. The bytes depend on the version of Node alone.
"""

from __future__ import annotations

import os
import shutil
import sys
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from scripts import node
from scripts.finishing.hosts.told import ENDINGS
from scripts.yamlfile import ROOT, BuildError

KEPT = ROOT / "build" / "compressed"
KINDS = ("css", "csv", "html", "ics", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml", "zip")
"""Fonts, pictures and Office files are compressed already. A zip may be, or hold its members as they are."""
SMALLEST = 1024
"""What fits into one packet of the network arrives no sooner."""
WORTH = 0.9
"""Of a file that becomes no smaller than this share, no sibling is kept."""
MOST = 10_000
"""Siblings that are kept, those last used: of a few copies in several states."""


def write(site: Path) -> int:
    """Write the siblings; gives how many files have them. Forgets what no site has held for long."""
    found = sorted(path for path in site.rglob("*") if may_shrink(path))
    names = keep(found)
    placed = sum(place(path, KEPT / name) for path, name in names.items())
    for path in sorted(KEPT.iterdir(), key=lambda path: path.stat().st_mtime)[:-MOST]:
        path.unlink(missing_ok=True)
    return placed


def keep(paths: list[Path], kept: Path = KEPT) -> dict[Path, str]:
    """Compress what is not kept yet, the largest first so that both cores end together; gives the name of each."""
    kept.mkdir(parents=True, exist_ok=True)
    names = {path: f"{sha256(path.read_bytes()).hexdigest()[:32]}-{_quality(path)}" for path in paths}
    there = {path.name for path in kept.iterdir()}
    missing = {name: path for path, name in names.items() if not {name + ending for ending in ENDINGS} <= there}
    work = [
        {"source": str(path), "target": str(kept / name), "quality": _quality(path)}
        for name, path in sorted(missing.items(), key=lambda one: -one[1].stat().st_size)
    ]
    if work:
        node.run("scripts/finishing/compress.mjs", given=work, failed="The files of the site were not compressed")
    return names


def may_shrink(path: Path) -> bool:
    """Whether it is of a kind, and of a size, that compression is for."""
    return path.suffix.removeprefix(".") in KINDS and path.is_file() and path.stat().st_size >= SMALLEST


def _quality(path: Path) -> int:
    """Brotli's highest takes a second for each 150 kB: for the runtime, which every user of the planner waits for."""
    if path.suffix == ".wasm" or path.name == "pyodide.asm.js":
        return 11
    return 9 if path.suffix == ".json" else 10


def place(path: Path, kept: Path) -> bool:
    """Lay the siblings beside the file if they are worth it."""
    for ending in ENDINGS:
        os.utime(f"{kept}{ending}")
    if kept.with_name(f"{kept.name}.br").stat().st_size > WORTH * path.stat().st_size:
        return False
    for ending in ENDINGS:
        shutil.copyfile(f"{kept}{ending}", f"{path}{ending}")
    return True


if __name__ == "__main__":
    try:
        keep([path for folder in sys.argv[1:] for path in sorted(Path(folder).rglob("*")) if may_shrink(path)])
    except BuildError as error:
        sys.exit(str(error))
