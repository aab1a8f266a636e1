"""Takes the finished pages and their policy; gives what hosts need: headers, types, configuration, workflows.

What a host reads in the site itself lies there (`within`); the rest lies beside it, in <site>-hosting/, because it is
for the people who host and not for readers (`beside`). Standard library only. Why: docs/adr/0013.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from scripts.finishing.hosts import apache, caddy, nginx, static, storage, workflows
from scripts.finishing.hosts.told import FOREVER, Copy, described

ROOT = Path(__file__).resolve().parents[3]
__all__ = ["FOREVER", "Copy", "about", "beside", "described", "folder", "within"]


def folder(site: Path) -> Path:
    """Where the files for hosts lie that are not published."""
    return site.with_name(f"{site.name}-hosting")


def within(site: Path, copy: Copy) -> None:
    """Write what hosts look for in the site."""
    (site / static.NAME).write_text(static.written(copy, "/"), "utf-8")
    (site / apache.NAME).write_text(apache.written(copy), "utf-8")


def beside(site: Path, copy: Copy) -> None:
    """Write what is not published, once the site is whole."""
    made = {
        nginx.NAME: nginx.written(copy),
        caddy.NAME: caddy.written(copy),
        workflows.GITHUB: workflows.github(),
        workflows.GITLAB: workflows.gitlab(),
        storage.NAME: storage.written(site, copy),
    }
    if copy.base != "/":  # a host of whole domains looks for this in the folder that holds the site's
        made[static.NAME] = static.written(copy, copy.base)
    folder(site).mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (folder(site) / name).write_text(text, "utf-8")
    shutil.copyfile(ROOT / "scripts" / "verify.py", folder(site) / "verify.py")


def about(copy: Copy) -> dict[str, Any]:
    """What build.json says of headers and types, for `verify` to compare."""
    return {"headers": static.rules(copy, "/"), "types": copy.types}
