"""Takes the word bundles; gives each language its blank templates, written by the planner's own terminal door.

`python scripts/blanks.py [--brand DIR]` – the brand is already in the bundles.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planner.__main__ import main as planner
from planner.vocabularies import VOCABULARIES
from scripts import brand as brands
from scripts.staging import BLANKS
from scripts.staging.downloads import blank
from scripts.work import Work


def main() -> None:
    """Write <language>/downloads/<kind>.<language>.<format> for every language of the copy, every kind and format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--brand", type=Path, default=brands.DEFAULT)
    brand = brands.read(parser.parse_args().brand)
    work, kinds = Work(brand.folder), VOCABULARIES["kinds"]
    for language in brand.languages:
        folder = work.site / language / "downloads"
        folder.mkdir(parents=True, exist_ok=True)
        for kind in kinds:
            for extension in BLANKS:
                path = folder / blank(kind, language, extension)
                how = ["--to", extension, "--language", language, "--bundles", str(work.bundles), "-o", str(path)]
                if planner(["blank", kind, *how]):
                    sys.exit(f"{path}: the planner could not write this template. Its own message stands above.")
    print(f"blanks: {len(brand.languages) * len(kinds) * len(BLANKS)}")


if __name__ == "__main__":
    main()
