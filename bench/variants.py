"""Takes Fairsteps as a contender; gives it with one optimisation switched off.

A variant is a function from contender to contender: it changes the address, how the host serves it, or the site.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

from bench import folders
from bench.visits import Contender

ROOT = folders.ROOT
BUILT = ("brands", "build", "docs", "examples", "overrides", "planner", "requirements", "scripts", "tests")
APART = shutil.ignore_patterns("__pycache__", "bench", "compressed", "look")


def uncompressed(contender: Contender) -> Contender:
    """A host that sends every file as it is."""
    return replace(contender, compressed=False)


def untrimmed(contender: Contender) -> Contender:
    """The same site with the whole standard library, built in a copy of the checkout."""
    copy = folders.MADE / "untrimmed"
    shutil.rmtree(copy, ignore_errors=True)
    for name in BUILT:
        shutil.copytree(ROOT / name, copy / name, ignore=APART)
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy(path, copy)
    (copy / "node_modules").symlink_to((ROOT / "node_modules").resolve())
    subprocess.run([sys.executable, "scripts/build.py", "--untrimmed"], cwd=copy, check=True)
    return replace(contender, folder=folders.ours(copy / "site", "site-untrimmed"))


def switched_off(name: str) -> Callable[[Contender], Contender]:
    """The page itself does without when its address says `?name=off`."""

    def without(contender: Contender) -> Contender:
        return replace(contender, page=f"{contender.page}?{name}=off")

    return without


VARIANTS: dict[str, Callable[[Contender], Contender]] = {
    "compression": uncompressed,
    "trimming": untrimmed,
}


def variant(name: str, contender: Contender) -> Contender:
    """Fairsteps without this."""
    return replace(VARIANTS[name](contender), name=name, title=f"without {name}")
