"""Takes the assets of every language; gives one folder for all of them, named by its content, and pages that use it.

So a host may keep them for ever, and a reader who changes the language or the page has them already.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from scripts.finishing.policy import pages
from scripts.staging import BuildError
from scripts.yamlfile import shown

FOLDER = "assets"
ADDRESS = re.compile(r"([\"'])((?:[^\"'\s<>?#:]*/)?)assets/")


def gather(site: Path, languages: Sequence[str]) -> Path:
    """Move what the languages have in common into one folder. What differs by language would be lost there."""
    common = site / FOLDER
    for language in languages:
        own = site / language / FOLDER
        for path in sorted(path for path in own.rglob("*") if path.is_file()):
            target = common / path.relative_to(own)
            if target.exists() and target.read_bytes() != path.read_bytes():
                raise BuildError(f"{shown(path)}:1: differs from the same file in another language. Lay it elsewhere.")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        shutil.rmtree(own, ignore_errors=True)
    return common


def name(site: Path, common: Path, languages: Sequence[str]) -> str:
    """Name the folder after all that lies in it, and let every page look there; gives its path in the site."""
    whole = sha256()
    for path in sorted(path for path in common.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(common).as_posix()}\0".encode() + sha256(path.read_bytes()).digest())
    place = f"{FOLDER}/{whole.hexdigest()[:16]}"
    common.rename(site / "named")
    (site / FOLDER).mkdir()
    (site / "named").rename(site / place)
    for page in (*pages(site), *site.glob("*/manifest.webmanifest")):
        page.write_text(ADDRESS.sub(partial(_moved, place, site, page, languages), page.read_text("utf-8")), "utf-8")
    return place


def _moved(place: str, site: Path, page: Path, languages: Sequence[str], found: re.Match[str]) -> str:
    """The new address: one folder above the language's, whether it was written from the page or from the host."""
    quote, way = found.groups()
    folder = page.relative_to(site).parts[0]
    if way.endswith(tuple(f"{each}/" for each in languages)):
        return f"{quote}{way[: -len('en/')]}{place}/"
    return f"{quote}{'../' if folder in languages else ''}{way}{place}/"
