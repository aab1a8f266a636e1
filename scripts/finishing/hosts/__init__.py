"""Takes the finished pages and their policy; gives what hosts need: headers, types, configuration, workflows.

What a host reads in the site itself lies there (`within`); the rest lies beside it, in <site>-hosting/, because it is
for the people who host and not for readers (`beside`). Standard library only. Why: docs/adr/0013.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

from scripts.finishing.hosts import apache, caddy, nginx, static, storage, workflows
from scripts.finishing.hosts.told import ENDINGS, FOREVER, Copy, described

ROOT = Path(__file__).resolve().parents[3]
PACKED = "site.zip"
VERIFY = "verify.py"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
__all__ = ["FOREVER", "Copy", "about", "beside", "described", "folder", "packed", "stranger", "within"]


def folder(site: Path) -> Path:
    """Where the files for hosts lie that are not published."""
    return site.with_name(f"{site.name}-hosting")


def stranger(place: Path) -> Path | None:
    """A folder that a copy and its host's files would take the place of, and that holds something else."""
    for target, mark in ((place, "build.json"), (folder(place), VERIFY)):
        if target.is_file() or (target.is_dir() and any(target.iterdir()) and not (target / mark).is_file()):
            return target
    return None


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
    shutil.copyfile(ROOT / "scripts" / VERIFY, folder(site) / VERIFY)
    packed(site, folder(site) / PACKED)


def packed(site: Path, target: Path) -> None:
    """One file to upload, for hosts that compress by themselves: without siblings, and the same for the same site."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in site.rglob("*") if path.is_file() and path.suffix not in ENDINGS):
            member = zipfile.ZipInfo(path.relative_to(site).as_posix(), FIRST_DAY)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(member, path.read_bytes())


def about(copy: Copy) -> dict[str, Any]:
    """What build.json says of headers and types, for `verify` to compare."""
    return {"headers": static.rules(copy, "/"), "types": copy.types}
