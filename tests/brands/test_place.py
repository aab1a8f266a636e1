"""Which folder is meant, which files count, and what to type."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import brand as brands
from scripts.brand import check
from scripts.brand.check import faults
from scripts.yamlfile import ROOT
from tests.conftest import Folder

STRAYS = (".DS_Store", "Thumbs.db", "desktop.ini", "x~", ".x.swp", "._x", "~$x.docx")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Brand.yaml", "there is Brand.yaml instead. Rename it to brand.yaml."),
        ("brand.yml", "there is brand.yml instead. Rename it to brand.yaml."),
        (
            "brand.yaml.txt",
            "there is brand.yaml.txt instead. Rename it to brand.yaml; your system may not show the end",
        ),
        ("brand.docx", "there is brand.docx instead. Save it as plain text with the name brand.yaml."),
        ("other.yaml", "this file is missing. Make one with: python3 noxfile.py -s brand-new -- our-association."),
    ],
)
def test_a_missing_brand_yaml(tmp_path: Path, name: str, said: str) -> None:
    """The file that was meant is named."""
    (tmp_path / name).write_text("name: Ours\n", "utf-8")

    (found,) = faults(tmp_path)

    assert f"brand.yaml:1: {said}" in found


def test_a_folder_one_level_off() -> None:
    """The folder that was meant is named as it is typed."""
    (found,) = faults(ROOT / "example-industri")

    assert found == "example-industri: there is no such folder. Did you mean brands/example-industry?"


def test_a_file_for_its_folder() -> None:
    """Brands are named by their folder."""
    (found,) = faults(ROOT / "brands" / "fairsteps" / "brand.yaml")

    assert found == "brands/fairsteps/brand.yaml: this is a file. Name its folder: brands/fairsteps."


def test_the_folder_around_it(folder: Folder) -> None:
    """An unpacked folder often lies in another of the same name."""
    (found,) = faults(folder({}).parent)

    assert "Did you mean" in found
    assert found.endswith("/ours?")


def test_no_folder_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is called right that nobody looked at."""
    assert check.main([]) == 2

    told = capsys.readouterr()
    assert "Say which folder to look at: python3 noxfile.py -s brand-check -- brands/our-association" in told.err
    assert told.out == ""


@pytest.mark.parametrize("stray", STRAYS)
def test_strays_are_passed_over(folder: Folder, stray: str) -> None:
    """What systems and editors leave is nobody's mistake, wherever it lies."""
    places = ("", "docs/en/", "docs/en/about/", "words/", "measures/", "topics/", "fonts/")
    kinds = {"": "", "words/": ".yaml", "measures/": ".yaml", "topics/": ".yaml"}
    end = {place: kinds.get(place, ".md") if stray == "._x" else "" for place in places}

    ours = folder({"brand.yaml": "languages: [en]\n"} | {f"{place}{stray}{end[place]}": "\0" for place in places})

    assert faults(ours) == []
    assert brands.read(ours).docs("en") == {}


def test_the_zip_has_all_languages(folder: Folder) -> None:
    """A copy in fewer takes the source; what is missing in the others is told as well."""
    found = faults(folder({"brand.yaml": "languages: [da, en]\nname: {da: Vores, en: Ours}\n"}), finished=True)

    assert len(found) == 2
    assert (
        "brand.yaml:1: the zip makes a copy in `en`, `da`, `nl` and `sv`, not in fewer. Take the line out" in found[0]
    )
    assert "brand.yaml:2: `name` is missing in `nl` and `sv`" in found[1]
    assert "a copy from the zip has all languages" in found[1]


def test_the_zip_minds_no_pages(folder: Folder) -> None:
    """What a finished site cannot show need not be whole."""
    assert faults(folder({"docs/en/about/rules.md": "Rules", "measures/x.yaml": "a: b"}), finished=True) == []
