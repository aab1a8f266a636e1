"""Takes the guide, a brand and the order of mkdocs.yml; gives the pages of a copy in a language, and its navigation."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from scripts.folder import files
from scripts.languages import STAGING_LANGUAGE
from scripts.staging import ROOT, BuildError, fault
from scripts.staging.pages import after, title
from scripts.staging.shown import Shown
from scripts.yamlfile import load
from scripts.yamlfile import shown as place

if TYPE_CHECKING:
    from pathlib import Path

    from scripts.brand import Brand

DOCS = ROOT / "docs"
SECTION_OF_TOPICS = "topics"


def sources(language: str, brand: Brand) -> dict[str, Path]:
    """Every file of the copy in one language by its path; the set of ours must be that of English."""
    ours = {each: _files(DOCS / each) for each in (STAGING_LANGUAGE, language)}
    model = ours[STAGING_LANGUAGE]
    for path in model.keys() - ours[language].keys():
        raise BuildError(f"docs/{language}/{path}:1: this page is missing. Translate {place(model[path])}.")
    for path in ours[language].keys() - model.keys():
        raise BuildError(f"{place(ours[language][path])}:1: English has no such page. Add docs/en/{path} or remove it.")
    hidden = set(_pages(_base())) - set(_pages(_kept(brand)))
    found = {path: source for path, source in ours[language].items() if path not in hidden}
    return found | brand.docs(language)


def shown(found: dict[str, Path], brand: Brand) -> Shown:
    """What this copy shows, for pages that would lead elsewhere."""
    return Shown(frozenset((*brand.shown, *brand.topics)), frozenset(found))


def nav(found: dict[str, Path], brand: Brand, words: dict[str, str], language: str) -> list[Any]:
    """The navigation in words, with the pages a brand adds in their part, or in parts of their own."""
    ours = {*_pages(_base())} & {*_pages(_kept(brand))}
    own = {path: source for path, source in found.items() if path.endswith(".md") and path not in ours}

    def word(key: str) -> str:
        if key not in words:
            path = ROOT / "planner" / "locales" / language / "site.yaml"
            raise fault(path, f"`nav.{key}` is missing", "Add the word", "nav")
        return html.escape(words[key])

    def turned(item: dict[str, Any]) -> dict[str, Any]:
        ((key, value),) = item.items()
        if isinstance(value, str):
            if value not in found:
                raise fault(ROOT / "mkdocs.yml", f"there is no page {value}", f"Write docs/en/{value}", "nav")
            return {_title(own.pop(value)) if value in own else word(key): value}
        ours = {path: name for each in value for name, path in turned(each).items()}
        added = {path: own.pop(path) for path in sorted(own) if path.startswith(f"{_folder(value)}/")}
        titles = ours | {path: _title(source) for path, source in added.items()}
        return {word(key): [{titles[path]: path} for path in placed([*ours], added)]}

    made = [turned(item) for item in _kept(brand)]
    folders = dict.fromkeys(path.partition("/")[0] for path in sorted(own))
    parts = [_part(folder, {path: own[path] for path in own if path.startswith(f"{folder}/")}) for folder in folders]
    return [*made[:-1], *parts, made[-1]]


def placed(pages: list[str], own: dict[str, Path]) -> list[str]:
    """The pages of a part, each of the brand's behind the one it names (`after: privacy`), else at the end."""
    behind = {path: f"{path.rpartition('/')[0]}/{name}.md" for path, source in own.items() if (name := after(source))}
    order = [*pages, *(path for path in own if path not in behind)]
    while ready := [path for path in behind if path not in order and behind[path] in order]:
        order.insert(order.index(behind[ready[-1]]) + 1, ready[-1])
    return [*order, *(path for path in behind if path not in order)]


def _part(folder: str, pages: dict[str, Path]) -> dict[str, Any]:
    """A part of the brand's own, called as its index is."""
    index = f"{folder}/index.md"
    if index not in pages:
        first = next(iter(pages.values()))
        raise fault(first, "this page is in no part of the guide", "Move it, or add an index.md beside it")
    order = placed([index], {path: source for path, source in pages.items() if path != index})
    return {_title(pages[index]): [{_title(pages[path]): path} for path in order]}


def _kept(brand: Brand) -> list[dict[str, Any]]:
    """The parts the copy shows, in its order, without the pages it leaves out; of the topics those it shows."""
    items = {key: value for item in _base() for key, value in item.items()}
    kept, left_out = [], {f"{page}.md" for page in brand.pages.get("without", ())}
    for key in brand.shown:
        value = items[key]
        if key == SECTION_OF_TOPICS:
            pages = {id: page for one in value for id, page in one.items()}
            first, brought = next(iter(pages)), brand.docs(brand.main)
            pages |= {id: page for id in brand.topics if (page := f"{key}/{id}.md") in brought}
            value = [{id: pages[id]} for id in (first, *brand.topics) if id in pages]
        if not isinstance(value, str):
            value = [item for item in value if not {*item.values()} & left_out]
        if value:
            kept.append({key: value})
    return kept


def _base() -> list[dict[str, Any]]:
    base: list[dict[str, Any]] = load(ROOT / "mkdocs.yml")["nav"]
    return base


def _pages(items: list[dict[str, Any]]) -> list[str]:
    values = [value for item in items for value in item.values()]
    return [page for value in values for page in ([value] if isinstance(value, str) else _pages(value))]


def _folder(items: list[dict[str, str]]) -> str:
    return next(iter(items[0].values())).partition("/")[0]


def _files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in files(folder)}


def _title(path: Path) -> str:
    return html.escape(title(path))
