"""Takes the glossary and a language's definitions; gives the terms as a list, the languages side by side."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from scripts.languages import LOCALES, alphabetical
from scripts.staging import fault
from scripts.yamlfile import load

TERMS = LOCALES / "glossary.yaml"


def definitions(language: str) -> dict[str, str]:
    """What the terms mean in one language, by id; every language explains the same ones."""
    path = LOCALES / language / "definitions.yaml"
    found: dict[str, str] = load(path)
    found.pop("follows", None)
    for id in found.keys() - load(TERMS).keys():
        raise fault(path, f"the glossary has no term `{id}`", "Add it to planner/locales/glossary.yaml", id)
    return found


def listing(language: str, words: dict[str, dict[str, Any]], home: str) -> str:
    """Every explained term as HTML, in the order of the language's alphabet; it leads on where the guide tells more."""
    terms, meanings = load(TERMS), definitions(language)
    entries = []
    for id in sorted(meanings, key=lambda term: alphabetical(terms[term][language], language)):
        others = "".join(
            f'<li lang="{other}"><span class="fs-note" lang="{language}">{escape(words[language]["languages"][other])}'
            f"</span> {escape(terms[id][other])}</li>"
            for other in words
            if other != language
        )
        # Headings, for the search leads to headings: who looks for a term comes to it, and not to the whole list.
        entries.append(
            f'<div><h2 id="{id}">{_term(terms[id], language, home)}</h2><p>{escape(meanings[id])}</p>'
            f"<ul>{others}</ul></div>"
        )
    return '<div class="fs-glossary">\n' + "\n".join(entries) + "\n</div>"


def _term(term: dict[str, str], language: str, home: str) -> str:
    name = escape(term[language])
    if "page" not in term:
        return name
    page, mark, heading = term["page"].partition("#")
    folder = page.removesuffix("index").rstrip("/")
    return f'<a href="{home}{folder}/{mark}{heading}">{name}</a>'


def explained(language: str, form: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The terms that questions of the planner name (`term` in form.yaml), with their meaning."""
    terms, meanings = load(TERMS), definitions(language)
    found = {}
    for id in sorted(set(_named(form))):
        if id not in meanings:
            path = LOCALES / language / "definitions.yaml"
            raise fault(path, f"a question of the planner asks for `{id}`", "Explain it here, or drop it in form.yaml")
        found[id] = {"term": terms[id][language], "meaning": meanings[id]}
    return found


def _named(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _named(one)
    elif isinstance(part, dict):
        if "term" in part:
            yield part["term"]
        for one in part.values():
            yield from _named(one)
