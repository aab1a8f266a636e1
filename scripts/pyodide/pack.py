"""Takes the standard library, the packages and the planner as .py; gives three zips of .pyc. Runs inside Pyodide.

Bytecode belongs to one version of Python: only the Python that ships can write it. What the planner never imports
while it plays every plan is left out of the standard library; what it needs to read a workbook back travels apart.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import pkgutil
import sys
import traceback
import zipfile
from collections.abc import Iterable, Iterator
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]
from pathlib import Path

LIBRARY = Path("/lib/python314.zip")
PACKAGES, OUT, WORK = Path("/checkout/packages"), Path("/checkout/out"), Path("/checkout")
ALWAYS = ("encodings/", "_pyodide/", "pyodide/")
"""What Pyodide itself may want at any moment."""
FOR_READING = ("openpyxl/", "et_xmlfile/")
AGES_AGO = (1980, 1, 1, 0, 0, 0)
WHOLE, OURS = 2, 0
"""Optimisation: docstrings and asserts of others go, ours stay."""


def main(*, untrimmed: bool) -> str:
    """Write the zips; give what was kept, as JSON."""
    sys.path.insert(0, str(PACKAGES))
    library = zipfile.ZipFile(LIBRARY)
    sources = {name: library.read(name) for name in library.namelist() if not name.endswith("/")}
    playing = used(rehearse("play"))
    begun = {name.partition("/")[0] for name in playing if "/" in name}  # a package lies in one zip
    reading = {name for name in used(rehearse("bring_back")) - playing if name.partition("/")[0] not in begun}
    playing |= used(list(sys.modules)) - reading
    late = {name: sources.pop(name) for name in reading} if not untrimmed else {}
    chosen = {name: text for name, text in sources.items() if untrimmed or name in playing or name.startswith(ALWAYS)}
    write(OUT / "stdlib.zip", ((name, text, WHOLE) for name, text in chosen.items()))
    write(OUT / "planner.zip", packages(reading=False))
    write(OUT / "workbook.zip", (*packages(reading=True), *((name, text, WHOLE) for name, text in late.items())))
    return json.dumps({"kept": len(chosen) + len(late), "of": len(sources) + len(late)})


def rehearse(part: str) -> list[str]:
    """Import all of the planner and play every plan through its door; give the names of all modules that took."""
    import planner

    for module in pkgutil.walk_packages(planner.__path__, "planner."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from planner.bridge import handle

    sys.path.insert(0, str(WORK))
    import play

    given = json.loads((WORK / "plans.json").read_text(encoding="utf-8"))
    for name, answer in getattr(play, part)(handle, given):
        if isinstance(answer, str) and '"internal"' in answer[:200]:
            raise RuntimeError(f"{name}: {answer}")
    try:
        raise LookupError("a traceback needs modules of its own")
    except LookupError:
        traceback.format_exc()
    return list(sys.modules)


def used(modules: Iterable[str]) -> set[str]:
    """The files of the standard library behind these modules."""
    library = f"{LIBRARY}/"
    origins = (getattr(getattr(sys.modules.get(name), "__spec__", None), "origin", None) for name in modules)
    return {origin.removeprefix(library) for origin in origins if origin and origin.startswith(library)}


def packages(*, reading: bool) -> Iterator[tuple[str, bytes, int]]:
    """The planner and what it imports, as the page loads them; or what it imports to read a workbook."""
    for path in sorted(PACKAGES.rglob("*")):
        name = path.relative_to(PACKAGES).as_posix()
        if path.is_file() and name.startswith(FOR_READING) == reading:
            yield name, path.read_bytes(), OURS if name.startswith("planner/") else WHOLE


def write(target: Path, files: Iterable[tuple[str, bytes, int]]) -> None:
    """One zip, sorted, with one date for all: the same sources give the same bytes."""
    made = dict(compiled(*one) for one in files)
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(made):
            member = zipfile.ZipInfo(name, AGES_AGO)
            member.external_attr = 0o644 << 16
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, made[name], compresslevel=9)


def compiled(name: str, text: bytes, optimize: int) -> tuple[str, bytes]:
    """A .pyc that is never checked against its source, which does not travel; other files as they are."""
    if not name.endswith(".py"):
        return name, text
    code = compile(text, name, "exec", dont_inherit=True, optimize=optimize)
    return f"{name}c", bytes(_code_to_hash_pyc(code, importlib.util.source_hash(text), False))  # noqa: FBT003
