"""Takes the parts of the advice; gives what has changed since the advice before, as the page puts it together again.

A piece is so small that reading one never holds up the page: `overrides/assets/planner/pieces.js` has the other side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.reply.lines import Part, written

MOST = 60_000
"""Characters of a piece, unless a single row has more."""


class Sent:
    """What the page holds of the last advice."""

    def __init__(self) -> None:
        self._parts: dict[str, Part] = {}

    def pieces(self, parts: Mapping[str, Part]) -> Iterator[str]:
        """Give what has changed, a piece on a line; from then on the page holds these parts."""
        for name, part in parts.items():
            before = self._parts.get(name)
            changed = list(_changed(before, part))
            gone = _gone(before, part)
            if before is None or changed or gone or len(before) != len(part):
                about = f'{{"part": {written(name)}, "kind": "{_kind(part)}", "size": {len(part)}'
                yield from _cut(about, changed, gone)
        self._parts = dict(parts)  # last: until all is written nothing has been sent


def _kind(part: Part) -> str:
    return "value" if isinstance(part, str) else "list" if isinstance(part, list) else "mapping"


def _changed(before: Part | None, part: Part) -> Iterator[tuple[str, str]]:
    """Give each row that is not as before, by its place or its key."""
    if isinstance(part, str):
        if part != before:
            yield '""', part
    elif isinstance(part, list):
        rows = before if isinstance(before, list) else []
        for place, row in enumerate(part):
            if place >= len(rows) or rows[place] != row:
                yield str(place), row
    else:
        known = before if isinstance(before, dict) else {}
        for key, row in part.items():
            if known.get(key) != row:
                yield key, row


def _gone(before: Part | None, part: Part) -> list[str]:
    if isinstance(before, dict) and isinstance(part, dict):
        return [key for key in before if key not in part]
    return []


def _cut(about: str, changed: list[tuple[str, str]], gone: list[str]) -> Iterator[str]:
    entries: list[str] = []
    size = 0
    for key, row in changed:
        entry = f"[{key}, {row}]"
        if entries and size + len(entry) > MOST:
            yield _piece(about, entries, [])
            entries, size = [], 0
        entries.append(entry)
        size += len(entry)
    yield _piece(about, entries, gone)


def _piece(about: str, entries: list[str], gone: list[str]) -> str:
    return f'{about}, "gone": [{", ".join(gone)}], "entries": [{", ".join(entries)}]}}'
