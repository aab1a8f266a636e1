"""Takes nothing; gives every key of brand.yaml: what it takes, what holds without it, what the starter says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from planner.vocabularies import VOCABULARIES
from scripts.brand import values
from scripts.brand.colours import GROUNDS
from scripts.brand.faults import listed
from scripts.brand.leaving import without
from scripts.brand.values import Said, Wrong
from scripts.folder import files
from scripts.languages import languages, site_languages
from scripts.yamlfile import DATA, ROOT, load

FACES = ("regular", "italic", "bold")
NAMED = ("name", "licence")
"""What is said of a typeface."""
COLOURS = {"accent": "#1f4e79", "accent_dark": "#9cc4ee", "ink": "#1b1f24"}
"""Those of a copy that names none."""


class Copy(NamedTuple):
    """What the values of a brand are read for: its languages and its folder."""

    languages: tuple[str, ...]
    folder: Path
    finished: bool = False
    """The site is made already, in all languages there are."""
    sure: bool = True
    """Whether it is known which languages are meant."""


@dataclass(frozen=True)
class Key:
    """One key: what it makes of a value, what holds without it, a line about it, an example."""

    reads: Callable[[Any, Copy], Any]
    default: Any
    about: str
    example: str


def said(reads: Callable[[Any], Any], value: Any, copy: Copy) -> dict[str, Any]:
    """One value for all languages, or one for each."""
    languages = copy.languages
    if not isinstance(value, dict):
        return dict.fromkeys(languages, reads(value))
    lacking = [language for language in languages if language not in value]
    if lacking and copy.sure:
        ways = f"Add {', '.join(f'{each}: …' for each in lacking)} to it", "give one text for all"
        last = "; a copy from the zip has all languages" if copy.finished else ", or name fewer in `languages`"
        raise Wrong(f"is missing in {listed(lacking)}", (" or " if copy.finished else ", ").join(ways) + last)
    for language in value:
        if language not in languages and copy.sure:
            raise Wrong(f"has `{language}`, which `languages` does not offer", "Take it out or offer it", language)
    return {language: _within(reads, each, language) for language, each in value.items()}


def in_documents(reads: Callable[[Any], Any], value: Any, copy: Copy) -> dict[str, Any]:
    """One value for documents in whatever language, or one for each of the copy and perhaps others of documents."""
    every = tuple(languages())
    if not isinstance(value, dict):
        return dict.fromkeys(every, reads(value))
    offered = copy._replace(languages=tuple(each for each in every if each in {*copy.languages, *value}))
    for language in value:
        if language not in every:
            raise Wrong(f"has `{language}`, which no document is in", f"Known are {', '.join(every)}", language)
    return said(reads, value, offered)


def some(known: Callable[[Copy], Iterable[str]], value: Any, copy: Copy) -> tuple[str, ...]:
    """One or more of what is known, in the order wished for."""
    names = tuple(known(copy))
    found = value if isinstance(value, list) else [value]
    for place, one in enumerate(found):
        if one not in names:
            remedy = f"Write a list such as [{', '.join(names[:2])}]; known are {', '.join(names)}"
            raise Wrong(f"has `{one}`, which is none of them", remedy, place)
    if not found or len(set(found)) < len(found):
        raise Wrong("is empty, or names one twice", "Name each once, or take the key out to have all")
    return tuple(found)


def parts(reads: dict[str, Callable[[Any, Copy], Any]], value: Any, copy: Copy) -> Any:
    """A key with keys of its own."""
    if not isinstance(value, dict):
        raise Wrong("has no keys of its own", f"Write {', '.join(reads)} below it, each on its line")
    for name in value.keys() - reads.keys():
        raise Wrong(f"has no key `{name}`", f"Its keys are {', '.join(reads)}", name)
    return {name: _within(lambda one, read=reads[name]: read(one, copy), each, name) for name, each in value.items()}


def sections(_: Copy) -> list[str]:
    """Parts of the guide a copy may leave out or put into another order."""
    return [key for item in load(ROOT / "mkdocs.yml")["nav"] for key in item if key not in ("home", "about")]


def topics(copy: Copy) -> list[str]:
    """The topics of the library in its order, then the copy's own."""
    return [*_library(), *(path.stem for path in files(copy.folder, "topics/*.yaml"))]


@cache
def _library() -> list[str]:
    places = {path.stem: load(path)["place"] for path in (DATA / "topics").glob("*.yaml")}
    return sorted(places, key=lambda topic: int(places[topic]))


def kinds(_: Copy) -> tuple[str, ...]:
    """The kinds of plan, the usual one first."""
    return VOCABULARIES["kinds"]


