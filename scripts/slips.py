"""Takes the text of a YAML file that cannot be read, and the line a reader gave up at; gives the slip of the pen.

Readers of YAML differ in where they give up and what they call it: long after the slip, in words of their own. So the
lines up to there are looked at as a person would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

QUOTED = re.compile(r"""(?<=[:,\[{\-]\s)\s*("(?:\\.|[^"\\])*"|'(?:''|[^'])*')|(?<=[\[{])("[^"]*"|'[^']*')""")
COMMENT = re.compile(r"(^|\s)#(?![0-9a-f]{6}\b).*", re.IGNORECASE)
KEY = re.compile(r"((?:- +)*)([\w.-]+):(?=\s|$)")
CLOSES = {"[": "]", "{": "}"}
FLOWING = re.compile(r":\s+[|>][-+0-9]*$")


class Slip(NamedTuple):
    """A line, what is wrong there, and what to do."""

    line: int
    what: str
    remedy: str


class Line(NamedTuple):
    """A line that says something: its number, its text, and that without quoted texts and remarks."""

    number: int
    text: str
    bare: str
    within: bool
    """Inside brackets that an earlier line opened."""

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))


EACH = (
    (re.compile(r"\t"), "there is a tab", "Use spaces"),
    (re.compile(r":\s+(#[0-9a-f]{3,8})\b", re.IGNORECASE), "the colour {0} is not in quotes", 'Write it as "{0}"'),
    (re.compile(r"^\s*(?:- +)?([\w-]+):(?![\s/]|$)"), "a space is missing after `{0}:`", "Write `{0}: …`"),
    (re.compile(r'[:,\[{-]\s+(["\'])(?!\1)[^"\']*$'), "the quote {0} that begins here is never closed", "Close it"),
    (re.compile(r'^\s*(?:- +)?([\w-]+):\s+""\s*[^\s,}\]]'), "`{0}` goes on after its closing quote",
     "Put the whole text in one pair of quotes, and write ' for a quote inside it"),
    (re.compile(r"(?:^\s*(?:- +)?|[{,]\s*)([\w-]+):\s+[^\s\"'\[{,|>][^,{}\[\]]*:(?:\s|$)"),
     "the text of `{0}` has a colon in it", "Put the text in quotes"),
    (re.compile(r"^\s*(?:- +)?([\w-]+):\s+([@`%&*!])"), "the text of `{0}` begins with {1}", "Put the text in quotes"),
)  # fmt: skip
"""What a line without its quoted texts looks like, what that is called, what to do."""


def slip(text: str, until: int) -> Slip | None:
    """The last slip up to a line: what comes before it could be read."""
    lines = list(_lines(text))
    found = [one for one in (*_each(lines), *_indents(lines), *_open(lines)) if one.line <= until]
    return max(found, key=lambda one: one.line) if found else None


def _lines(text: str) -> Iterator[Line]:
    """The lines that say something, but for those of a text that flows over several after | or >."""
    depth, flowing = 0, -1
    for number, line in enumerate(text.splitlines(), 1):
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or line.lstrip().startswith("#") or line in ("---", "..."):
            continue
        if flowing >= 0 and indent > flowing:
            continue
        bare = COMMENT.sub("", QUOTED.sub('""', line)).rstrip(" ")
        flowing = indent if FLOWING.search(bare) else -1
        yield Line(number, line, bare, depth > 0)
        depth = max(0, depth + len(re.findall(r"[\[{]", bare)) - len(re.findall(r"[\]}]", bare)))


def _each(lines: list[Line]) -> Iterator[Slip]:
    for line in lines:
        for looks, what, remedy in EACH:
            if seen := looks.search(line.bare):
                yield Slip(line.number, what.format(*seen.groups()), remedy.format(*seen.groups()))
                break


def _indents(lines: list[Line]) -> Iterator[Slip]:
    """Lines that stand further in or out than those they belong to."""
    levels: list[int] = []
    opened = True
    for line in lines:
        if line.within:
            continue
        key, indent = KEY.match(line.bare.lstrip()), line.indent
        item = line.bare.lstrip().startswith("- ")
        left = levels[-1:]
        while len(levels) > 1 and indent < levels[-1]:
            left = [levels.pop()]
        if opened and (not levels or indent > levels[-1]):
            levels.append(indent)
        elif key and indent > levels[-1]:
            yield Slip(
                line.number, "the spaces before this line do not fit the lines above", _spaces(levels[-1], *left)
            )
        elif indent < levels[0]:
            yield Slip(line.number, "this line begins with fewer spaces than the first", _spaces(levels[0]))
        elif not key and not item and indent <= levels[-1]:
            yield Slip(line.number, "this line is no key with a text", "Write key: text, with a space after the colon")
        if key and key[1]:
            levels.append(indent + len(key[1]))
        opened = line.bare.endswith(":")


def _spaces(*numbers: int) -> str:
    return f"Begin it with {' or '.join(str(each or 'no') for each in sorted(set(numbers)))} spaces"


def _open(lines: list[Line]) -> Iterator[Slip]:
    """A bracket nobody closes, or closes with another."""
    stack: list[tuple[str, int]] = []
    for line in lines:
        for sign in re.findall(r"[\[\]{}]", line.bare):
            if sign in "[{":
                stack.append((sign, line.number))
            elif stack and CLOSES[stack[-1][0]] == sign:
                stack.pop()
            else:
                yield Slip(line.number, f"there is a {sign} too many here", "Take it out, or open it before")
    for sign, number in stack[:1]:
        yield Slip(number, f"the {sign} that begins here is never closed", f"Close it with {CLOSES[sign]}")
