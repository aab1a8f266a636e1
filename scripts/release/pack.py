"""Takes the checkout; gives a zip with the finished site in no clothes and the program that dresses it.

`python scripts/release/pack.py [--output DIR]`
"""

from __future__ import annotations

import argparse
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from planner import __version__
from scripts import build
from scripts.brand import new
from scripts.finishing import hosts
from scripts.finishing.compressed import ENDINGS
from scripts.folder import files
from scripts.release import blank
from scripts.release.rebrand import UNDRESSED
from scripts.yamlfile import ROOT, shown

START = '''"""Dresses the site beside this file in the folder of a brand: python rebrand.py our-brand"""

import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent
if sys.version_info < (3, 11):
    sys.exit("This needs Python 3.11 or newer. See python.org.")
sys.path.insert(0, str(HOME / "lib"))

from scripts.release.rebrand import main

try:
    raise SystemExit(main(HOME, sys.argv[1:]))
except KeyboardInterrupt:
    sys.exit("Stopped. Nothing has changed.")
'''
README = """1. Open our-brand/brand.yaml in a text editor. Say what your copy is called; put your logo.svg beside it.
2. Run: python3 rebrand.py our-brand
3. Lay the folder "site" on your host as it is. Nothing else is needed.

Names, colours, logo and words need only this; pages, measures and fewer languages take the source. Give each text in
all four languages (en, da, nl, sv), or one text for all.
Dansk, Nederlands, Svenska: the page "Host your own copy" of the site tells it in your language.
"""
LIBRARY = (
    "scripts/**/*.py", "planner/__init__.py", "planner/vocabularies.py", "planner/data/**/*.yaml",
    "planner/locales/**/*.yaml", "overrides/root/service-worker.js", "mkdocs.yml", "docs/en/**/*.md",
)  # fmt: skip
"""What the program reads: the checks of a brand, the words it may replace."""


def main(arguments: list[str]) -> int:
    """Build the site, gather what belongs to it, write the zip."""
    parser = argparse.ArgumentParser(prog="release", description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "dist")
    folder = parser.parse_args(arguments).output.resolve()
    copy = blank.write(ROOT / "build" / "release" / "blank")
    site = ROOT / "build" / "release" / "site"
    if build.main(["--brand", str(copy), "--output", str(site)]):
        return 1
    name = f"site-{__version__}"
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as made:
        home = Path(made) / name
        shutil.copytree(site, home / UNDRESSED, ignore=shutil.ignore_patterns(*(f"*{ending}" for ending in ENDINGS)))
        for example in files(ROOT / "brands", "example-*/**/*"):
            _copied(example, home / example.relative_to(ROOT))
        for pattern in LIBRARY:
            for path in files(ROOT, pattern):
                _copied(path, home / "lib" / path.relative_to(ROOT))
        _yaml(home / "lib")
        (home / "rebrand.py").write_text(START, "utf-8")
        (home / "README.txt").write_text(README, "utf-8")
        for text in ("LICENSE", "LICENSE-CONTENT", "CHANGELOG.md"):
            shutil.copyfile(ROOT / text, home / text)
        new.made(home / "our-brand", "our-brand", zipped=True)
        target = folder / f"{name}.zip"
        hosts.packed(Path(made), target)
    print(f"{shown(target)}: {target.stat().st_size / 1e6:.1f} MB")
    return 0


def _copied(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)


def _yaml(library: Path) -> None:
    """The reader of YAML, its part in Python alone, with its licence."""
    spec = find_spec("yaml")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("yaml")
    package = Path(spec.origin).parent
    shutil.copytree(package, library / "yaml", ignore=shutil.ignore_patterns("*.so", "*.pyd", "__pycache__", "_*.pyx"))
    for licence in package.parent.glob("[Pp]y[Yy][Aa][Mm][Ll]-*.dist-info/**/LICENSE*"):
        shutil.copyfile(licence, library / "yaml" / "LICENSE")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
