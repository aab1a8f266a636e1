"""Takes the packages a build was made with; gives the list of everything shipped, with the licence texts."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from html import escape
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.staging import ROOT
from scripts.staging.publisher import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.brand import Brand

TEXTS = Path(__file__).parent / "licences"
NODE = ROOT / "node_modules"
FONT = NODE / "@fontsource-variable" / "source-sans-3"
GITHUB = "https://github.com"
# Distributions that may lie in the zips of the runtime, and the module that shows whether one does.
PLANNER = {
    "jinja2": "jinja2",
    "markupsafe": "markupsafe",
    "xlsxwriter": "xlsxwriter",
    "openpyxl": "openpyxl",
    "et_xmlfile": "et_xmlfile",
}


@dataclass(frozen=True)
class Part:
    """One thing shipped: id (its use is a word), name, version, licence, where its source lies, the licence's text."""

    group: str
    id: str
    name: str
    version: str
    licence: str
    source: str
    text: Path | None


def parts(runtime: Path, version: str, brand: Brand) -> list[Part]:
    """Everything in the finished site, planner first."""
    return [*_runtime(), *_wheels(runtime), *_site(), typeface(brand), *_own(version)]


def listing(found: list[Part], words: dict[str, Any]) -> str:
    """Every group under its heading; ids are English in every language."""
    return "\n\n".join(
        f"### {heading} {{ #licences-{group} }}\n\n{table(group, found, words)}"
        for group, heading in words["groups"].items()
    )


def table(group: str, found: list[Part], words: dict[str, Any]) -> str:
    """One group as a Markdown table; links lead to the source and to the text beside the page."""
    head = " | ".join(words[key] for key in ("part", "used", "licence", "source"))
    rows = [f"| {head} |", "| --- | --- | --- | --- |"]
    for part in (part for part in found if part.group == group):
        licence = f"[{part.licence}](licences/{part.id}.txt)" if part.text else part.licence
        place = "/".join(part.source.rstrip("/").split("/")[3:5])
        source = f"[{place}]({part.source})" if place else "–"
        rows.append(f"| {part.name} {part.version} | {words['parts'][part.id]} | {licence} | {source} |")
    return "\n".join(rows)


def _runtime() -> Iterator[Part]:
    package = json.loads((NODE / "pyodide" / "package.json").read_text("utf-8"))
    info = json.loads((NODE / "pyodide" / "pyodide-lock.json").read_text("utf-8"))["info"]
    emscripten = info["platform"].removeprefix("emscripten_").replace("_", ".")
    yield Part(
        "planner",
        "pyodide",
        "Pyodide",
        package["version"],
        package["license"],
        f"{GITHUB}/pyodide/pyodide/tree/{package['version']}",
        TEXTS / "pyodide.txt",
    )
    yield Part(
        "planner",
        "cpython",
        "CPython",
        info["python"],
        "PSF-2.0",
        f"{GITHUB}/python/cpython/tree/v{info['python']}",
        TEXTS / "cpython.txt",
    )
    yield Part(
        "planner",
        "emscripten",
        "Emscripten",
        emscripten,
        "MIT",
        f"{GITHUB}/emscripten-core/emscripten/tree/{emscripten}",
        TEXTS / "emscripten.txt",
    )
    yield Part(
        "planner",
        "libraries",
        "zlib, bzip2, XZ, Zstandard, SQLite, libffi, Expat, mpdecimal, HACL*",
        "",
        "zlib, BSD, MIT, 0BSD",
        f"{GITHUB}/pyodide/pyodide/tree/{package['version']}/packages",
        TEXTS / "libraries.txt",
    )


def _wheels(runtime: Path) -> Iterator[Part]:
    """What really lies in the zips."""
    modules = {name.split("/")[0] for path in runtime.glob("*.zip.txt") for name in zipfile.ZipFile(path).namelist()}
    for id_, module in PLANNER.items():
        if module in modules:
            yield _distribution("planner", id_)


def _site() -> Iterator[Part]:
    yield _distribution("site", "material", "mkdocs-material")
    yield Part(
        "site",
        "lunr",
        "Lunr, Lunr languages",
        "",
        "MIT, MPL-1.1",
        f"{GITHUB}/MihaiValentin/lunr-languages",
        TEXTS / "lunr.txt",
    )
    yield Part(
        "site",
        "icons",
        "Material Design Icons",
        "",
        "Apache-2.0",
        f"{GITHUB}/Templarian/MaterialDesign",
        TEXTS / "icons.txt",
    )


def typeface(brand: Brand) -> Part:
    """That of the brand, as far as it says what it is called; ours where it brings none."""
    if brand.typeface:
        named, file = brand.typeface_named, Path(brand.typeface["regular"]).stem
        name, licence = (plain(escape(named.get(key, other))) for key, other in (("name", file), ("licence", "–")))
        return Part("site", "font", name, "", licence, "", None)
    font = json.loads((FONT / "package.json").read_text("utf-8"))
    return Part(
        "site",
        "font",
        "Source Sans 3",
        font["version"],
        font["license"],
        f"{GITHUB}/adobe-fonts/source-sans",
        FONT / "LICENSE",
    )


def _own(version: str) -> Iterator[Part]:
    for id_, name, licence, file in (
        ("code", "Fairsteps", "MIT", "LICENSE"),
        ("content", "Fairsteps", "CC BY 4.0", "LICENSE-CONTENT"),
    ):
        yield Part("content", id_, name, version, licence, "", ROOT / file)


def _distribution(group: str, id_: str, name: str | None = None) -> Part:
    about = metadata.distribution(name or id_)
    text = next(
        (
            Path(str(about.locate_file(file)))
            for file in about.files or []
            if file.name.upper().startswith("LICEN") and ".dist-info" in str(file)
        ),
        None,
    )
    links = [link.split(", ", 1) for link in about.metadata.get_all("Project-URL") or []]
    source = next(
        (url for label, url in links if label.lower() in ("source", "repository", "source code", "github")),
        about.metadata.get("Home-page") or "",
    )
    classes = [one.split(" :: ")[-1] for one in about.metadata.get_all("Classifier") or [] if one.startswith("License")]
    licence = about.metadata.get("License-Expression") or about.metadata.get("License") or ", ".join(classes)
    return Part(
        group, id_, about.metadata["Name"], about.version, licence.splitlines()[0] if licence else "–", source, text
    )
