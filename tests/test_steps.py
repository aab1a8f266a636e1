"""A step of the build runs again when it must, and only then."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts import steps
from scripts.brand import read
from scripts.finishing import hosts
from scripts.work import DEFAULT
from scripts.yamlfile import ROOT

EXAMPLES = ("example-industry", "example-network")


@pytest.fixture
def step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> steps.Step:
    """One that reads a file and makes two."""
    monkeypatch.setattr(steps, "STAMPS", tmp_path / "stamps")
    (tmp_path / "read").touch()
    command = tmp_path / "make.py"
    command.write_text("from pathlib import Path\nfor name in ('a', 'b'): Path(__file__).with_name(name).touch()\n")
    made = (str(tmp_path / "a"), str(tmp_path / "b"))
    return steps.Step("made", ((str(command),),), (str(tmp_path / "read"),), made)


def test_nothing_changed(step: steps.Step) -> None:
    """What is there is not made again."""
    assert [steps.run(step), steps.run(step)] == [1, 0]


def test_something_read_changed(step: steps.Step, tmp_path: Path) -> None:
    """What was made of it is made again."""
    steps.run(step)
    (tmp_path / "read").write_text("other", "utf-8")

    assert steps.run(step) == 1


@pytest.mark.parametrize("name", ["a", "b"])
def test_something_made_is_gone(step: steps.Step, tmp_path: Path, name: str) -> None:
    """Whichever part it is, it comes back."""
    steps.run(step)
    (tmp_path / name).unlink()

    assert steps.run(step) == 1
    assert (tmp_path / name).exists()


def test_the_files_for_hosts_are_part_of_a_copy(tmp_path: Path) -> None:
    """A folder site-hosting/ that is gone is noticed."""
    made = steps.finish(read(DEFAULT), tmp_path / "site", wheel=False).makes

    assert str(hosts.folder(tmp_path / "site")) in made


def test_a_brand_called_like_ours_is_not_taken_for_it(tmp_path: Path) -> None:
    """It is made in the same place, so what the build remembers of that place is of the one that was made last."""
    other = Path(shutil.copytree(DEFAULT, tmp_path / DEFAULT.name))
    ours, theirs = (steps.stage(read(folder)) for folder in (DEFAULT, other))

    assert (ours.name, ours.makes) == (theirs.name, theirs.makes)
    assert ours.key() != theirs.key()


def test_brands_built_into_one_place_replace_each_other(tmp_path: Path) -> None:
    """The build remembers what it has put into a place, not into which place it has put a brand."""
    one, other = (steps.finish(read(ROOT / "brands" / name), tmp_path, wheel=False) for name in EXAMPLES)

    assert one.stamp == other.stamp
    assert one.key() != other.key()
