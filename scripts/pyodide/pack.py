"""Takes the standard library, the packages and the planner as .py; gives four zips of .pyc. Runs inside Pyodide.

Bytecode belongs to one version of Python: only the Python that ships can write it. What the planner never imports
while it plays every plan is left out. What the first advice needs is in stdlib.zip and planner.zip; what only writes
documents travels after the start, and what reads a workbook back with the first of them.

Zips are stored, not compressed: Python reads them faster, and a host compresses the whole better than a zip its parts.
They are called .txt because every host compresses text, and few compress zips.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import pkgutil
import sys
import traceback
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]
from pathlib import Path

LIBRARY = Path("/lib/python314.zip")
PACKAGES, OUT, WORK = Path("/checkout/packages"), Path("/checkout/out"), Path("/checkout")
ALWAYS = ("_pyodide/", "pyodide/", "linecache.py", "random.py", "traceback.py")
"""What Pyodide itself may want at any moment, what tells of a failure, and what a kept start must make anew."""
ENCODINGS = ("ascii", "cp1252", "cp437", "latin_1", "utf_16", "utf_16_be", "utf_16_le", "utf_8", "utf_8_sig")
"""Of the many there are, those that files come back in, and zips are written in."""
NEVER = ("bz2.py", "compression/", "lzma.py")
"""Compressions that neither our files nor those of others use; what would import them does without."""
FOR_READING = ("openpyxl", "et_xmlfile")
AGES_AGO = (1980, 1, 1, 0, 0, 0)
Module = tuple[str, bytes]
"""A file's name in the zip, and its source."""


def main(*, untrimmed: bool) -> str:
    """Write the zips; give what was kept, as JSON. /first.json holds the modules that the first advice took."""
    first = json.loads(Path("/first.json").read_text(encoding="utf-8"))
    sys.path.insert(0, str(PACKAGES))
    with zipfile.ZipFile(LIBRARY) as archive:
        sources = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    written, brought_back = rehearse("play"), rehearse("bring_back")
    compile_templates()
    stages = [used(first) | always(sources), used(written), used(brought_back)]
    begun, documents, workbook = ([*sources], [], []) if untrimmed else parted(stages)
    ours = {one.partition(".")[0] for one in first} | {"planner"}

    def modules(names: Iterable[str]) -> Iterator[Module]:
        return ((name, sources[name]) for name in names)

    write("stdlib", modules(begun))
    write("planner", packages(lambda name: name in ours))
    write("documents", (*packages(lambda name: name not in {*ours, *FOR_READING}), *modules(documents)))
    write("workbook", (*packages(lambda name: name in FOR_READING), *modules(workbook)))
    return json.dumps({"kept": len(begun) + len(documents) + len(workbook), "of": len(sources)})


def always(sources: Iterable[str]) -> set[str]:
    """The files that are kept though nothing may have asked for them."""
    encodings = {f"encodings/{name}.py" for name in ENCODINGS}
    return {name for name in sources if name.startswith(ALWAYS) or name in encodings}


def parted(stages: Sequence[set[str]]) -> list[list[str]]:
    """The files that each stage is the first to need. A package lies in one zip: its first stage takes all of it."""
    stage = {top(name): at for at, names in reversed([*enumerate(stages)]) for name in names}
    wanted = {name for name in set().union(*stages) if not name.startswith(NEVER)}
    return [[name for name in wanted if stage[top(name)] == at] for at in range(len(stages))]


def top(name: str) -> str:
    """The package a file belongs to, or the module it is."""
    return name.partition("/")[0]


def rehearse(part: str) -> list[str]:
    """Import all of the planner and play every plan through its door; give the names of all modules that took."""
    import planner

    for module in pkgutil.walk_packages(planner.__path__, "planner."):
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


def compile_templates() -> None:
    """Put in the place of the templates the code Jinja makes of them, which takes longer than writing a document."""
    from jinja2 import ModuleLoader

    from planner.documents.render import environment

    folder, target = PACKAGES / "planner" / "templates", PACKAGES / "planner_templates"
    target.mkdir()
    (target / "__init__.py").touch()
    for path in sorted(folder.glob("*/*")):
        name = path.relative_to(folder).as_posix()
        code = environment().compile(path.read_text(encoding="utf-8"), name, name, raw=True, defer_init=True)
        (target / ModuleLoader.get_module_filename(name)).write_text(code, encoding="utf-8")
        path.unlink()


def used(modules: Iterable[str]) -> set[str]:
    """The files of the standard library behind these modules."""
    library = f"{LIBRARY}/"
    origins = (getattr(getattr(sys.modules.get(name), "__spec__", None), "origin", None) for name in modules)
    return {origin.removeprefix(library) for origin in origins if origin and origin.startswith(library)}


def packages(chosen: Callable[[str], bool]) -> Iterator[Module]:
    """The files of the packages chosen by name."""
    for path in sorted(PACKAGES.rglob("*")):
        name = path.relative_to(PACKAGES).as_posix()
        if path.is_file() and chosen(top(name)):
            yield name, path.read_bytes()


def write(part: str, files: Iterable[Module]) -> None:
    """One zip, sorted, with one date for all: the same sources give the same bytes."""
    made = dict(compiled(*one) for one in files)
    with zipfile.ZipFile(OUT / f"{part}.zip.txt", "w") as archive:
        for name in sorted(made):
            member = zipfile.ZipInfo(name, AGES_AGO)
            member.external_attr = 0o644 << 16
            archive.writestr(member, made[name])


def compiled(name: str, text: bytes) -> Module:
    """A .pyc without docstrings, never checked against its source, which does not travel; other files as they are."""
    if not name.endswith(".py"):
        return name, text
    code = compile(text, name, "exec", dont_inherit=True, optimize=2)
    return f"{name}c", bytes(_code_to_hash_pyc(code, importlib.util.source_hash(text), False))  # noqa: FBT003
