"""Takes the word bundles; gives each language its blank templates, written by the planner's own terminal door.

`python scripts/blanks.py [--brand DIR] [--site DIR]` – the brand is already in the bundles.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planner.__main__ import main as planner
from scripts.staging import BLANKS, KINDS, LANGUAGES, ROOT
from scripts.staging.downloads import blank


def main() -> None:
    """Write site/<language>/downloads/<kind>.<language>.<format> for every language, kind and format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--brand", type=Path)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    site = parser.parse_args().site
    for language in LANGUAGES:
        folder = site / language / "downloads"
        folder.mkdir(parents=True, exist_ok=True)
        for kind in KINDS:
            for extension in BLANKS:
                path = folder / blank(kind, language, extension)
                if planner(["blank", kind, "--to", extension, "--language", language, "-o", str(path)]):
                    sys.exit(f"{path}: the planner could not write this template. Its own message stands above.")
    print(f"blanks: {len(LANGUAGES) * len(KINDS) * len(BLANKS)}")


if __name__ == "__main__":
    main()
