"""The page's modules keep to the rules a browser cannot check: text stays text, and page and worker keep apart."""

from __future__ import annotations

import re

from scripts.yamlfile import ROOT

MODULES = {path.name: path.read_text("utf-8") for path in (ROOT / "overrides" / "assets" / "planner").glob("*.js")}
GUIDE = {path.name: path.read_text("utf-8") for path in (ROOT / "overrides" / "assets" / "fs").glob("*.js")}
IMPORT = re.compile(r'from "\./([\w-]+\.js)"')


def imports(name: str, seen: frozenset[str] = frozenset()) -> set[str]:
    """Every module a module brings along."""
    own = set(IMPORT.findall(MODULES[name])) - seen
    return own | {far for near in own for far in imports(near, seen | own)}


def test_text_never_becomes_markup_or_code() -> None:
    """What people type reaches the page as text. The preview is written, in a frame that runs nothing; the templates of
    the form are the build's; of what search finds only the words and a few elements are copied."""
    ways = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|\.write(?:ln)?\(|createContextualFragment"
        r"|\beval\(|new Function|setHTML|parseFromString"
    )

    written = {name for name, text in (MODULES | GUIDE).items() if ways.search(text)}
    assert written == {"preview.js", "templates.js", "found.js"}


def test_there_is_no_python_in_the_scripts() -> None:
    """One import of the bridge, one of Python's own for the path of modules, no Python in a string."""
    imported = [name for text in MODULES.values() for name in re.findall(r"pyimport\((.*?)\)", text)]

    assert sorted(imported) == ['"planner.bridge"', '"sys"']
    assert not any("runPython" in text for text in MODULES.values())


def test_page_and_worker_share_what_crosses_alone() -> None:
    """The worker has no page, the page no Python."""
    beyond = imports("worker.js")

    assert beyond & imports("page.js") == {"protocol.js"}
    assert "worker.js" not in imports("page.js")
    for name in ("worker.js", *beyond):
        assert not re.search(r"\b(document|window|localStorage)\b\.", MODULES[name]), name


def test_every_module_is_typed_and_short() -> None:
    """One station on the road each."""
    for name, text in (MODULES | GUIDE).items():
        assert text.startswith("// @ts-check\n/**"), name
        assert text.count("\n") < 200, name
