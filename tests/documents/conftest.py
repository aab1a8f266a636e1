"""What these tests share: every kind of plan as files, made once."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from planner.advice.compose import compose
from planner.documents import DOCUMENTS, letters
from planner.library import Library
from planner.plan import empty
from planner.readers import from_json
from planner.vocabularies import VOCABULARIES
from planner.words import Words
from tests.conftest import LANGUAGES, ROOT, SECONDS, TODAY, bundle_text
from tests.formats.conftest import HOSTILE, LONG

TYPES = ("docx", "xlsx", "html")
KINDS = VOCABULARIES["kinds"]
ALL_LANGUAGES = ("example", "blank", "hostile", "contract-performance")


def program(name: str) -> str:
    """Give a program the session found, such as `FAIRSTEPS_SOFFICE`; the bare name where there is no session."""
    return os.environ.get(name, name.rpartition("_")[2].lower())


def plans() -> dict[str, Any]:
    """Give the worked example and a blank plan of every kind, and plans of hostile texts."""
    hostile = [*HOSTILE, LONG]
    examples = {kind: (ROOT / "examples" / f"{kind}.example.json").read_text(encoding="utf-8") for kind in KINDS}
    return {
        "example": json.loads(examples.pop(KINDS[0])),
        "blank": empty(KINDS[0], "en"),
        **{kind: json.loads(text) for kind, text in examples.items()},
        **{f"blank-{kind}": empty(kind, "en") for kind in examples},
        **{f"hostile-{kind}": _hostile(kind, hostile) for kind in examples},
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


def _hostile(kind: str, texts: list[str]) -> dict[str, Any]:
    """Give a plan with hostile texts in what only some kinds have."""
    rows = [{"id": f"x{at}", "text": text} for at, text in enumerate(texts)]
    areas = [{"id": text, "standing": text, "evidence": text} for text in texts]
    follow_ups = [
        {"id": row["id"], "supplier": row["text"], "deviations": [{**row, "id": f"d-{row['id']}"}]} for row in rows
    ]
    answers = dict.fromkeys(texts[:3], LONG)
    return {
        "schema": 1, "kind": kind, "title": texts[0], "language": "en",
        "signals": [{**row, "source": row["text"], "agreed": row["text"]} for row in rows],
        "escalation": [{"id": row["id"], "step": row["text"], "reason": row["text"]} for row in rows],
        "reviews": [{"id": row["id"], "type": row["text"], "answers": answers, "note": row["text"]} for row in rows],
        "policy": {"areas": areas, "publications": [{"id": row["id"], "what": row["text"]} for row in rows]},
        "chain": {"areas": areas, "risks": [{**row, "sources": [row["text"]]} for row in rows]},
        "programme": {"areas": areas, "follow_ups": follow_ups, "effects": rows},
    }  # fmt: skip


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Plans in their languages, and in two, and letters in two: `example.da.docx`, `example-closing.da.docx`."""
    folder = tmp_path_factory.mktemp("documents")
    opened = {language: json.loads(bundle_text(language)) for language in (*LANGUAGES, *SECONDS.values())}
    made: dict[str, Path] = {}
    for place, first in enumerate(LANGUAGES):
        second = SECONDS[first]
        words, other, library = Words(opened[first]), Words(opened[second]), Library(opened[first])
        for at, (name, raw) in enumerate(plans().items()):
            # The plans every language writes are enough to see its words; the others go round.
            if name not in ALL_LANGUAGES and at % len(LANGUAGES) != place:
                continue
            plan, remarks = from_json.shape(raw)
            view = compose(plan, library, TODAY, remarks)
            for kind in TYPES:
                for tag, also in ((first, None), (f"{first}-{second}", other)):
                    path = folder / f"{name}.{tag}.{kind}"
                    path.write_bytes(DOCUMENTS[kind].write(view, words, opened[first]["brand"], also))
                    made[path.name] = path
            for letter in view.letters:
                path = folder / f"{name}-{letter.id}.{first}.docx"
                path.write_bytes(letters.write(view, words, opened[first]["brand"], other, letter.id, None))
                made[path.name] = path
    return made
