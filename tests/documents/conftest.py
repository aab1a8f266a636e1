"""What these tests share: every kind of plan as files, made once."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from planner.advice.compose import compose
from planner.documents import DOCUMENTS
from planner.library import Library
from planner.plan import empty
from planner.readers import from_json
from planner.words import Words
from tests.conftest import LANGUAGES, ROOT, TODAY, bundle_text
from tests.formats.conftest import HOSTILE, LONG

TYPES = ("docx", "xlsx", "html")


def program(name: str) -> str:
    """Give a program the session found, such as `FAIRSTEPS_SOFFICE`; the bare name where there is no session."""
    return os.environ.get(name, name.rpartition("_")[2].lower())


def plans() -> dict[str, Any]:
    """Give the worked example, a blank plan and one of hostile texts."""
    hostile = [*HOSTILE, LONG]
    return {
        "example": json.loads((ROOT / "examples" / "supplier-improvement.example.json").read_text(encoding="utf-8")),
        "blank": empty("supplier-improvement", "en"),
        "hostile": {
            "schema": 1,
            "kind": "supplier-improvement",
            "title": LONG,
            "language": "ar",
            "findings": [{"id": f"f{at}", "text": text} for at, text in enumerate(hostile)],
            "actions": [
                {"id": f"a{at}", "text": text, "side": "supplier", "note": text, "milestones": [{"text": text}]}
                for at, text in enumerate(hostile)
            ],
        },
    }


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every plan in every language, and in two, by name: `example.da.docx`, `example.en-nl.xlsx`."""
    folder = tmp_path_factory.mktemp("documents")
    opened = {language: json.loads(bundle_text(language)) for language in LANGUAGES}
    made: dict[str, Path] = {}
    for first in LANGUAGES:
        second = LANGUAGES[(LANGUAGES.index(first) + 1) % len(LANGUAGES)]
        words, other, library = Words(opened[first]), Words(opened[second]), Library(opened[first])
        for name, raw in plans().items():
            plan, remarks = from_json.shape(raw)
            view = compose(plan, library, TODAY, remarks)
            for kind in TYPES:
                for tag, also in ((first, None), (f"{first}-{second}", other)):
                    path = folder / f"{name}.{tag}.{kind}"
                    path.write_bytes(DOCUMENTS[kind].write(view, words, opened[first]["brand"], also))
                    made[path.name] = path
    return made
