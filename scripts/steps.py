"""Takes a brand; gives the steps on its road to a site, and redoes those whose sources are no longer the same."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts import brand as brands
from scripts.finishing import hosts
from scripts.folder import stray
from scripts.work import Work
from scripts.yamlfile import ROOT

STAMPS = ROOT / "build" / "stamps"
PLANNER_CODE = ("planner/**/*.py", "planner/templates")
PLANNER_YAML = ("planner/data", "planner/locales")
QUIET_MKDOCS = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
ENDS_AT_ONCE = """
import runpy, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
del sys.argv[0]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
STOPPABLE = (sys.executable, "-c", ENDS_AT_ONCE)
"""How a command is begun: Ctrl+C ends it without a page of where it was."""

Command = tuple[str, ...]
"""What to hand to Python, such as ("scripts/stage.py", "--brand", "brands/fairsteps")."""


@dataclass(frozen=True)
class Step:
    """One station of the build: redone when what it reads, or what it runs, is no longer the same."""

    name: str
    commands: tuple[Command, ...]
    reads: tuple[str, ...]
    makes: tuple[str, ...]
    stamp: str = ""
    """What remembers it, if not its name: two brands may be built into one place, each over the other."""

    def key(self) -> str:
        """Everything the result depends on, as one hash."""
        whole = hashlib.sha256(json.dumps([sys.version, self.commands]).encode())
        for path in files((*self.reads, "requirements/site.txt", "scripts/build.py", "scripts/steps.py")):
            whole.update(f"{path}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
        return whole.hexdigest()


def trim() -> Step:
    """Pyodide without what no page of ours can reach."""
    reads = ("package-lock.json", "scripts/trim.py", "scripts/pyodide/trim.mjs", "scripts/pyodide/watched.mjs")
    return Step("trim", (("scripts/trim.py",),), reads, ("build/pyodide/pyodide.asm.wasm",))


def ahead() -> Step:
    """What takes a minute to compress and seldom changes, while the other core makes the pages."""
    compress = "scripts/finishing/compress"
    reads = ("build/runtime.json", f"{compress}.mjs", f"{compress}ed.py")
    return Step("compress", ((f"{compress}ed.py", "build/runtime"),), reads, ("build/compressed",))


def bundle(copy: brands.Brand) -> Step:
    """Facts and words become one JSON file per language."""
    command = ("scripts/bundle.py", "--brand", str(copy.folder))
    pages = "docs/en/topics"  # a topic leads to its page where there is one
    reads = (*PLANNER_YAML, "planner/*.py", "scripts/*.py", "scripts/brand", pages, str(copy.folder))
    return Step(_named("bundle", copy), (command,), reads, (str(Work(copy.folder).bundles),))


def pack(*, untrimmed: bool) -> Step:
    """The standard library and the planner as the page loads them. They hold no words."""
    command = ("scripts/packed.py", *(["--untrimmed"] if untrimmed else []))
    reads = (*PLANNER_CODE, "package-lock.json", "examples", "tests/stories", "scripts/packed.py", "scripts/pyodide")
    return Step("pack", (command,), reads, ("build/packed/plans.json",))


def runtime() -> Step:
    """What is packed, with Pyodide."""
    packed = ("build/packed/out/*.zip.txt", "build/packed/plans.json")
    lays = tuple(f"overrides/assets/planner/{name}.js" for name in ("divided", "memory", "python", "sum"))
    reads = (*packed, *lays, "build/pyodide", "scripts/runtime.py", "scripts/pyodide")
    return Step("runtime", (("scripts/runtime.py",),), reads, ("build/runtime.json",))


def stage(copy: brands.Brand) -> Step:
    """Each language gets its pages and its MkDocs configuration."""
    command, work, folder = ("scripts/stage.py", "--brand", str(copy.folder)), Work(copy.folder), str(copy.folder)
    made = (str(work.bundles), "build/runtime.json")
    written = ("docs", "overrides", "mkdocs.yml", "package-lock.json", "scripts/**/*.py", "scripts/staging", folder)
    ours = ("scripts/readability.py",), ("scripts/freshness.py",)
    return Step(
        _named("stage", copy),
        (command, *(ours if copy.folder == brands.DEFAULT else ())),
        (*PLANNER_YAML, *PLANNER_CODE, *made, *written),
        (str(work.stage),),
    )


def pages(copy: brands.Brand, language: str) -> Step:
    """One language is a MkDocs build of its own: own search index, own 404, right `lang`."""
    stage, made = (str(place / language) for place in (Work(copy.folder).stage, Work(copy.folder).pages))
    command, reads = ("scripts/pages.py", f"{stage}/mkdocs.yml", made), (stage, "overrides", "mkdocs.yml")
    return Step(_named(f"pages {language}", copy), (command,), (*reads, "scripts/pages.py"), (made,))


def finish(copy: brands.Brand, place: Path, *, wheel: bool) -> Step:
    """Everything that lies beside the pages. One step: each command writes into what the one before it made."""
    folder, work = str(copy.folder), Work(copy.folder)
    commands = (
        ("scripts/build.py", "--gather", folder, *(["--wheel"] if wheel else [])),
        ("scripts/blanks.py", "--brand", folder),
        ("scripts/finish.py", "--brand", folder),
        ("scripts/build.py", "--publish", folder, str(place)),
    )
    made = *map(str, (work.pages, work.stage, work.bundles)), "build/runtime.json", *(["build/wheel"] if wheel else [])
    finishing = ("scripts/**/*.py", "scripts/staging", "scripts/finishing", "overrides/root", "package-lock.json")
    reads = (*made, "planner", *finishing, folder)
    stamp = f"finish {hashlib.sha256(str(place).encode()).hexdigest()[:16]}"
    return Step(_named("finish", copy), commands, reads, (str(place / "build.json"), str(hosts.folder(place))), stamp)


def _named(step: str, copy: brands.Brand) -> str:
    return step if copy.id == brands.DEFAULT.name else f"{step} {copy.id}"  # work lies by that name, whoever's it is


def run(step: Step) -> int:
    """Run the step unless its result is there already, and say which it was; gives 1 if it ran."""
    stamp, key = STAMPS / f"{(step.stamp or step.name).replace(' ', '-')}.sha256", step.key()
    if (
        stamp.is_file()
        and stamp.read_text(encoding="ascii") == key
        and all((ROOT / made).exists() for made in step.makes)
    ):
        print(f"  {step.name:<9} unchanged", flush=True)
        return 0
    stamp.unlink(missing_ok=True)
    begun = time.monotonic()
    print(f"  {step.name:<9} …", flush=True)
    for command in step.commands:
        subprocess.run([*STOPPABLE, *command], cwd=ROOT, env=os.environ | QUIET_MKDOCS, check=True)
    print(f"  {step.name:<9} {time.monotonic() - begun:.1f} s", flush=True)
    STAMPS.mkdir(parents=True, exist_ok=True)
    stamp.write_text(key, encoding="ascii")
    return 1


def files(places: Iterable[str]) -> Iterator[Path]:
    """Every file in these places (paths or patterns), in a fixed order."""
    for place in places:
        # A brand may lie anywhere on the disk: an absolute path is no pattern.
        found = sorted(ROOT.glob(place)) if "*" in place else [ROOT / place]
        for path in found:
            within = [each for each in sorted(path.rglob("*")) if not stray(each)] if path.is_dir() else [path]
            yield from (each for each in within if each.is_file() and "__pycache__" not in each.parts)
