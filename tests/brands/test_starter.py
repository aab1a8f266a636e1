"""The starter: a folder that builds as it is, and says what each key does."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scripts.brand import new, read
from scripts.brand.check import faults
from scripts.brand.keys import KEYS, TAKES_THE_SOURCE


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """A folder as `nox -s brand-new` makes it."""
    assert new.main(str(tmp_path / "our-association")) == 0
    return tmp_path / "our-association"


def test_the_starter_has_no_mistakes(starter: Path) -> None:
    """It can be built at once."""
    assert faults(starter) == []
    assert read(starter).name["en"] == "Our association"


def test_every_key_is_there_asleep(starter: Path) -> None:
    """Each has its line, and once awake it is valid as it stands."""
    text = (starter / "brand.yaml").read_text("utf-8")
    awake = "\n".join(
        line.removeprefix("#") for line in text.splitlines() if line.startswith(tuple(f"#{key}: " for key in KEYS))
    )

    assert yaml.safe_load(awake).keys() == KEYS.keys() - {"name"}
    (starter / "brand.yaml").write_text(awake.replace("\ntypeface:", "\n#typeface:"), "utf-8")
    assert faults(starter) == []


def test_the_starter_says_what_to_type(starter: Path) -> None:
    """Commands that work where nothing but Python is installed."""
    text = (starter / "brand.yaml").read_text("utf-8")

    assert f"python3 noxfile.py -s serve -- --brand {starter}\n" in text
    assert f"python3 noxfile.py -s brand-check -- {starter}\n" in text


def test_the_starter_of_the_zip_says_what_to_type(tmp_path: Path) -> None:
    """It knows no command of the source, and names no folder of whoever packed it."""
    new.made(tmp_path / "our-brand", "our-brand", zipped=True)

    text = (tmp_path / "our-brand" / "brand.yaml").read_text("utf-8")
    words = (tmp_path / "our-brand" / "words" / "README.txt").read_text("utf-8")

    assert text.count("python3 rebrand.py our-brand\n") == 2
    assert "noxfile" not in text
    assert text.count(" Takes the source.\n#") == len(TAKES_THE_SOURCE)
    assert str(tmp_path) not in text
    assert "lib/planner/locales/<language>/" in words


def test_what_is_there_is_left_alone(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second call with the same name changes nothing and says so."""
    (starter / "brand.yaml").write_text("name: Mine\n", "utf-8")

    assert new.main(str(starter)) == 2
    assert (starter / "brand.yaml").read_text("utf-8") == "name: Mine\n"
    assert "is there already" in capsys.readouterr().err


def test_a_name_that_cannot_be_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Names are small letters with hyphens: they become parts of addresses and commands."""
    assert new.main(str(tmp_path / "Our Association")) == 2
    assert "small letters" in capsys.readouterr().err


def test_the_measure_of_the_starter_is_valid(starter: Path) -> None:
    """What its README shows can be copied into a file and is a measure."""
    told = (starter / "measures" / "README.txt").read_text("utf-8")
    (starter / "measures" / "working-hours.yaml").write_text("sources:" + told.split("\nsources:")[1], "utf-8")
    (starter / "brand.yaml").write_text("languages: [en]\n", "utf-8")

    assert faults(starter) == []
