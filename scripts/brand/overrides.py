"""Takes the words of a language and those of a brand (words/<language>.yaml); gives ours with the brand's on top."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from scripts.brand.faults import Faults
from scripts.languages import LOCALES
from scripts.yamlfile import BuildError, load, without_html

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scripts.brand import Brand

PLACEHOLDER = re.compile(r"\{(\w+)\}")
SITE = "site"
"""The words of the pages; all others are those of the planner and its documents."""


def laid_over(
    words: dict[str, Any], brand: Brand, language: str, files: Iterable[str]
) -> tuple[dict[str, Any], Faults]:
    """The words with those of the brand, as far as they stand in these files, and what is wrong with them."""
    path, faults = brand.folder / "words" / f"{language}.yaml", Faults()
    try:
        own = brand.words(language)
    except BuildError as error:
        return words, Faults([str(error)])
    if not isinstance(own, dict):
        faults.line(path, 1, "this is not a list of keys", "Begin with the name of a file of words, such as site:")
        return words, faults
    within = {name: own[name] for name in (*files, "topics", "measures") if own.get(name) is not None and name in words}
    return _over(words, within, path, (), faults), faults


def unknown(brand: Brand, language: str, files: Iterable[str]) -> Faults:
    """Files of words that are none of ours."""
    faults, known = Faults(), (SITE, *files, "topics", "measures")
    own, path = brand.words(language), brand.folder / "words" / f"{language}.yaml"
    if not isinstance(own, dict):
        return faults
    for name in (name for name in known if name in own and own[name] is None):
        faults.key(
            path, (name,), f"nothing stands below `{name}:`", "Begin the lines that belong to it with two spaces"
        )
        return faults  # those lines would all be unknown
    for name in (name for name in own if name not in known):
        above = [each for each in (SITE, *files) if name in load(LOCALES / language / f"{each}.yaml")]
        if above:
            what, remedy = f"`{name}` belongs below `{above[0]}:`", f"Put a line {above[0]}: before it, and two spaces"
            faults.key(path, (str(name),), what, remedy)
        else:
            faults.unknown(path, (str(name),), known, f"there are no words called `{name}`")
    return faults


def _over(below: dict[str, Any], above: dict[str, Any], path: Path, keys: tuple[str, ...], faults: Faults) -> Any:
    result = dict(below)
    for key, value in above.items():
        here = (*keys, str(key))
        if key not in below:
            faults.unknown(path, here, map(str, below), f"there is no word `{'.'.join(here)}` any more, or never was")
        elif value is None:
            faults.key(path, here, f"nothing stands behind `{'.'.join(here)}`", "Say something, or take the line out")
        elif isinstance(below[key], dict) and isinstance(value, dict):
            result[key] = _over(below[key], value, path, here, faults)
        elif type(value) is not type(below[key]):
            what = f"`{'.'.join(here)}` has another form than ours"
            faults.key(path, here, what, "Write it as we do, perhaps in quotes")
        else:
            _texts(below[key], value, path, here, faults)
            result[key] = value
    return result


def _texts(old: Any, new: Any, path: Path, keys: tuple[str, ...], faults: Faults) -> None:
    """A text is plain, and has no other places to fill in than ours."""
    for text in new if isinstance(new, list) else [new]:
        if not isinstance(text, str):
            continue
        if not without_html(text):
            what = f"`{'.'.join(keys)}` holds HTML"
            faults.key(path, keys, what, "Write plain text; a sign such as < is fine, a tag is not")
        known = set(PLACEHOLDER.findall(str(old)))
        for name in sorted(set(PLACEHOLDER.findall(text)) - known):
            has = ", ".join(f"{{{each}}}" for each in sorted(known)) or "none"
            faults.key(path, keys, f"nothing is filled in for {{{name}}}", f"This text has room for {has}")
        if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
            what, remedy = f"`{'.'.join(keys)}` has a brace without its partner", "Write {name}, or ( and )"
            faults.key(path, keys, what, remedy)
