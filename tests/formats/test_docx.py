"""The Word document, read back with python-docx."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from planner.words import Words
from tests.conftest import bundle_text
from tests.formats.conftest import HOSTILE, LONG, Write, example_of, png

A4 = (11906, 16838)


def opened(data: bytes) -> Opened:
    return Document(io.BytesIO(data))


def paragraphs(document: Opened) -> Iterator[Any]:
    yield from document.paragraphs
    for table in document.tables:
        for cell in table._cells:
            yield from cell.paragraphs


def said(document: Opened) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs(document))


def headings(document: Opened, level: int) -> list[str]:
    return [one.text for one in document.paragraphs if one.style.name == f"Heading {level}"]


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def test_summary_comes_first(write: Write, example: dict[str, Any], words: Words) -> None:
    """The chapters stand in the order people need them, the signatures last."""
    wanted = (
        "summary", "basis", "findings", "actions", "follow-up", "agenda", "benefits", "consultations", "limits",
        "signatures",
    )  # fmt: skip
    assert headings(opened(write("docx", example)), 1) == [words(f"documents.headings.{one}") for one in wanted]


def test_most_severe_finding_first(write: Write, example: dict[str, Any], words: Words) -> None:
    """The first finding is the critical one, with the reason it is critical."""
    document = opened(write("docx", example))
    texts = [cell.text for table in document.tables for cell in table._cells]

    assert next(one for one in headings(document, 2) if re.match(r"F\d", one)).startswith("F1 ")
    first = texts.index(words("documents.labels.severity")) + 1
    assert texts[first].split("\n") == [
        words.term("levels", "critical"),
        words("reasons.why.life_or_freedom", score=""),
    ]


def test_every_action_has_a_heading(write: Write, example: dict[str, Any]) -> None:
    """Each action is a heading one can jump to."""
    numbers = {one.split()[0] for one in headings(opened(write("docx", example)), 3)}
    assert numbers == {f"A{place}" for place in range(1, len(example["actions"]) + 1)}


def test_rows_of_heads_repeat(write: Write, example: dict[str, Any]) -> None:
    """A table that goes on over the page repeats its head."""
    xml = part(write("docx", example), "word/document.xml")
    tables = [one for one in xml.split("<w:tbl>")[1:] if 'w:firstRow="1"' in one]

    assert tables
    assert all("<w:tblHeader/>" in table for table in tables)


def pages(document: Opened) -> list[tuple[int, int]]:
    """Give the size of the pages of each section."""
    return [(one.page_width.twips, one.page_height.twips) for one in document.sections]  # type: ignore[union-attr]


def test_page_is_a4(write: Write, example: dict[str, Any]) -> None:
    """The page is A4, upright where nothing needs more room."""
    assert pages(opened(write("docx", example))) == [A4]


@pytest.mark.parametrize(("kind", "chapter"), [("contract-performance", "risks"), ("follow-up-programme", "lights")])
def test_wide_tables_lie_on_their_side(kind: str, chapter: str, write: Write, words: Words) -> None:
    """A chapter with many columns has pages of its own that lie on their side, its heading on the first of them."""
    document = opened(write("docx", example_of(kind)))
    assert pages(document) == [A4, A4[::-1], A4]

    wide = document.sections[1]
    said = [one.text for one in wide.iter_inner_content() if isinstance(one, Paragraph)]
    assert said[0] == words(f"documents.headings.{chapter}")
    tables = [one for one in wide.iter_inner_content() if isinstance(one, Table)]
    assert [sum(column.width.twips for column in one.columns) for one in tables] == [14570]  # type: ignore[union-attr]


def test_footers_go_on(write: Write, contract: dict[str, Any]) -> None:
    """Pages that lie on their side say the same at their foot, its number at their own right edge."""
    data = write("docx", contract)
    upright, wide = (part(data, f"word/footer{place}.xml") for place in (1, 2))

    assert 'w:pos="9638"' in upright
    assert upright.replace('w:pos="9638"', 'w:pos="14570"') == wide


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("nl", '<w:lang w:val="nl-NL"/>'),
        ("zh-Hant", '<w:lang w:eastAsia="zh-Hant"/>'),
        ("hi", '<w:cs/><w:lang w:bidi="hi"/>'),
    ],
)
def test_scripts(language: str, tag: str, write: Write, example: dict[str, Any]) -> None:
    """A language is named where Word keeps languages of its script, so that Word proofs it and picks a font for it."""
    example["language"] = language
    assert f'{tag}</w:rPr><w:t xml:space="preserve">{example["title"]}' in part(
        write("docx", example), "word/document.xml"
    )


def test_unread(write: Write, example: dict[str, Any], words: Words) -> None:
    """A language no native specialist has read says so in its own words below the opening, in the print page too."""
    bundle = json.loads(bundle_text("da"))
    bundle["about"] |= {"original": False, "read": None}
    danish = Words(bundle)
    line = danish("documents.sentences.unread", language=danish.name)

    assert line in said(opened(write("docx", example, danish)))
    assert line in write("html", example, danish).decode()
    assert words("documents.sentences.unread", language=words.name) not in said(opened(write("docx", example)))


def test_footer(write: Write, example: dict[str, Any]) -> None:
    """Every page says which plan and revision it is from, and `page x of y`."""
    footer = part(write("docx", example), "word/footer1.xml")

    assert example["title"] in footer
    assert "Revision 2" in footer
    assert re.findall(r'w:instr=" (\w+) "', footer) == ["PAGE", "NUMPAGES"]


def test_properties(write: Write, example: dict[str, Any]) -> None:
    """The file knows its title, its language, its revision and the day it is of."""
    properties = opened(write("docx", example)).core_properties

    assert properties.title == example["title"]
    assert properties.language == "en-GB"
    assert properties.revision == example["revision"]
    assert str(properties.created) == "2026-11-22 00:00:00+00:00"


def test_gaps_are_seen(write: Write, example: dict[str, Any]) -> None:
    """What is missing says so, in a style of its own."""
    example["actions"][0]["owner"] = None
    runs = [run for one in paragraphs(opened(write("docx", example))) for run in one.runs]

    assert "[to be filled in]" in [run.text for run in runs if run.style.name == "Placeholder"]


def test_blank_plan_is_a_template(write: Write, blank: dict[str, Any], words: Words) -> None:
    """Without a plan the document has rows to write on, and says how to use it."""
    document = opened(write("docx", blank))
    first = document.tables[0]

    assert words("documents.headings.template") in headings(document, 1)
    assert all(cell.text == "" for row in first.rows[1:] for cell in row.cells)
    assert len(first.rows) > 3


def test_what_the_plan_does_not_do(write: Write, blank: dict[str, Any], words: Words) -> None:
    """It says that it does not amend the contract and waives no right."""
    text = said(opened(write("docx", blank)))

    assert words("documents.sentences.limit-contract") in text
    assert words("documents.sentences.limit-rights") in text


def test_authority_to_commit(write: Write, blank: dict[str, Any], words: Words) -> None:
    """Both parties sign, and say whether they may commit their organisation."""
    lines = said(opened(write("docx", blank))).split("\n")

    assert lines.count(words("documents.labels.signature")) >= 2
    assert lines.count("☐ Yes   ☐ No") == 2


def test_second_language_is_tagged(write: Write, example: dict[str, Any], danish: Words) -> None:
    """Each text of the second language says that it is Danish; typed text stands once, as typed."""
    example["language"] = "en"
    document = opened(write("docx", example, danish))
    tagged = {
        run.text: run._r.rPr.find(qn("w:lang")).get(qn("w:val"))
        for one in paragraphs(document)
        for run in one.runs
        if run._r.rPr is not None and run._r.rPr.find(qn("w:lang")) is not None
    }

    assert set(tagged.values()) == {"da-DK"}
    assert danish("documents.headings.summary") in tagged
    assert said(document).count(example["findings"][0]["text"]) <= 3


def test_typed_text_has_its_language(write: Write, example: dict[str, Any]) -> None:
    """What was typed in Dutch is tagged as Dutch in an English document."""
    example["language"] = "nl"
    assert f'<w:lang w:val="nl-NL"/></w:rPr><w:t xml:space="preserve">{example["title"]}' in (
        part(write("docx", example), "word/document.xml")
    )


@pytest.mark.parametrize("text", [*HOSTILE, LONG.strip()])
def test_hostile_text_is_text(text: str, write: Write, hostile: dict[str, Any]) -> None:
    """Markup, formulas, templates, other scripts and long texts come out as the text they are."""
    assert text in said(opened(write("docx", hostile)))


def test_logo(write: Write, example: dict[str, Any]) -> None:
    """A brand's logo keeps its proportions and has its name as alternative text."""
    document = opened(write("docx", example, logo_png=png(40, 10), name="Other Brand"))
    shape = document.inline_shapes[0]

    assert round(shape.width / shape.height, 2) == 4
    assert shape._inline.docPr.get("descr") == "Other Brand"


def test_brand(write: Write, example: dict[str, Any]) -> None:
    """The brand's colour carries the headings."""
    assert 'w:val="123456"' in part(write("docx", example, accent="#123456"), "word/styles.xml")


def test_a_template_is_of_no_day(write: Write, blank: dict[str, Any], words: Words) -> None:
    """A blank plan names its revision, and no day on which it would have stood so."""
    text = said(opened(write("docx", blank)))

    assert words("documents.common.revision", revision=1) in text
    assert "20" not in text
