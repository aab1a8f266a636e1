"""Takes a whole site; gives the table by which it is laid into object storage, which decides nothing itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scripts.finishing.hosts.told import ANEW, ENDINGS, FOREVER, HASHED, HIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scripts.finishing.hosts.told import Copy

NAME = "storage.tsv"
HEAD = ("key", "file", "Content-Type", "Cache-Control", "Content-Encoding")


def written(site: Path, copy: Copy) -> str:
    """A line for each object: its key, the file to upload, the headers to keep with it."""
    return "".join("\t".join(row) + "\n" for row in (HEAD, *_rows(site, copy)))


def _rows(site: Path, copy: Copy) -> Iterator[tuple[str, ...]]:
    """Storage sends everybody the same bytes: where there is a gzip, it is that, for every browser opens it."""
    for path in sorted(site.rglob("*")):
        key = path.relative_to(site).as_posix()
        if not path.is_file() or path.suffix in ENDINGS or path.name in HIDDEN:
            continue
        packed = path.with_name(f"{path.name}.gz").is_file()
        kept = FOREVER if re.search(HASHED, f"/{key}") else ANEW
        yield key, f"{key}.gz" if packed else key, copy.types[path.suffix], kept, "gzip" if packed else ""
