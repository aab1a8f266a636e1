"""A link or a picture of a brand's page that leads nowhere is a mistake; a file none leads to is worth a note."""

from __future__ import annotations

import pytest

from scripts.brand.check import faults, notes
from tests.conftest import Folder

HEAD = "---\ntitle: Rules\ndescription: What we agreed.\nupdated: 2026-11-29\n---\n\n# Rules { #rules }\n\n"
PAGE = "docs/en/about/rules.md"


def written(folder: Folder, text: str, **files: str) -> list[str]:
    """The mistakes of a page with this text."""
    return faults(folder({"brand.yaml": "languages: [en]\n", PAGE: HEAD + text} | files))


@pytest.mark.parametrize(
    ("text", "said", "remedy"),
    [
        ("[x](../company/improvment.md)", "no ../company/improvment.md to lead", "mean ../company/improvement.md?"),
        ("[x](../company/improvement/)", "there is no file ../company/imp", "mean ../company/improvement.md?"),
        ("[x](/en/company/)", "not the same place on every host", "such as ../company/index.md"),
        ("[x]: ../nowhere.md", "no ../nowhere.md to lead", "add the file as nowhere.md"),
        ("![x](pic.png)", "there is no file pic.png", "add the file as about/pic.png"),
        ('<img src="pic.png" alt="x">', "there is no file pic.png", "add the file as about/pic.png"),
        ('<a href="terms.pdf">x</a>', "there is no file terms.pdf", "add the file as about/terms.pdf"),
        ("[x](#rule)", "no place #rule", "Did you mean #rules?"),
        ("[x](../methods/remedy.md#nowhere-at-all)", "no place #nowhere-at-all", "name a place there is"),
        ("[x](source:ilo-c1555)", "no source of the guide", "Did you mean source:ilo-c155?"),
    ],
)
def test_a_link_that_leads_nowhere(folder: Folder, text: str, said: str, remedy: str) -> None:
    """With its line, and what was meant."""
    (found,) = written(folder, text)

    assert f"{PAGE}:9: " in found
    assert said in found
    assert remedy in found


@pytest.mark.parametrize(
    "text",
    [
        "[x](../company/improvement.md)",
        "[x](../methods/remedy.md#remedy)",
        "[x](../planner.md?kind=own-policy)",
        "[x](https://example.org/a.md)",
        "[x](mailto:us@example.org)",
        "[x](#rules)",
        "[x](source:ilo-c155)",
        "`[x](nowhere.md)`",
        "## Til købere\n\n[x](#til-kbere)",
    ],
)
def test_a_link_that_leads_somewhere(folder: Folder, text: str) -> None:
    """Pages of ours and of one's own, addresses, places in a page; what stands in code is no link."""
    assert written(folder, text) == []


def test_a_file_no_page_leads_to(folder: Folder) -> None:
    """A page written in Word is no page."""
    files = {"brand.yaml": "languages: [en]\n", "logo.png": "", "docs/en/about/rules.docx": "", PAGE: HEAD}

    (found,) = [note for note in notes(folder(files)) if "rules.docx" in note]

    assert "no page leads to this file. Link to it from a page; a page itself is a text that ends in .md" in found


def test_a_file_a_page_leads_to(folder: Folder) -> None:
    """It is there for that."""
    ours = folder({"brand.yaml": "languages: [en]\n", "docs/en/about/a.pdf": "", PAGE: HEAD + "[x](a.pdf)"})

    assert not [note for note in notes(ours) if "a.pdf" in note]


def test_the_name_of_a_page_becomes_its_address(folder: Folder) -> None:
    """Spaces and letters of one language make an address nobody can type."""
    ours = folder({"brand.yaml": "languages: [en]\n", "docs/en/about/Rules for købere.md": HEAD})

    (found,) = [note for note in notes(ours) if "købere" in note]

    assert "Plain would be about/rules-for-koebere.md" in found
