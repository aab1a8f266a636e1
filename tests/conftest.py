"""What the tests share: one language's bundle, one library, one example, one fixed day."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner import bridge
from planner.library import Library
from planner.readers import from_json
from planner.words import Words
from scripts.languages import languages, site_languages

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 22)
LANGUAGES = site_languages()
DOCUMENT_LANGUAGES = languages()
SECONDS = {"en": "bn", "da": "zh-Hans", "nl": "tr", "sv": "pl"}
"""The second language of the documents of each language: suppliers' languages, scripts of their own among them."""


def bundle_text(language: str) -> str:
    """Give the built bundle of a language; the build makes it before the tests run."""
    return (ROOT / "planner" / "bundles" / f"{language}.json").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def bundle() -> dict[str, Any]:
    """The English bundle."""
    loaded: dict[str, Any] = json.loads(bundle_text("en"))
    return loaded


@pytest.fixture(scope="session")
def library(bundle: dict[str, Any]) -> Library:
    """The library of measures."""
    return Library(bundle)


@pytest.fixture(scope="session")
def words(bundle: dict[str, Any]) -> Words:
    """The English words."""
    return Words(bundle)


@pytest.fixture
def example() -> dict[str, Any]:
    """The worked example, fresh for every test."""
    text = (ROOT / "examples" / "supplier-improvement.example.json").read_text(encoding="utf-8")
    plan, _ = from_json.read(text)
    return dict(plan)


@pytest.fixture
def contract_plan() -> dict[str, Any]:
    """The worked example of a public contract."""
    text = (ROOT / "examples" / "contract-performance.example.json").read_text(encoding="utf-8")
    return dict(from_json.read(text)[0])


Page = Callable[[str, dict[str, Any]], Any]


@pytest.fixture
def page(bundle: dict[str, Any]) -> Page:
    """The bridge as the page calls it, opened in English: `page("advise", {...})`."""
    bridge.handle("open", json.dumps({"bundle": json.dumps(bundle)}))

    def call(name: str, body: dict[str, Any]) -> Any:
        answer = bridge.handle(name, json.dumps(body))
        return answer if isinstance(answer, bytes) else json.loads(answer)

    return call


Folder = Callable[[dict[str, str]], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The folder of a brand: `folder({"brand.yaml": "name: Ours"})` writes the files and gives the folder."""

    def made(files: dict[str, str]) -> Path:
        for name, text in ({"brand.yaml": "name: Ours\n"} | files).items():
            path = tmp_path / "ours" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path / "ours"

    return made
