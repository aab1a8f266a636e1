"""A slip of the pen in a file is told as a person would tell it, whichever reader of YAML there is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scripts.brand.check import faults
from scripts.slips import slip
from scripts.yamlfile import BuildError, load, written
from tests.conftest import Folder

SLIPS = [
    ("name: Ours\ncolours: {accent: #1f4e79, ink: #1b1f24}\n\nkinds: [x]\n", 2, "the colour #1f4e79 is not in quotes"),
    ("name: Ours\ndocuments:\n\tfile: x\n", 3, "there is a tab"),
    ("name: Ours\norganisation:Us\ncontact: x\n", 2, "a space is missing after `organisation:`"),
    ("name: Ours\nprivacy: Note: we keep nothing\n", 2, "the text of `privacy` has a colon in it"),
    ("notice: {da: Kursus, en: Next course: 3 March}\n", 1, "the text of `en` has a colon in it"),
    ("name: Ours\n  contact: x\n", 2, "the spaces before this line do not fit the lines above"),
    ("imprint:\n    da: x\n  en: y\n", 3, "the spaces before this line do not fit the lines above"),
    ("  name: Ours\ncontact: x\n", 2, "this line begins with fewer spaces than the first"),
    ('contact: x\nname: "Ours\nnotice: y\n', 2, 'the quote " that begins here is never closed'),
    ('name: "Ours" and theirs\ncontact: x\n', 1, "`name` goes on after its closing quote"),
    ("name: Ours\ncontact us\nnotice: x\n", 2, "this line is no key with a text"),
    ("topics: [wages, heat\nname: Ours\n", 1, "the [ that begins here is never closed"),
    ("name: Ours\ntopics: [wages}\n", 2, "there is a } too many here"),
    ("contact: @us\nname: Ours\n", 1, "the text of `contact` begins with @"),
    ("imprint: |\n  CVR:123\n  a: b: c\nname:Ours\nnotice: x\n", 4, "a space is missing after `name:`"),
]


@pytest.mark.parametrize(("text", "line", "said"), SLIPS)
def test_a_slip_is_told_where_it_is(folder: Folder, text: str, line: int, said: str) -> None:
    """Not where the reader gave up, and not in the reader's words."""
    (found,) = faults(folder({"brand.yaml": text}))

    assert f"brand.yaml:{line}: {said}. " in found


@pytest.mark.parametrize(("text", "line", "said"), SLIPS)
def test_source_and_zip_say_the_same(text: str, line: int, said: str) -> None:
    """The zip reads with Python alone, the source with a faster reader that gives up elsewhere."""
    with pytest.raises(yaml.MarkedYAMLError) as gave_up:
        yaml.load(text, yaml.SafeLoader)
    mark = gave_up.value.problem_mark
    assert mark is not None

    found = slip(text, mark.line + 1)

    assert found is not None
    assert (found.line, found.what) == (line, said)


def test_a_lone_line_without_a_space(folder: Folder) -> None:
    """It can be read, but as no key."""
    (found,) = faults(folder({"brand.yaml": "name:Ours\n"}))

    assert "brand.yaml:1: a space is missing after `name:`" in found


@pytest.mark.parametrize(
    ("content", "line", "said", "remedy"),
    [
        (b"PK\x03\x04word", 1, "a file of Word or another program", "save it as plain text, UTF-8"),
        ("name: Vores\ncontact: Kære\n".encode("latin-1"), 2, "not saved as UTF-8", "with the encoding UTF-8"),
        ("name: Ours\n".encode("utf-16"), 1, "not saved as UTF-8", "with the encoding UTF-8"),
        (b"name: x\ncontact: a\x00b\n", 2, "a sign in this line cannot be seen", "Delete it"),
    ],
)
@pytest.mark.parametrize("name", ["brand.yaml", "words/en.yaml", "docs/en/about/rules.md", "tokens.css", "logo.svg"])
def test_what_is_no_text(folder: Folder, name: str, content: bytes, line: int, said: str, remedy: str) -> None:
    """A Word file under another name, or a text saved otherwise than as UTF-8, in any file a person writes."""
    ours = folder({"brand.yaml": "languages: [en]\n", name: ""})
    (ours / name).write_bytes(content)

    (found,) = [fault for fault in faults(ours) if said in fault]

    assert found.startswith(f"{ours}/{name}:{line}: ")
    assert remedy in found


def test_what_windows_puts_in_front(tmp_path: Path) -> None:
    """The mark of UTF-8 and the line ends of Windows are no part of the text."""
    path = tmp_path / "brand.yaml"
    path.write_bytes(b"\xef\xbb\xbfname: Ours\r\nnotice: x\r\n")

    assert written(path) == "name: Ours\nnotice: x\n"
    assert load(path) == {"name": "Ours", "notice": "x"}


def test_a_key_that_is_none(tmp_path: Path) -> None:
    """It is told, not thrown."""
    path = tmp_path / "x.yaml"
    path.write_text("name: {[a]: b}\n", "utf-8")

    with pytest.raises(BuildError, match=r"x\.yaml:1: the lines up to here cannot be read"):
        load(path)
