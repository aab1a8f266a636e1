"""A language nobody speaks: every word of ours in brackets. What stands on a page without them is not translatable."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.site.copying import ROOT, copied, run

LANGUAGE = "en"  # the theme must know the language, so ours wears its code
SPOKEN = ("aria-label", "title", "alt", "placeholder")
THEME = {"Search", "Initializing search", "Clear", "Back to top", "Skip to content", "Previous", "Next", "Navigation"}
"""What the theme says by itself, in languages of its own."""
NAMES = {"Fairsteps", "English", "Dansk", "Nederlands", "Svenska"}

SLOT = re.compile(r"__\w+__")
"""Where the page fills in a row of its own."""
HEADING = re.compile(r"#+ \[?([^\]{]+?)(?:\]\(.*\))? \{ #")


def bracketed(value: Any, key: str = "") -> Any:
    """The words with brackets around them; keys, ids of steps and dates stay."""
    if isinstance(value, dict):
        return {name: bracketed(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [one if key == "steps" and isinstance(one, str) else bracketed(one) for one in value]
    return f"⟦{value}⟧" if isinstance(value, str) and value else value


class Spoken(HTMLParser):
    """Every text and spoken attribute of a page, but for what its author wrote in Markdown."""

    def __init__(self, *, chrome_only: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.chrome_only, self.silent, self.depth, self.found = chrome_only, 0, 0, list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "title"):
            self.silent += 1
        given = dict(attrs)
        self.depth += self.chrome_only and tag == "article"
        if not self.depth and "lang" not in given and "hreflang" not in given:
            self.found += [given[name] or "" for name in SPOKEN if name in given]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style", "title")
        self.depth -= self.chrome_only and tag == "article"

    def handle_data(self, data: str) -> None:
        if not self.silent and not self.depth:
            self.found.append(data)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One language, made in a copy from bracketed words."""
    copy = copied(tmp_path_factory.mktemp("pseudo"))
    for path in (copy / "planner" / "locales" / LANGUAGE).rglob("*.yaml"):
        if path.name != "language.yaml":
            words = bracketed(yaml.safe_load(path.read_text("utf-8")))
            path.write_text(yaml.safe_dump(words, allow_unicode=True, sort_keys=False), "utf-8")
    mkdocs = ["-m", "mkdocs", "build", "-q", "-f", f"build/copies/fairsteps/stage/{LANGUAGE}/mkdocs.yml"]
    run(copy, (["scripts/bundle.py"], ["scripts/stage.py", LANGUAGE], mkdocs))
    return copy / "build" / "copies" / "fairsteps" / "pages" / LANGUAGE


def unbracketed(path: Path, *, chrome_only: bool, known: set[str]) -> set[str]:
    spoken = Spoken(chrome_only=chrome_only)
    spoken.feed(path.read_text("utf-8"))
    texts = {" ".join(text.split()) for text in spoken.found}
    letters = {text for text in texts if any(one.isalpha() for one in text)}
    return {text for text in letters - THEME - known if "⟦" not in text and "⟧" not in text}


@pytest.mark.parametrize("page", ["company/policy", "tools/links", ""])
def test_the_frame_of_a_page_has_no_word_of_its_own(page: str, site: Path) -> None:
    """Menu, search, contents, footer: all of it comes from the words; languages and brand have names."""
    source = (ROOT / "docs" / LANGUAGE / (f"{page}.md" if page else "index.md")).read_text("utf-8")
    headings = set(HEADING.findall(source))  # the contents repeat them
    known = {"28 November 2026"} | NAMES | headings

    assert unbracketed(site / page / "index.html", chrome_only=True, known=known) == set()


def test_the_planner_has_no_word_of_its_own(site: Path) -> None:
    """Every question, button and hint comes from the words; countries come from CLDR, references are names."""
    bundle = json.loads((ROOT / "planner" / "bundles" / f"{LANGUAGE}.json").read_text("utf-8"))
    references = sorted((one["reference"] for one in bundle["facts"]["sources"].values()), key=len, reverse=True)
    languages = {
        yaml.safe_load(path.read_text("utf-8"))["name"]
        for path in (ROOT / "planner" / "locales").glob("*/language.yaml")
    }
    written = (ROOT / "docs" / LANGUAGE / "planner.md").read_text("utf-8")
    known = NAMES | languages | set(bundle["calendar"]["countries"].values()) | {*HEADING.findall(written)}

    left = set()
    for text in unbracketed(site / "planner" / "index.html", chrome_only=False, known=known):
        rest = SLOT.sub("", text)
        for reference in references:
            rest = rest.replace(reference, "")
        if text not in written and any(one.isalpha() for one in rest):
            left.add(text)
    assert left == set()
