"""Takes the built site and the stock packages; gives the folders the benchmark serves, compressed alike."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from bench import wheels
from scripts.finishing import compressed, offline
from scripts.finishing.hosts import FOREVER
from scripts.languages import site_languages

ROOT = Path(__file__).resolve().parent.parent
MADE = ROOT / "build" / "bench"
PAGE = "en/planner/index.html"
WATCH = '<script async src="/bench/watch.js"></script>'
STOCK = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


def ours(site: Path, name: str = "site") -> Path:
    """The site as it is, but for the script that watches its planner page."""
    target = MADE / name
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(site, target, copy_function=os.link)
    page = target / PAGE
    text = page.read_text("utf-8").replace("</title>", f"</title>{WATCH}", 1)
    for each in (page, *(page.with_name(page.name + ending) for ending in compressed.ENDINGS)):
        each.unlink(missing_ok=True)
    page.write_text(text, "utf-8")
    compress([page])
    list_again(target)
    return target


def list_again(site: Path) -> None:
    """The copy for use without network, as the files are now: of a file that is not as listed no browser keeps one."""
    lists = [*(site / offline.LISTS).glob("*.json"), site / offline.WORKER]
    for path in lists:
        for ending in compressed.ENDINGS:
            path.with_name(path.name + ending).unlink(missing_ok=True)
    offline.write_again(site, site_languages())
    compress(lists)


def peers() -> Path:
    """Stock Pyodide and stock PyScript with the same wheels, and the floors; everything may be kept for ever."""
    target = MADE / "peers"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "bench" / "peers", target)
    runtime = target / "pyodide"
    runtime.mkdir()
    for name in STOCK:
        shutil.copy(ROOT / "node_modules" / "pyodide" / name, runtime)
    wheels.gather(runtime)
    shutil.copytree(ROOT / "node_modules" / "@pyscript" / "core" / "dist", target / "pyscript")
    shutil.copy(ROOT / "planner" / "bundles" / "en.json", target / "bundle.json")
    for name in ("plain.html", "pyscript.html"):
        page = target / name
        text = page.read_text("utf-8")
        # WebKit fetches again in a worker what a page has preloaded: there a careful developer goes without.
        page.with_stem(f"{page.stem}-bare").write_text(text.replace("    <!-- PRELOAD -->\n", ""), "utf-8")
        page.write_text(text.replace("<!-- PRELOAD -->", preloads(runtime)), "utf-8")
    kept = ("/pyodide/*", "/pyscript/*", "/*.json", "/*.mjs", "/*.py")
    rules = "".join(f"{path}\n  Cache-Control: {FOREVER}\n" for path in kept)
    (target / "_headers").write_text(rules, "utf-8")
    compress([path for path in target.rglob("*") if path.is_file()])
    return target


def preloads(runtime: Path) -> str:
    """What a careful developer has the browser fetch at once: all that is needed before the first call."""
    lock = json.loads((runtime / "pyodide-lock.json").read_text("utf-8"))["packages"]
    needed = [lock[name]["file_name"] for name in ("fairsteps-planner", "jinja2", "markupsafe", "xlsxwriter")]
    fetched = [f"pyodide/{name}" for name in ("pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json", *needed)]
    modules = [f"pyodide/{name}" for name in ("pyodide.mjs", "pyodide.asm.mjs")]
    links = [f'<link rel="preload" href="{path}" as="fetch" crossorigin>' for path in (*fetched, "bundle.json")]
    return "\n    ".join([*(f'<link rel="modulepreload" href="{path}">' for path in modules), *links])


def compress(paths: list[Path]) -> None:
    """As the build does it, kept apart from what the build keeps."""
    kept = MADE / "compressed"
    for path, name in compressed.keep([path for path in paths if compressed.may_shrink(path)], kept).items():
        compressed.place(path, kept / name)


def versions() -> list[str]:
    """What the peers are made of."""
    packages = {"Pyodide": "pyodide", "PyScript": "@pyscript/core"}
    found = {name: ROOT / "node_modules" / package / "package.json" for name, package in packages.items()}
    return [f"{name} {json.loads(path.read_text('utf-8'))['version']}" for name, path in found.items()]
