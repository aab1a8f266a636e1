"""Takes the planner's door, bundles and plans; gives every answer, by name. The same in CPython and in Pyodide."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

Door = Callable[[str, str], "str | bytes"]
DAY = "2026-11-22"
SECOND = {"en": "da", "da": "en", "nl": "en", "sv": "en"}
"""The other language of a plan in two languages."""


def play(
    handle: Door, bundles: Mapping[str, str], plans: Mapping[str, str], formats: tuple[str, ...]
) -> Iterator[tuple[str, str | bytes]]:
    """Every plan in every language and format, alone and in two languages, and the calls that must fail well."""
    for language, bundle in bundles.items():
        yield f"{language}/open", handle("open", json.dumps({"bundle": bundle}))
        for name, text in plans.items():
            here = f"{language}/{name}"
            yield f"{here}/read", handle("read", json.dumps({"text": text}))
            try:
                plan = json.loads(text)
            except ValueError:
                continue
            yield f"{here}/advise", handle("advise", json.dumps({"plan": plan, "day": DAY}))
            for extension in formats:
                call = {"plan": plan, "format": extension, "day": DAY}
                yield f"{here}/plan.{extension}", handle("export", json.dumps(call))
            for extension in formats:
                call = {"plan": plan, "format": extension, "day": DAY, "audience": "supplier"}
                other = SECOND.get(language, "en")
                yield f"{here}/two.{extension}", handle("export", json.dumps(call | {"second": bundles[other]}))
        yield f"{language}/unknown-call", handle("nothing", "{}")
        yield f"{language}/bad-day", handle("advise", json.dumps({"plan": {}, "day": "tomorrow"}))
        yield f"{language}/unknown-format", handle("export", json.dumps({"plan": {}, "format": "odt", "day": DAY}))


def odd(text: str) -> dict[str, str]:
    """Plans nobody wishes for: empty, half, foreign, broken, hostile, older and newer than we know."""
    plan = json.loads(text)
    hostile = '<img src=x onerror=alert(1)>=HYPERLINK("x")\u202e\u0007\ud83d 🧵'
    return {
        "empty": "{}",
        "half": json.dumps({"schema": 1, "findings": [{}], "actions": [{}], "supplier": None}),
        "foreign": json.dumps({"openapi": "3.1.0", "paths": []}),
        "broken": text[: len(text) // 2],
        "newer": json.dumps(plan | {"schema": 99}),
        "list": "[]",
        "hostile": json.dumps(plan | {"title": hostile * 50}),
    }
