"""Takes the folder of a brand; draws its favicon as the icons that devices ask for, into that folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.staging import ROOT, brand
from scripts.staging.install import PICTURES, TOUCH, masked

FILL = "body { margin: 0 } body > svg { display: block; width: 100vw; height: 100vh }"


def main(folder: Path) -> int:
    """Masked icons and Apple's are full squares: the device rounds them itself."""
    made = brand.read(folder)
    plain = (made.folder / "favicon.svg").read_text("utf-8")
    full = masked(plain, made.accent)
    sizes = {name: int(size.partition("x")[0]) for name, (size, _) in PICTURES.items()} | {TOUCH: 180}
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ["FAIRSTEPS_CHROMIUM"], args=os.environ["FAIRSTEPS_CHROMIUM_ARGS"].split()
        )
        for name, size in sizes.items():
            page = chromium.new_page(viewport={"width": size, "height": size})
            drawn = plain if PICTURES.get(name, ("", ""))[1] == "any" else full
            page.set_content(f"<style>{FILL}</style>{drawn}")
            page.screenshot(path=made.folder / name, omit_background=True)
        chromium.close()
    print(f"{len(sizes)} icons in {made.folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "brands" / "fairsteps")))
