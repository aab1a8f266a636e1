"""Takes what is packed and the trimmed Pyodide; gives build/runtime/<hash>/, as the page loads it, and runtime.json.

WebAssembly comes in three parts: what a kept start calls and reads, what a start from the beginning and advice call
besides, and the rest, which the page fetches once it has begun.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import node
from scripts.yamlfile import ROOT, BuildError

BUILD = ROOT / "build"
PACKED = BUILD / "packed"
STOCK, TRIMMED = ROOT / "node_modules" / "pyodide", BUILD / "pyodide"
DIVIDED = BUILD / "parts"
SPLIT = "scripts/pyodide/split.mjs"
PARTS = {"first": "pyodide.asm.wasm", "start": "pyodide.start.wasm", "rest": "pyodide.rest.wasm"}
MEMORY = [ROOT / "overrides" / "assets" / "planner" / name for name in ("memory.js", "sum.js")]


def main() -> None:
    """Put the runtime together, divide it by what it calls, and lay it under the hash of its content."""
    made = PACKED / "out"
    for name in ("pyodide.asm.js", "pyodide.asm.wasm"):
        shutil.copy(TRIMMED / name, made)
    text = (STOCK / "pyodide.mjs").read_text(encoding="utf-8").replace("pyodide.asm.mjs", "pyodide.asm.js")
    (made / "pyodide.js").write_text(text, encoding="utf-8")  # few hosts know the type of .mjs
    try:
        parts = divided()
    except BuildError as error:
        sys.exit(str(error))
    for name in PARTS.values():
        shutil.copy(parts / name, made)
    publish(made)


def divided() -> Path:
    """WebAssembly in its parts. They are made anew only when a start calls or reads something else."""
    said = called()
    kept = parts_of(said)
    if not kept.is_dir():
        _divide(TRIMMED / "pyodide.asm.wasm", json.loads(said), kept)
    return kept


def called() -> str:
    """What a start calls and reads, as `split.mjs` wants it: the same at every build of the same code."""
    watched = str(TRIMMED / "watched.wasm")
    return node.run("scripts/pyodide/called.mjs", str(PACKED), watched, failed="The runtime did not start")


def parts_of(said: str) -> Path:
    """Where the parts lie that are divided so."""
    read = (TRIMMED / "pyodide.asm.wasm").read_bytes(), (ROOT / SPLIT).read_bytes(), said.encode()
    return DIVIDED / hashlib.sha256(b"".join(read)).hexdigest()[:16]


def _divide(whole: Path, called: object, kept: Path) -> None:
    shutil.rmtree(DIVIDED, ignore_errors=True)
    unfinished = kept.with_suffix(".part")
    unfinished.mkdir(parents=True)

    def one(part: str) -> None:
        target = str(unfinished / PARTS[part])
        node.run(SPLIT, str(whole), target, part, given=called, failed="WebAssembly was not divided")

    with ThreadPoolExecutor() as pool:
        list(pool.map(one, PARTS))
    unfinished.rename(kept)


def publish(made: Path) -> None:
    """Name the folder after its content, so that a host may cache it for ever.

    A browser keeps the memory of a start under this name: what packs and lays it belongs to it.
    """
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(made.iterdir())}
    named_by = (json.dumps(hashes).encode(), *(path.read_bytes() for path in MEMORY))
    name = hashlib.sha256(b"".join(named_by)).hexdigest()[:16]
    for path in made.iterdir():
        path.chmod(0o644)  # Pyodide lets everybody write
    shutil.rmtree(BUILD / "runtime", ignore_errors=True)
    shutil.copytree(made, BUILD / "runtime" / name)
    (BUILD / "runtime.json").write_text(json.dumps({"path": name, "files": hashes}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
