"""Takes Fairsteps as a contender; gives it with one optimisation switched off.

A variant is a function from contender to contender: it changes how the host serves the site, or the site.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench import folders
from bench.visits import Contender
from scripts.finishing.compressed import ENDINGS

ROOT = folders.ROOT
WORKER = "assets/*/planner/worker.js"
WORKS = ("worker.js", "python.js", "snapshot.js", "memory.js", "sum.js", "divided.js")
BUILT = ("brands", "build", "docs", "examples", "overrides", "planner", "requirements", "scripts", "tests")
APART = shutil.ignore_patterns("__pycache__", "bench", "compressed", "look", "release")


def uncompressed(contender: Contender) -> Contender:
    """A host that sends every file as it is."""
    return replace(contender, compressed=False)


def untrimmed(contender: Contender) -> Contender:
    """The same site with the whole standard library, its event loop too, built in a copy of the checkout."""
    copy = folders.MADE / "untrimmed"
    shutil.rmtree(copy, ignore_errors=True)
    for name in BUILT:
        shutil.copytree(ROOT / name, copy / name, ignore=APART)
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy(path, copy)
    (copy / "node_modules").symlink_to((ROOT / "node_modules").resolve())
    subprocess.run([sys.executable, "scripts/build.py", "--untrimmed"], cwd=copy, check=True)
    return replace(contender, folder=folders.ours(copy / "site", "site-untrimmed"))


def edited(name: str, pattern: str, edit: Callable[[str], str]) -> Callable[[Contender], Contender]:
    """The same site with one file changed."""

    def without(contender: Contender) -> Contender:
        folder = folders.ours(ROOT / "site", f"site-{name}")
        (path,) = folder.glob(pattern)
        text = path.read_text("utf-8")
        changed = edit(text)
        assert changed != text, f"bench/variants.py: {pattern} is no longer as it was"
        _write(path, changed.encode())
        return replace(contender, folder=folder)

    return without


def line(old: str, new: str) -> Callable[[str], str]:
    """Change what the pattern finds."""
    return lambda text: re.sub(old, new, text)


def rezipped(
    name: str, deflate: int, member: Callable[[str, bytes], tuple[str, bytes]]
) -> Callable[[Contender], Contender]:
    """The same site with other zips."""

    def without(contender: Contender) -> Contender:
        folder = folders.ours(ROOT / "site", f"site-{name}")
        for path in folder.glob("planner/*/*.zip.txt"):
            with zipfile.ZipFile(path) as archive:
                members = [member(each, archive.read(each)) for each in archive.namelist()]
            path.unlink()
            with zipfile.ZipFile(path, "w", deflate) as archive:
                for each, content in members:
                    archive.writestr(each, content)
            _write(path, path.read_bytes())
        return replace(contender, folder=folder)

    return without


def source(name: str, code: bytes) -> tuple[str, bytes]:
    """The module as it was written. Templates are compiled from no module."""
    if not name.endswith(".pyc") or name.startswith("planner_templates/"):
        return name, code
    plain = name.removesuffix("c")
    for place in (ROOT / "scripts" / "pyodide" / "lean", ROOT, Path(sysconfig.get_path("purelib"))):
        if (place / plain).is_file():
            return plain, (place / plain).read_bytes()
    with zipfile.ZipFile(ROOT / "node_modules" / "pyodide" / "python_stdlib.zip") as stock:
        return plain, stock.read(plain)


def _write(path: Path, content: bytes) -> None:
    for each in (path, *(path.with_name(path.name + ending) for ending in ENDINGS)):
        each.unlink(missing_ok=True)
    path.write_bytes(content)
    folders.compress([path])


def late(text: str) -> str:
    """The script that begins, moved behind the form."""
    begin = re.search(r"<script data-root=.*?</script>", text, re.DOTALL)
    assert begin, "bench/variants.py: the page no longer begins with a script that has data-root"
    return text.replace(begin[0], "").replace("</body>", f"{begin[0]}</body>")


def at_once(contender: Contender) -> Contender:
    """A first start does not wait for the form; the policy knows the script as it was, so it goes too."""
    page = line(r"navigator\.serviceWorker\?\.controller \? spawn\(\) : null", "spawn()")
    changed = edited("at-once", folders.PAGE, lambda text: _without_policy(page(text)))(contender)
    headers = changed.folder / "_headers"
    text = headers.read_text("utf-8")
    headers.unlink()  # it is the same file as that of the site
    headers.write_text(re.sub(r"\n  Content-Security-Policy:.*", "", text), "utf-8")
    return changed


def _without_policy(text: str) -> str:
    return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)


def undivided(contender: Contender) -> Contender:
    """The same site with the trimmed WebAssembly in one part."""
    folder = folders.ours(ROOT / "site", "site-undivided")
    (path,) = folder.glob("planner/*/pyodide.asm.wasm")
    _write(path, (ROOT / "build" / "pyodide" / path.name).read_bytes())
    return replace(contender, folder=folder)


def unjoined(contender: Contender) -> Contender:
    """The same site with the modules of the pages as they were written, each a request, all asked for at once."""
    folder = folders.ours(ROOT / "site", "site-unjoined")
    (common,) = folder.glob("assets/*")
    written = [
        path for each in ("fs", "planner") for path in sorted((ROOT / "overrides" / "assets" / each).glob("*.js"))
    ]
    for path in written:
        _write(common / path.relative_to(ROOT / "overrides" / "assets"), path.read_bytes())
    asked = [path.name for path in written if path.parent.name == "planner" and path.name not in ("begin.js", *WORKS)]
    page = folder / folders.PAGE
    links = "".join(f'<link rel="modulepreload" href="../../assets/{common.name}/planner/{name}">' for name in asked)
    text = re.sub(r"<link rel=\"modulepreload\"[^>]*/shared/[^>]*>", "", page.read_text("utf-8"))
    _write(page, text.replace("</head>", f"{links}</head>").encode())
    return replace(contender, folder=folder)


def stock(contender: Contender) -> Contender:
    """The same site with Pyodide's script and WebAssembly as they come."""
    folder = folders.ours(ROOT / "site", "site-stock")
    for name in ("pyodide.asm.mjs", "pyodide.asm.wasm"):
        (path,) = folder.glob(f"planner/*/{name.replace('.mjs', '.js')}")
        _write(path, (ROOT / "node_modules" / "pyodide" / name).read_bytes())
    return replace(contender, folder=folder)


VARIANTS: dict[str, Callable[[Contender], Contender]] = {
    "the kept start": edited("kept", WORKER, line(r"navigator\.userAgent", "String(Math.random())")),
    "the early start": edited("early", folders.PAGE, late),
    "the form before work": at_once,
    "joined modules": unjoined,
    "WebAssembly in parts": undivided,
    "the trimmed Pyodide": stock,
    "compiled modules": rezipped("compiled", zipfile.ZIP_STORED, source),
    "stored zips": rezipped("stored", zipfile.ZIP_DEFLATED, lambda name, code: (name, code)),
    "trimming": untrimmed,
    "compression": uncompressed,
}


def variant(name: str, contender: Contender) -> Contender:
    """Fairsteps without this."""
    changed = VARIANTS[name](contender)
    if changed.folder != contender.folder:
        folders.list_again(changed.folder)
    return replace(changed, name=name, title=f"without {name}")
