"""What brand-check tells that is no mistake: a copy is built all the same."""

from __future__ import annotations

import pytest

from scripts import brand as brands
from scripts.brand import check
from scripts.brand.hints import hints
from tests.conftest import Folder

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 10"></svg>'
ENGLISH = "languages: [en]\n"


@pytest.mark.parametrize(
    ("files", "place", "said", "remedy"),
    [
        ({"brand.yaml": ENGLISH + "documents: {clauses: {en: x, da: y}}\n"}, "brand.yaml:2", "bn, de, nl", "Add them"),
        ({"brand.yaml": ENGLISH + "documents: {footer: {en: x}}\n"}, "brand.yaml:2", "leave your footer out", "bn, da"),
        ({"brand.yaml": ENGLISH + "documents: {clauses: x}\n"}, "brand.yaml:2", "as they stand", "write en: […]"),
        ({"brand.yaml": "typeface: {regular: a.woff2}\n"}, "brand.yaml:1", "the licence of your", "key licence"),
        ({"brand.yaml": "typeface: {regular: a.woff2}\n"}, "brand.yaml:1", "the name of your typeface", "key name"),
        ({}, "logo.png:1", "documents have no logo", "-s icons"),
        ({}, "icon-192.png:1", "icon-192.png, icon-512.png, icon-maskable.png, apple-touch-icon.png", "-s icons"),
        ({"logo.svg": SVG.format(10), "logo-dark.svg": SVG.format(20)}, "logo-dark.svg:1", "another shape", "alike"),
        ({"logo.svg": SVG.format(60)}, "logo.svg:1", "6.0 times as wide as high", "5 times"),
    ],
)  # fmt: skip
def test_a_hint_names_file_line_and_remedy(
    folder: Folder, files: dict[str, str], place: str, said: str, remedy: str
) -> None:
    """Whoever wants to do better learns where and how."""
    ours = folder(files)

    found = [hint for hint in hints(brands.read(ours)) if said in hint]

    assert found, hints(brands.read(ours))
    assert found[0].startswith(f"{ours}/{place}: ")
    assert remedy in found[0]


def test_a_name_at_the_foot_needs_no_language(folder: Folder) -> None:
    """A footer said once is for all documents; it is most often a name."""
    found = hints(brands.read(folder({"brand.yaml": "documents: {footer: Example Association}\n"})))

    assert not [hint for hint in found if "footer" in hint]


def test_hints_are_no_mistakes(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    """The check passes, and says so last."""
    assert check.main([str(folder({}))]) == 0

    *said, last = capsys.readouterr().out.splitlines()
    assert all(line.startswith("note: ") for line in said)
    assert said
    assert last == "Nothing is wrong."
