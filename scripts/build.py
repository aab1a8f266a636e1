"""Takes the checkout and perhaps a brand folder; gives the finished site in site/, redoing only what changed."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMPS = ROOT / "build" / "stamps"
DEFAULT_BRAND = "brands/fairsteps"
PLANNER_CODE = ("planner/**/*.py", "planner/templates")
PLANNER_YAML = ("planner/data", "planner/locales")
QUIET_MKDOCS = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}

Command = tuple[str, ...]
"""What to hand to Python, such as ("scripts/stage.py", "--brand", "brands/fairsteps")."""


@dataclass(frozen=True)
class Step:
    """One station of the build: redone when what it reads, or what it runs, is no longer the same."""

    name: str
    commands: tuple[Command, ...]
    reads: tuple[str, ...]
    makes: str

    def key(self) -> str:
        """Everything the result depends on, as one hash."""
        whole = hashlib.sha256(json.dumps([sys.version, self.commands]).encode())
        for path in files((*self.reads, "requirements/site.txt", "scripts/build.py")):
            whole.update(f"{path}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
        return whole.hexdigest()


def main(arguments: list[str]) -> int:
    """Build, and say what was done; what failed has said so itself."""
    parser = argparse.ArgumentParser(prog="build", description=__doc__)
    add_options(parser)
    options = parser.parse_args(arguments)
    if not (options.brand / "brand.yaml").is_file():
        parser.error(f"{options.brand} has no brand.yaml")
    begun = time.monotonic()
    try:
        redone = build(str(options.brand), untrimmed=options.untrimmed, wheel=options.wheel)
    except subprocess.CalledProcessError as failed:
        print(f"\nThe build stopped at: {' '.join(failed.cmd[1:])}", file=sys.stderr)
        return 1
    print(f"site/ is ready: {redone} steps redone in {time.monotonic() - begun:.1f} s.", flush=True)
    return 0


def add_options(parser: argparse.ArgumentParser) -> None:
    """The choices a build has."""
    parser.add_argument("--brand", type=Path, default=Path(DEFAULT_BRAND), help="a folder with a brand.yaml")
    parser.add_argument("--untrimmed", action="store_true", help="ship the whole standard library of Python")
    parser.add_argument("--wheel", action="store_true", help="publish what nox -s wheel made, as planner/pyodide/")


def build(brand: str, *, untrimmed: bool, wheel: bool) -> int:
    """The road from YAML and Markdown to site/; gives the number of steps that had to be redone."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        trimmed = pool.submit(run, trim())
        redone = run(bundle(brand)) + trimmed.result()
        beside = pool.submit(run, ahead())
        redone += run(runtime(untrimmed=untrimmed)) + run(stage(brand))
        languages = sorted(path.parent.name for path in ROOT.glob("build/stage/*/mkdocs.yml"))
        redone += sum(pool.map(run, [pages(language) for language in languages])) + beside.result()
    return redone + run(finish(brand, languages, wheel=wheel))


def trim() -> Step:
    """Pyodide without what no page of ours can reach."""
    reads = ("package-lock.json", "scripts/trim.py", "scripts/pyodide/trim.mjs")
    return Step("trim", (("scripts/trim.py",),), reads, "build/pyodide/pyodide.asm.wasm")


def ahead() -> Step:
    """What takes a minute to compress and seldom changes, while the other core makes the pages."""
    largest = "build/pyodide/pyodide.asm.wasm"
    compress = "scripts/finishing/compress"
    reads = (largest, f"{compress}.mjs", f"{compress}ed.py")
    return Step("compress", ((f"{compress}ed.py", largest),), reads, "build/compressed")


def bundle(brand: str) -> Step:
    """Facts and words become one JSON file per language."""
    command = ("scripts/bundle.py", "--brand", brand)
    return Step("bundle", (command,), (*PLANNER_YAML, "planner/*.py", "scripts/*.py", brand), "planner/bundles")


def runtime(*, untrimmed: bool) -> Step:
    """Pyodide, the standard library and the planner as the page loads them. It holds no words."""
    command = ("scripts/runtime.py", *(["--untrimmed"] if untrimmed else []))
    reads = (*PLANNER_CODE, "examples", "tests/stories", "scripts/runtime.py", "scripts/pyodide", "build/pyodide")
    return Step("runtime", (command,), reads, "build/runtime.json")


def stage(brand: str) -> Step:
    """Each language gets its pages and its MkDocs configuration."""
    command = ("scripts/stage.py", "--brand", brand)
    made = ("planner/bundles", "build/runtime.json")
    written = ("docs", "overrides", "mkdocs.yml", "package-lock.json", "scripts/**/*.py", "scripts/staging", brand)
    return Step(
        "stage",
        (command, ("scripts/readability.py",), ("scripts/freshness.py",)),
        (*PLANNER_YAML, *PLANNER_CODE, *made, *written),
        "build/stage",
    )


def pages(language: str) -> Step:
    """One language is a MkDocs build of its own: own search index, own 404, right `lang`."""
    stage, made = f"build/stage/{language}", f"build/pages/{language}"
    mkdocs = ("-m", "mkdocs", "build", "--quiet", "--strict", "-f", f"{stage}/mkdocs.yml", "-d", str(ROOT / made))
    return Step(f"pages {language}", (mkdocs,), (stage, "overrides", "mkdocs.yml"), made)


def finish(brand: str, languages: Iterable[str], *, wheel: bool) -> Step:
    """Everything that lies beside the pages. One step: each command writes into what the one before it made."""
    commands = (
        ("scripts/build.py", "--gather", *languages, *(["--wheel"] if wheel else [])),
        ("scripts/blanks.py", "--brand", brand),
        ("scripts/finish.py", "--brand", brand),
    )
    made = ("build/pages", "build/stage", "build/runtime.json", *(["build/wheel"] if wheel else []))
    return Step("finish", commands, (*made, "planner", "scripts/**/*.py", "scripts/staging", brand), "site/build.json")


def gather(languages: Iterable[str], *, wheel: bool) -> None:
    """Begin site/ afresh with the pages of each language, so that nothing of an older build stays behind."""
    shutil.rmtree(ROOT / "site", ignore_errors=True)
    for language in languages:
        shutil.copytree(ROOT / "build" / "pages" / language, ROOT / "site" / language)
    if wheel:
        shutil.copytree(ROOT / "build" / "wheel", ROOT / "site" / "planner" / "pyodide")


def run(step: Step) -> int:
    """Run the step unless its result is there already, and say which it was; gives 1 if it ran."""
    stamp, key = STAMPS / f"{step.name.replace(' ', '-')}.sha256", step.key()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == key and (ROOT / step.makes).exists():
        print(f"  {step.name:<9} unchanged", flush=True)
        return 0
    stamp.unlink(missing_ok=True)
    begun = time.monotonic()
    print(f"  {step.name:<9} …", flush=True)
    for command in step.commands:
        subprocess.run([sys.executable, *command], cwd=ROOT, env=os.environ | QUIET_MKDOCS, check=True)
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
            within = sorted(path.rglob("*")) if path.is_dir() else [path]
            yield from (each for each in within if each.is_file() and "__pycache__" not in each.parts)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--gather"]:
        gather([name for name in sys.argv[2:] if name != "--wheel"], wheel="--wheel" in sys.argv)
    else:
        raise SystemExit(main(sys.argv[1:]))
