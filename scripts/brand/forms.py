"""Takes a file in which a brand adds measures or a topic; gives what in it has another form than the build needs.

What the values mean, whether a source is known or a level exists, is looked at afterwards (`scripts/check_facts.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any

from scripts.brand import values
from scripts.brand.values import Wrong
from scripts.check_facts import ID

Form = Callable[[Any], Iterator[Wrong]]
"""Looks at a value; what is wrong reads on after the name of its key: "is not a text"."""


def each(form: Form) -> Form:
    """A list of what has a form."""

    def look(value: Any) -> Iterator[Wrong]:
        if not isinstance(value, list):
            yield Wrong("is not a list", "Write it as [one, another], or each on a line that begins with -")
            return
        for place, one in enumerate(value):
            yield from _within(form(one), place)

    return look


def by_name(form: Form) -> Form:
    """Names of one's own, each with what has a form."""

    def look(value: Any) -> Iterator[Wrong]:
        if not isinstance(value, dict):
            yield Wrong("has no keys of its own", "Write them below it, each on its line behind two more spaces")
            return
        for name, one in value.items():
            yield from _within(form(one), name) if isinstance(name, str) else _no_name(name)

    return look


def keyed(needed: dict[str, Form], allowed: dict[str, Form] | None = None) -> Form:
    """Known keys, some of which must be there."""
    known = needed | (allowed or {})

    def look(value: Any) -> Iterator[Wrong]:
        if not isinstance(value, dict):
            yield Wrong("has no keys of its own", f"Write {', '.join(known)} below it, each on its line")
            return
        for name in (name for name in needed if name not in value):
            yield Wrong(f"has no `{name}`", f"Add {name}: on a line of its own")
        for name in value:
            if name in known:
                yield from _within(known[name](value[name]), name)
            else:
                near = get_close_matches(str(name), known, n=1)
                remedy = f"Did you mean `{near[0]}`?" if near else f"Known are {', '.join(known)}"
                yield Wrong("is not a key that is known here", remedy, str(name))

    return look


def told(wrong: Wrong) -> str:
    """What is wrong as a sentence that names the key."""
    if not wrong.keys:
        return f"this file {wrong.what}"
    *_, name = (key for key in wrong.keys if isinstance(key, str))
    return f"`{name}` {wrong.what}" if name == wrong.keys[-1] else f"an entry of `{name}` {wrong.what}"


def _within(found: Iterator[Wrong], key: str | int) -> Iterator[Wrong]:
    return (Wrong(wrong.what, wrong.remedy, key, *wrong.keys) for wrong in found)


def _read(reads: Callable[[Any], object]) -> Form:
    """What a value of brand.yaml would have to be as well."""

    def look(value: Any) -> Iterator[Wrong]:
        try:
            reads(value)
        except Wrong as wrong:
            yield wrong

    return look


def _no_name(name: Any) -> Iterator[Wrong]:
    yield Wrong(f"has a key that is no text: {name}", f'Write it in quotes, as "{name}"')


def _id(value: Any) -> Iterator[Wrong]:
    if not isinstance(value, str) or not ID.fullmatch(value):
        yield Wrong("is no id", "Write small letters, digits and hyphens, such as our-measure")


def _number(lowest: float, highest: float) -> Form:
    def look(value: Any) -> Iterator[Wrong]:
        if isinstance(value, bool) or not isinstance(value, int | float) or not lowest <= value <= highest:
            yield Wrong(f"is not a number from {lowest:,.0f} to {highest:,.0f}", "Write it in digits, without a unit")

    return look


def _yes_or_no(value: Any) -> Iterator[Wrong]:
    if not isinstance(value, bool):
        yield Wrong("is neither true nor false", "Write true or false")


def _day(value: Any) -> Iterator[Wrong]:
    if type(value) is not date:  # a date with a time is one too
        yield Wrong("is not written as a day", "Write year, month and day, such as 2026-11-29")


MOST = 1_000_000_000
"""More than any indicator counts."""
text, address = _read(values.text), _read(values.address)
texts = each(text)
SOURCES = by_name(keyed({"reference": text, "title": text, "url": address, "checked": _day}))
MEASURE_WORDS = {
    "title": text, "how": text, "check": text, "evidence": texts, "milestones": by_name(text),
    "indicator": text, "safeguard": text,
}  # fmt: skip
MEASURE = keyed(
    {"id": _id},
    {
        "side": text,
        "nature": text,
        "area": text,
        "when": by_name(texts),
        "within": by_name(text),
        "milestones": each(keyed({"id": _id, "at": _number(0, 100)})),
        "indicator": keyed({"unit": text}, {"target": _number(0, MOST)}),
        "verification": texts,
        "root_causes": texts,
        "safeguard": _yes_or_no,
        "sources": texts,
        "words": by_name(keyed({}, MEASURE_WORDS)),
    },
)
TOPIC_WORDS = {
    "name": text, "about": text, "signs": by_name(text), "first": texts, "avoid": texts, "whys": text,
}  # fmt: skip
SIGN = keyed({"id": _id, "state": text, "seen": texts}, {"urgent": _yes_or_no})
MEASURES = keyed({}, {"measures": each(MEASURE), "sources": SOURCES})
"""A file in `measures/`."""
TOPIC = keyed(
    {},
    {
        "references": texts,
        "root_causes": texts,
        "signs": each(SIGN),
        "sources": SOURCES,
        "words": by_name(keyed({}, TOPIC_WORDS)),
    },
)
"""A file in `topics/`."""
