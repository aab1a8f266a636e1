"""Takes a dressed site; gives it as a build ends it: folders named by content, policy, lists, hashes, siblings."""

from __future__ import annotations

import gzip
import json
import re
from hashlib import sha256
from pathlib import Path

from scripts.finishing import compressed, hosts, offline, policy
from scripts.finishing.assets import FOLDER
from scripts.languages import site_languages

POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')
HASHED = (FOLDER, "planner/bundles")
"""Folders that hold one folder named by its content."""
SAID = {".html", ".js", ".json", ".css", ".webmanifest", ".xml"}
"""Files that may name another by its path or hold the policy."""


def seal(site: Path, address: str | None) -> None:
    """Nothing in the site may change after this."""
    for path in site.rglob("*"):
        if path.suffix in compressed.ENDINGS:
            path.unlink()
    changed = dict(_renamed(site, folder) for folder in HASHED)
    before = next(found[1] for page in policy.pages(site) if (found := POLICY.search(page.read_text("utf-8"))))
    changed[before] = policy.policy(site)
    for path in sorted(path for path in site.rglob("*") if path.is_file() and path.suffix in SAID):
        text = path.read_text("utf-8")
        new = text
        for old, other in changed.items():
            new = new.replace(old, other)
        if new != text:
            path.write_text(new, "utf-8")
    built = json.loads((site / "build.json").read_text("utf-8"))
    offline.write_again(site, site_languages())
    (runtime,) = (path.parent.relative_to(site).as_posix() for path in site.glob("planner/*/pyodide.asm.wasm"))
    hashed = (runtime, *(new for new in changed.values() if new.startswith(HASHED)))
    copy = hosts.described(site, changed[before], hashed, address)
    hosts.within(site, copy)
    (site / "build.json").unlink()
    files = sorted(path for path in site.rglob("*") if path.is_file())
    built["files"] = {path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
    (site / "build.json").write_text(json.dumps(built | hosts.about(copy), indent=1) + "\n", "utf-8")
    for path in [*files, site / "build.json"]:
        if compressed.may_shrink(path):
            smaller = gzip.compress(path.read_bytes(), 9, mtime=0)
            if len(smaller) < compressed.WORTH * path.stat().st_size:
                path.with_name(f"{path.name}.gz").write_bytes(smaller)
    hosts.beside(site, copy)


def _renamed(site: Path, folder: str) -> tuple[str, str]:
    """A folder under the name its content gives it: the old path and the new."""
    (old,) = (path for path in (site / folder).iterdir() if path.is_dir())
    whole = sha256()
    for path in sorted(path for path in old.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(old).as_posix()}\0".encode() + sha256(path.read_bytes()).digest())
    new = old.rename(old.with_name(whole.hexdigest()[:16]))
    return f"{folder}/{old.name}", f"{folder}/{new.name}"
