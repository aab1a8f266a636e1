"""The print page, printed by Chromium, is a PDF one can read aloud and find one's way in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from planner.words import Words
from tests.documents.conftest import program


@pytest.fixture(scope="session")
def printed(files: dict[str, Path]) -> bytes:
    """The example as Chromium prints it."""
    arguments = os.environ.get("FAIRSTEPS_CHROMIUM_ARGS", "").split()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program("FAIRSTEPS_CHROMIUM"), args=arguments)
        page = chromium.new_page()
        page.goto(files["example.en.html"].as_uri())
        made = page.pdf(prefer_css_page_size=True, tagged=True, outline=True)
        chromium.close()
    return made


def test_tagged(printed: bytes) -> None:
    """Its texts, tables and headings are tagged, and it says its language."""
    for mark in (b"/StructTreeRoot", b"/MarkInfo", b"/Table", b"/TH", b"/H1", b"/H2", b"/Lang"):
        assert mark in printed, mark


def test_bookmarks(printed: bytes, words: Words) -> None:
    """Its headings are bookmarks."""
    assert b"/Outlines" in printed
    assert words("documents.headings.signatures").encode() in printed