def spoken(_: Copy) -> list[str]:
    """The languages of the guide, the staging language first."""
    return site_languages()


def _within(reads: Callable[[Any], Any], value: Any, key: str) -> Any:
    try:
        return reads(value)
    except Wrong as wrong:
        raise Wrong(f"({key}) {wrong.what}", wrong.remedy, key, *wrong.keys) from None


def _plain(reads: Callable[[Any], Any]) -> Callable[[Any, Copy], Any]:
    return lambda value, _: reads(value)


_DOCUMENTS = {
    "footer": partial(in_documents, values.lines),
    "clauses": partial(in_documents, values.lines),
    "file": _plain(values.slug),
}
KEYS: dict[str, Key] = {
    "languages": Key(
        partial(some, spoken), None,
        "Languages this copy offers; the first is the one for readers who speak none of them.", "[da, en]",
    ),
    "name": Key(
        partial(said, values.name), None,
        "What readers see in the header and on documents: one text, or one per language.",
        "{en: Fair Buying Guide, da: Guide til fair indkøb}",
    ),
    "short_name": Key(
        partial(said, values.name), None,
        "Under the icon of the installed app, where there is little room.", "Fair Buying",
    ),
    "organisation": Key(
        partial(said, values.name), None, "Who publishes this copy; stands at the foot of every page and in documents.",
        "Example Trade Association",
    ),
    "address": Key(
        _plain(values.home), None,
        "Address the copy is published at, with any folder. Without it search engines get no canonical links.",
        "https://example.org/guide/",
    ),
    "contact": Key(
        partial(said, values.contact), None,
        "Where readers reach you: an e-mail address, a page, or words.", "guide@example.org",
    ),
    "feedback": Key(
        partial(said, values.address), None,
        "A survey or form, linked at the end of every page.", "https://example.org/survey",
    ),
    "imprint": Key(
        partial(said, values.text), None,
        "Who answers for this copy, as your law asks: name, address, register. On the page About.",
        '"Example Trade Association, 1 Example Street, Exampletown"',
    ),
    "privacy": Key(
        partial(said, values.text), None, "What your host records of visits, and whom to ask. On the page Privacy.",
        '"Our host keeps addresses for seven days. Ask privacy@example.org."',
    ),
    "notice": Key(
        partial(said, values.text), None,
        "A line above every page, such as the date of your next course.", '"Next course: 3 March"',
    ),
    "colours": Key(
        partial(parts, {each: _plain(values.colour) for each in GROUNDS}), COLOURS,
        "accent: links and buttons on white; accent_dark: the same on the dark ground; ink: text.",
        '{accent: "#1f4e79", accent_dark: "#9cc4ee", ink: "#1b1f24"}',
    ),
    "typeface": Key(
        partial(parts, {each: _plain(values.path) for each in FACES} | {each: _plain(values.name) for each in NAMED}),
        {},
        "Typeface files (.woff2) in this folder; bold and italic if regular does not hold them. Mind their licence: "
        "with the name it stands on the page Licences.",
        "{regular: fonts/example.woff2, name: Example Sans, licence: OFL-1.1}",
    ),
    "routes": Key(
        partial(some, sections), None,
        "Parts of the guide to show, in this order; the start page and About are always there, and so is the planner.",
        "[public-buyer, methods, topics, law, planner, tools]",
    ),
    "topics": Key(
        partial(some, topics), None,
        "Topics to show and offer in the planner, in this order.", "[wages, working-hours]",
    ),
    "kinds": Key(
        partial(some, kinds), None, "Kinds of plan to offer, the usual one first.",
        "[contract-performance, supplier-improvement]",
    ),
    "pages": Key(
        partial(parts, {"without": _plain(without)}), {},
        "without: pages to leave out, with every way to them. These four are for those who host a copy.",
        "{without: [about/own-copy, about/hosting, about/million, about/new]}",
    ),
    "documents": Key(
        partial(parts, _DOCUMENTS), {},
        "footer: lines at the foot of documents; clauses: terms of your own in every plan; file: how file names begin. "
        "Documents come in more languages than this site: what is said in some is left out of the others.",
        '{footer: Example Association, clauses: {en: ["The parties follow our code."], da: ["Parterne følger vores '
        'kodeks."]}, file: example}',
    ),
}  # fmt: skip

TAKES_THE_SOURCE = ("languages", "typeface", "routes", "topics", "kinds", "pages")
"""What cannot be put into a finished site."""

__all__ = ["FACES", "KEYS", "NAMED", "TAKES_THE_SOURCE", "Copy", "Key", "Said", "Wrong", "kinds", "sections", "topics"]
