"""Takes the folder of a brand; draws its favicon as the icons devices ask for, its logo as documents want it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import brand
from scripts.staging.install import PICTURES, TOUCH, masked

HEIGHT = 160
"""Of the logo of documents, in points: sharp at a centimetre in print."""
LOGO = f"body {{ margin: 0 }} body > svg {{ display: block; height: {HEIGHT}px; max-width: 100vw }}"
FILL = "body { margin: 0 } body > svg { display: block; width: 100vw; height: 100vh }"


def main(folder: Path) -> int:
    """Masked icons and Apple's are full squares: the device rounds them itself."""
    made = brand.read(folder)
    plain, logo = made.favicon(), made.logo()
    full = masked(plain, made.colours["accent"])
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
        page = chromium.new_page(viewport={"width": HEIGHT * 6, "height": HEIGHT})
        page.set_content(f"<style>{LOGO}</style>{logo}")
        page.locator("svg").screenshot(path=made.folder / "logo.png", omit_background=True)
        chromium.close()
    print(f"{len(sizes)} icons and a logo for documents in {made.folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1] if len(sys.argv) > 1 else brand.DEFAULT)))
