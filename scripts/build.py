"""Takes the checkout and perhaps folders of brands; gives each its finished site, redoing only what changed.

A copy grows in build/copies/<brand>/ and takes its place only when it is whole. Copies share the runtime.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import brand as brands
from scripts import commands
from scripts.brand import check
from scripts.finishing import hosts
from scripts.steps import STOPPABLE, ahead, bundle, finish, pack, pages, run, runtime, stage, trim
from scripts.work import Work
from scripts.yamlfile import ROOT, shown


def main(arguments: list[str]) -> int:
    """Build, and say what was done; what failed has said so itself."""
    parser = argparse.ArgumentParser(prog="build", description=__doc__)
    options = understood(parser, arguments)
    folders = [folder.resolve() for folder in options.brand or [brands.DEFAULT]]
    if len({folder.name for folder in folders}) < len(folders):
        parser.error("two brands are called the same. Rename one of the folders")
    if faults := [fault for folder in folders for fault in check.faults(folder)]:
        print("\n".join(faults), file=sys.stderr)
        return 1
    begun = time.monotonic()
    output = options.output or (ROOT / "site" if len(folders) == 1 else ROOT / "sites")
    places = {folder: output.resolve() / (folder.name if len(folders) > 1 else "") for folder in folders}
    try:
        redone = build(places, untrimmed=options.untrimmed, wheel=options.wheel)
    except subprocess.CalledProcessError as failed:
        print(f"\nThe build stopped at: {' '.join(failed.cmd[len(STOPPABLE) :])}", file=sys.stderr)
        return 1
    for note in (note for folder in folders for note in check.notes(folder)):
        print(note)
    ready = ", ".join(f"{shown(place)}/" for place in places.values())
    print(f"{ready} ready: {redone} steps redone in {time.monotonic() - begun:.1f} s.", flush=True)
    return 0


def stoppable(work: Callable[[list[str]], int], arguments: list[str]) -> int:
    """Ctrl+C ends it with a sentence."""
    try:
        return work(arguments)
    except KeyboardInterrupt:
        print("\nStopped. The copy you had is as it was.", file=sys.stderr)
        return 130


def understood(parser: argparse.ArgumentParser, arguments: list[str]) -> argparse.Namespace:
    """The choices of a build. A folder without its --brand is answered with what to type."""
    _add_options(parser)
    options, others = parser.parse_known_args(arguments)
    if others and not others[0].startswith("-"):
        asked = " ".join([*map(str, options.brand or ()), *others])
        told = commands.nox(parser.prog, "--brand", commands.named(asked))
        sys.exit(f"The folder stands after --brand, in quotes if it has spaces: {told}")
    if others:
        parser.error(f"there is no {others[0]}. See {commands.nox(parser.prog, '--help')}")
    return options


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--brand", type=Path, action="append", help="a folder with a brand.yaml; again for one more")
    parser.add_argument("--output", type=Path, help="where the site is to lie; several get a folder each")
    parser.add_argument("--untrimmed", action="store_true", help="ship the whole standard library of Python")
    parser.add_argument("--wheel", action="store_true", help="publish what nox -s wheel made, as planner/pyodide/")


def build(places: dict[Path, Path], *, untrimmed: bool, wheel: bool) -> int:
    """The road from YAML and Markdown to each brand's place; gives the number of steps that had to be redone."""
    copies = [brands.read(folder) for folder in places]
    with ThreadPoolExecutor(max_workers=2) as pool:
        trimmed = pool.submit(run, trim())
        ours = [] if brands.DEFAULT in places else [brands.read(brands.DEFAULT)]  # the runtime is tried out with them
        redone = sum(map(run, map(bundle, [*ours, *copies])))
        redone += run(pack(untrimmed=untrimmed)) + trimmed.result()
        redone += run(runtime())
        beside = pool.submit(run, ahead())
        redone += sum(pool.map(run, map(stage, copies)))
        redone += sum(pool.map(run, [pages(copy, language) for copy in copies for language in copy.languages]))
        redone += beside.result()
        return redone + sum(pool.map(run, [finish(copy, places[copy.folder], wheel=wheel) for copy in copies]))


def gather(copy: brands.Brand, *, wheel: bool) -> None:
    """Begin a copy afresh with the pages of each language, so that nothing of an older build stays behind."""
    work = Work(copy.folder)
    for old in (work.site, hosts.folder(work.site)):
        shutil.rmtree(old, ignore_errors=True)
    for language in copy.languages:
        shutil.copytree(work.pages / language, work.site / language)
    if wheel:
        shutil.copytree(ROOT / "build" / "wheel", work.site / "planner" / "pyodide")


def publish(copy: brands.Brand, place: Path) -> None:
    """Put a whole copy, and what its host needs, where it is to lie. What is no copy is left alone."""
    if found := hosts.stranger(place):
        sys.exit(f"{found}: something else lies here. Name another folder with --output, or empty this one.")
    place.parent.mkdir(parents=True, exist_ok=True)
    made = Work(copy.folder).site
    with TemporaryDirectory(dir=place.parent, prefix=f".{place.name}-") as beside:
        for number, (new, target) in enumerate(((made, place), (hosts.folder(made), hosts.folder(place)))):
            shutil.move(new, Path(beside) / f"new-{number}")
            if target.exists():
                target.rename(Path(beside) / f"old-{number}")
            (Path(beside) / f"new-{number}").rename(target)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--gather", folder, *options]:
            gather(brands.read(Path(folder)), wheel="--wheel" in options)
        case ["--publish", folder, place]:
            publish(brands.read(Path(folder)), Path(place))
        case arguments:
            raise SystemExit(stoppable(main, arguments))
