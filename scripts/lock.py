"""Takes the dependency groups of pyproject.toml; gives requirements/<group>.txt, exact and hashed, for every Python."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = (
    "--universal",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--quiet",
)
OLDEST_PYTHON = {"wheel": "3.12"}


def main(options: list[str]) -> int:
    """Write one file per group; an address in one is an error, because it holds for one machine only."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    if project["dependency-groups"]["planner"] != project["project"]["dependencies"]:
        print("pyproject.toml: the group `planner` must be the same as the project's dependencies.", file=sys.stderr)
        return 1
    for group in project["dependency-groups"]:
        python = OLDEST_PYTHON.get(group, "3.11")
        target = Path("requirements") / f"{group}.txt"
        command = ["uv", "pip", "compile", *OPTIONS, "--python-version", python, "--group", group, "-o", str(target)]
        subprocess.run([*command, *options], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        text = (ROOT / target).read_text(encoding="utf-8")
        if re.search(r"[a-z]+://|^--", text, re.MULTILINE):
            print(f"{target} holds an address; it must install from any index.", file=sys.stderr)
            return 1
        print(f"{target}: {text.count('==')} packages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
