"""Takes Pyodide, the planner and its packages; gives build/packed/: zips, and plans to try them out with.

Runs in the build's environment, whose packages are the ones that ship.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import sys
import zipfile
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import node
from scripts.pyodide.play import DAY, LEAST, odd
from scripts.yamlfile import ROOT, BuildError

WORK = ROOT / "build" / "packed"
PYODIDE = ROOT / "node_modules" / "pyodide"
LEAN = ROOT / "scripts" / "pyodide" / "lean"
LETTERS = ROOT / "planner" / "locales" / "en" / "letters.yaml"
SHIPPED_PACKAGES = ("jinja2", "markupsafe", "xlsxwriter", "openpyxl", "et_xmlfile")
# YAML is read at build time only; bundles are files of their own; the terminal is not in the page.
NOT_IN_THE_PAGE = shutil.ignore_patterns("__pycache__", "*.so", "*.pyi", "py.typed", "*.c")
NOT_OF_THE_PLANNER = ("bundles", "data", "locales", "__main__.py", "arguments.py", "schema.py")


def main() -> None:
    """Gather the sources and let Pyodide pack them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--untrimmed", action="store_true", help="keep the whole standard library")
    options = parser.parse_args()
    shutil.rmtree(WORK, ignore_errors=True)
    gather(WORK / "packages")
    (WORK / "plans.json").write_text(json.dumps(rehearsal(en="da")), encoding="utf-8")
    shutil.copy(ROOT / "scripts" / "pyodide" / "play.py", WORK)
    library(WORK / "stdlib.zip", lean=not options.untrimmed)
    (WORK / "out").mkdir()
    pack(untrimmed=options.untrimmed)
    for name in ("packages", "play.py", "stdlib.zip"):
        path = WORK / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def gather(target: Path) -> None:
    """Copy the sources of the planner and its packages. A compiled speed-up would not run in a browser."""
    for name in SHIPPED_PACKAGES:
        spec = importlib.util.find_spec(name)
        if spec is None or not spec.origin:
            sys.exit(f"{name} is not installed here; run this through nox: python3 noxfile.py -s build")
        shutil.copytree(Path(spec.origin).parent, target / name, ignore=NOT_IN_THE_PAGE)
    shutil.copytree(ROOT / "planner", target / "planner", ignore=NOT_IN_THE_PAGE)
    for name in NOT_OF_THE_PLANNER:
        unwanted = target / "planner" / name
        shutil.rmtree(unwanted) if unwanted.is_dir() else unwanted.unlink(missing_ok=True)


def library(target: Path, *, lean: bool) -> None:
    """Write the standard library as Pyodide ships it; lean: what only waits is replaced by what lies in lean/."""
    own = {path.relative_to(LEAN).as_posix(): path.read_bytes() for path in LEAN.rglob("*.py")} if lean else {}
    replaced = tuple(f"{name.removesuffix('.py')}{end}" for name in own for end in ("/", ".py"))
    with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as stock, zipfile.ZipFile(target, "w") as written:
        kept = {name: stock.read(name) for name in stock.namelist() if not name.startswith(replaced)}
        for name, text in (kept | own).items():
            written.writestr(name, text)


def rehearsal(**seconds: str) -> dict[str, object]:
    """Every example, odd plan and story, in every format and as every letter, in these languages with a second each.

    One language shows which modules are used; tests take all.
    """
    from planner.documents import DOCUMENTS

    bundles = {path.stem: path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("planner/bundles/*.json"))}
    spoken = {language: bundles[language] for language in seconds}
    besides = {language: bundles[second] for language, second in seconds.items()}
    plans = {path.stem: path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("examples/*.json"))}
    for text in list(plans.values())[:1]:
        plans |= odd(text)
    told = [story for path in sorted(ROOT.glob("tests/stories/*.yaml")) for story in yaml.safe_load(path.read_bytes())]
    plain = json.loads(json.dumps(told, default=str))
    stories = {one["story"]: LEAST | {"kind": one.get("kind", LEAST["kind"])} | one["given"] for one in plain}
    given = {"bundles": spoken, "seconds": besides, "plans": plans, "stories": stories}
    return {
        **given,
        "day": DAY,
        "formats": list(DOCUMENTS),
        "letters": [id for id in yaml.safe_load(LETTERS.read_bytes()) if id != "common"],
    }


def pack(*, untrimmed: bool) -> None:
    """Run Pyodide under Node. Its warnings are shown only if it fails."""
    mode = "untrimmed" if untrimmed else "trimmed"
    try:
        packed = node.run("scripts/pyodide/pack.mjs", str(WORK), mode, failed="Pyodide could not pack the planner")
    except BuildError as error:
        sys.exit(str(error))
    said = json.loads(packed.splitlines()[-1])
    print(f"             standard library: {said['kept']} of {said['of']} modules")


if __name__ == "__main__":
    main()
