"""Takes the staged pages; gives bench/build.md: how long the site takes to build, cold, again, and with more pages.

The cold build runs in a copy of the checkout without anything made; the pages are those of one language, laid again
beside themselves once and three times.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.steps import QUIET_MKDOCS
from scripts.work import DEFAULT, Work

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE = "en"
TIMES = (1, 2, 4)
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".nox", "__pycache__", "build", "bundles", "dist", "node_modules", "site", "site-hosting", "sites"
)
ROUNDS = 3


def main() -> None:
    """Measure and write the table."""
    cold, again, other, files = whole()
    pages = {times: min(multiplied(times) for _ in range(ROUNDS)) for times in TIMES}
    rows = [
        f"| everything, cold: all languages, runtime, compressed files ({files:,} files) | {cold:.0f} s |",
        f"| again, nothing changed | {again:.1f} s |",
        f"| a copy of another brand beside it, one language, three quarters of the pages | {other:.1f} s |",
        *(f"| the pages of one language, {times} × | {seconds:.1f} s |" for times, seconds in pages.items()),
    ]
    growth = pages[TIMES[-1]] / pages[1] / TIMES[-1]
    text = f"""# Build

How long the site takes to build.

| build | time |
| --- | --- |
{chr(10).join(rows)}

{TIMES[-1]} times the pages take {growth:.2f} times as long for each page as they do alone.

{os.cpu_count()} cores, {platform.system()} {platform.machine()}. Measure again with `nox -s bench`.
"""
    (ROOT / "bench" / "build.md").write_text(text, encoding="utf-8")
    print(text)


def whole() -> tuple[float, float, float, int]:
    """Seconds of a build from nothing, of the next one and of another brand's, and how many files the site has."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "checkout"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        (copy / "node_modules").symlink_to((ROOT / "node_modules").resolve())
        build = [sys.executable, "scripts/build.py"]
        cold, again = (timed(build, copy) for _ in range(2))
        other = timed([*build, "--brand", "brands/example-network", "--output", "other"], copy)
        return cold, again, other, sum(path.is_file() for path in (copy / "site").rglob("*"))


def multiplied(times: int) -> float:
    """Seconds that MkDocs takes for the pages of one language, laid beside themselves so often."""
    stage = Work(DEFAULT).stage / LANGUAGE
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder) / "docs"
        shutil.copytree(stage / "docs", docs)
        for at in range(1, times):
            shutil.copytree(stage / "docs", docs / f"again-{at}")
        config = yaml.safe_load((stage / "mkdocs.yml").read_text(encoding="utf-8"))
        config["theme"]["custom_dir"] = str(ROOT / "overrides")
        made = {"docs_dir": str(docs), "strict": False, "validation": {"nav": {"omitted_files": "ignore"}}}
        (Path(folder) / "mkdocs.yml").write_text(yaml.safe_dump(config | made), encoding="utf-8")
        mkdocs = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "-f",
            f"{folder}/mkdocs.yml",
            "-d",
            f"{folder}/site",
        ]
        return timed(mkdocs, ROOT)


def timed(command: list[str], folder: Path) -> float:
    """Seconds the command takes."""
    begun = time.monotonic()
    subprocess.run(command, cwd=folder, env=os.environ | QUIET_MKDOCS, stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - begun


if __name__ == "__main__":
    main()
