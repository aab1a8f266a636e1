"""Takes the words of one language; gives its sentences, terms and dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Words:
    """The words of one language, by key: `words("remarks.no-deadline", action="A2")`."""

    def __init__(self, bundle: Mapping[str, Any]) -> None:
        self.language: str = bundle["language"]
        about = bundle["about"]
        self.name: str = about["name"]
        self.region: str = about["region"]
        self.unread: bool = not (about["original"] or about["read"])
        """Whether these words are a translation that no native specialist has read."""
        self._regions: Mapping[str, str] = bundle["regions"]
        self._words: Mapping[str, Any] = bundle["words"]
        self._calendar: Mapping[str, Any] = bundle["calendar"]
        self._found: dict[str, Any] = {}
        self._terms: dict[tuple[str, str], str] = {}

    def __call__(self, key: str, /, **values: object) -> str:
        """Give the text of a key; raise KeyError if there is none, or if a placeholder has no value.

        A text with the forms `one` and `other` is chosen by the value `count`.
        """
        found = self._find(key)
        if isinstance(found, dict) and "other" in found:
            found = found["one" if values["count"] == 1 else "other"]
        if not isinstance(found, str):
            raise KeyError(key)
        return PLACEHOLDER.sub(lambda match: str(values[match[1]]), found) if "{" in found else found

    def has(self, key: str) -> bool:
        """Tell whether there is a text under a key."""
        return isinstance(self._find(key), str)

    def list(self, key: str) -> tuple[str, ...]:
        """Give the texts of a key that holds several; none if there is no such key."""
        found = self._find(key)
        return tuple(found) if isinstance(found, list) else ()

    def term(self, vocabulary: str, id: str | None) -> str:
        """Give the word for an id; an id these words do not know is text already and stays as it is."""
        if id is None:
            return ""
        said = self._terms.get((vocabulary, id))
        if said is None:
            said = self._terms[vocabulary, id] = self._term(vocabulary, id)
        return said

    def _term(self, vocabulary: str, id: str) -> str:
        if vocabulary == "countries":
            return str(self._calendar["countries"].get(id, id))
        where = "support" if vocabulary in ("benefits", "incentives", "obstacles", "supports") else "terms"
        found = (self._find(f"{where}.{vocabulary}") or {}).get(id, id)
        return str(found["title"] if isinstance(found, dict) else found)

    def region_of(self, language: str) -> str:
        """Give a language with the region its spelling follows, `da` → `da-DK`; one without words stays as it is."""
        return self._regions.get(language, language)

    def date(self, iso: str | None) -> str:
        """Write out a date, `2026-11-22` → `22 November 2026`; what is not a date stays as it is."""
        match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", iso or "")
        if not match or not 1 <= int(match[2]) <= 12:
            return iso or ""
        month = self._calendar["months"][int(match[2]) - 1]
        return str(self._calendar["date"]).format(d=int(match[3]), m=int(match[2]), month=month, y=match[1])

    def number(self, value: float) -> str:
        """Write a number with the language's decimal sign, `1.5` → `1,5`."""
        try:
            return format(value, ".15g").replace(".", self._calendar["decimal"])
        except OverflowError:  # a whole number of more than 308 digits
            return str(value)

    def _find(self, key: str) -> Any:
        """Look a key up, once: a page asks for the same words hundreds of times."""
        try:
            return self._found[key]
        except KeyError:
            found = self._found[key] = self._look_up(key)
            return found

    def _look_up(self, key: str) -> Any:
        found: Any = self._words
        for part in key.split("."):
            if not isinstance(found, dict) or part not in found:
                return None
            found = found[part]
        return found
