"""The print page, read back with the parser of the standard library."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

from planner.documents.to_html import style
from planner.words import Words
from tests.formats.conftest import HOSTILE, LONG, Write

VOID = ("meta", "br", "img")


class Page(HTMLParser):
    """A page as tags with their attributes, and the text in them."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.styles: list[str] = []
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "br":
            self.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["style"]:
            self.styles.append(data)
        else:
            self.text += data


def test_language(write: Write, example: dict[str, Any]) -> None:
    """The page says which language it is in, and is UTF-8."""
    page = Page(write("html", example))

    assert ("html", {"lang": "en"}) in page.tags
    assert page.tags[2] == ("meta", {"charset": "utf-8"})


def test_nothing_runs_and_nothing_is_fetched(write: Write, hostile: dict[str, Any]) -> None:
    """There is no script, no handler, no style attribute and no address to fetch; the logo lies in the page itself."""
    page = Page(write("html", hostile))

    assert "script" not in {tag for tag, _ in page.tags}
    assert not [name for _, found in page.tags for name in found if name == "style" or name.startswith("on")]
    fetched = [found[name] for _, found in page.tags for name in found if name in ("src", "href", "action")]
    assert not [address for address in fetched if not str(address).startswith("data:image/png;base64,")]
    assert "url(" not in page.styles[0]


def test_one_style_for_every_plan(write: Write, example: dict[str, Any], blank: dict[str, Any], bundle: Any) -> None:
    """The style sheet is the same for every plan, so that a policy can allow it by its hash."""
    wanted = [style(bundle["brand"])]

    assert Page(write("html", example)).styles == wanted
    assert Page(write("html", blank)).styles == wanted


def test_tables_name_rows_and_columns(write: Write, example: dict[str, Any]) -> None:
    """Every table has a caption, and heads that say what they head."""
    page = Page(write("html", example))
    tags = [tag for tag, _ in page.tags]
    scopes = [found.get("scope") for tag, found in page.tags if tag == "th"]

    assert tags.count("caption") == tags.count("table") > 0
    assert set(scopes) == {"col", "row"}


def test_headings_skip_no_level(write: Write, example: dict[str, Any]) -> None:
    """One heading of the first level, and none that skips a level."""
    levels = [int(tag[1]) for tag, _ in Page(write("html", example)).tags if re.fullmatch(r"h\d", tag)]

    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_second_language_is_tagged(write: Write, example: dict[str, Any], danish: Words) -> None:
    """Texts of the second language say which it is."""
    data = write("html", example, danish).decode()
    assert f'<span lang="da" dir="auto" class="second">{danish("documents.headings.summary")}</span>' in data


@pytest.mark.parametrize("text", [*HOSTILE, LONG.strip()])
def test_hostile_text_is_text(text: str, write: Write, hostile: dict[str, Any]) -> None:
    """Markup, formulas, templates, other scripts and long texts come out as the text they are."""
    assert text in Page(write("html", hostile)).text


def test_language_of_a_plan_is_no_markup(write: Write, example: dict[str, Any]) -> None:
    """A language that is none is not known, rather than an attribute."""
    example["language"] = 'en" onload="x'
    assert {found.get("lang") for _, found in Page(write("html", example)).tags} <= {None, "en", ""}
