"""Takes the planner's door, bundles, plans and stories; gives every answer, by name. Runs in CPython and in Pyodide."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Door = Callable[..., "str | bytes"]
Answer = tuple[str, "str | bytes"]
DAY = "2026-11-22"
LEAST: dict[str, Any] = {"schema": 1, "kind": "supplier-improvement"}


def play(handle: Door, given: Mapping[str, Any]) -> Iterator[Answer]:
    """Every plan in every language and format, alone and in two languages; every story; calls that must fail well."""

    def ask(name: str, call: str, **body: Any) -> Answer:
        return f"{language}/{name}", handle(call, json.dumps(body))

    for language, bundle in given["bundles"].items():
        second = given["seconds"].get(language, bundle)
        yield ask("open", "open", bundle=bundle)
        for name, text in given["plans"].items():
            yield ask(f"{name}/read", "read", text=text)
            plan = read(text)
            yield ask(f"{name}/advise", "advise", plan=plan, day=DAY)
            yield ask(f"{name}/record", "record", plan=plan, base=plan, day=DAY, type="progress", by="Buyer")
            yield ask(f"{name}/portfolio", "portfolio", plans=[{"name": name, "plan": plan}], day=DAY)
            for kind in given["formats"]:
                yield ask(f"{name}/plan.{kind}", "export", plan=plan, format=kind, day=DAY)
                yield ask(
                    f"{name}/two.{kind}", "export", plan=plan, format=kind, day=DAY, second=second, audience="supplier"
                )
            for letter in given["letters"]:
                yield ask(f"{name}/{letter}", "letter", plan=plan, letter=letter, day=DAY, second=second)
            yield ask(f"{name}/letters", "letters", plan=plan, day=DAY)
        for name, plan in given["stories"].items():
            yield ask(f"{name}/advise", "advise", plan=plan, day=DAY)
        yield ask("unknown-call", "nothing")
        yield ask("bad-day", "advise", plan=LEAST, day="tomorrow")
        yield ask("unknown-format", "export", plan=LEAST, format="odt", day=DAY)


def bring_back(handle: Door, given: Mapping[str, Any]) -> Iterator[Answer]:
    """Every workbook, opened again: in the page this takes files of its own, which load with the first workbook."""
    for language, bundle in given["bundles"].items():
        handle("open", json.dumps({"bundle": bundle}))
        for name, text in given["plans"].items():
            plan = read(text)
            sent = handle("export", json.dumps({"plan": plan, "format": "xlsx", "day": DAY, "audience": "supplier"}))
            if isinstance(sent, bytes):
                body = json.dumps({"plan": plan, "day": DAY})
                yield f"{language}/{name}/back", handle("read", body, sent)
        yield f"{language}/no-workbook", handle("read", json.dumps({"plan": LEAST, "day": DAY}), b"PK no workbook")


def read(text: str) -> Any:
    """What the page would hold; of a file it could not read, nothing."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def odd(text: str) -> dict[str, str]:
    """Plans nobody wishes for: empty, half, foreign, broken, hostile, newer than we know."""
    plan = json.loads(text)
    hostile = '<img src=x onerror=alert(1)>=HYPERLINK("x")\u202e\u0007\ud83d 🧵'
    return {
        "empty": json.dumps(LEAST),
        "half": json.dumps(LEAST | {"findings": [{}], "actions": [{}], "supplier": None}),
        "hostile": json.dumps(plan | {"title": hostile * 50}),
        "broken": text[: len(text) // 2],
        "foreign": json.dumps({"openapi": "3.1.0", "paths": []}),
        "list": "[]",
        "newer": json.dumps(plan | {"schema": 99}),
    }
