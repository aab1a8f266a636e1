"""The signs of a brand: whatever it brings, pages show something that can be read, and keep the room it takes."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scripts import brand as brands
from scripts.brand.check import faults
from scripts.brand.pictures import PNG, ratio
from scripts.staging.install import masked
from tests.conftest import Folder

WIDE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 80"><path d="M0 0h220v80z"/></svg>'


@pytest.mark.parametrize(
    ("head", "width"),
    [
        ('viewBox="0 0 220 80"', 99),
        ('width="220px" height="80px"', 99),
        ('width="40" height="40" viewBox="0 0 220 80"', 99),
        ('viewBox="0,0,1000,100"', 180),
        ("", 36),
    ],
)
def test_a_logo_has_its_own_width(folder: Folder, head: str, width: int) -> None:
    """As high as the header has it, and at most five times as wide."""
    brand = brands.read(folder({"logo.svg": f'<svg xmlns="http://www.w3.org/2000/svg" {head}></svg>'}))

    assert brand.logo_width(36) == width


def test_a_square_logo_serves_as_the_sign_of_a_tab(folder: Folder) -> None:
    """A brand that brings one file alone is known by it everywhere."""
    logo = WIDE.replace("220", "80")

    assert brands.read(folder({"logo.svg": logo})).favicon() == logo


def test_a_wide_logo_is_no_sign_of_a_tab(folder: Folder) -> None:
    """It could not be read there: a letter can."""
    assert "</text>" in brands.read(folder({"logo.svg": WIDE})).favicon()


def test_a_lone_favicon_is_the_logo_too(folder: Folder) -> None:
    """Rather the sign of the brand than a letter."""
    assert brands.read(folder({"favicon.svg": WIDE})).logo() == WIDE


def test_a_lone_png_is_the_logo_too(folder: Folder) -> None:
    """Pages show it in its shape."""
    ours = folder({})
    (ours / "logo.png").write_bytes(PNG + struct.pack(">I4sII", 13, b"IHDR", 300, 100) + bytes(20))

    brand = brands.read(ours)

    assert 'href="data:image/png;base64,' in brand.logo()
    assert ratio(brand.logo()) == 3


def test_a_logo_for_the_dark_ground(folder: Folder) -> None:
    """The style sheet shows it there, and on paper the other one."""
    ours = folder({"logo.svg": WIDE, "logo-dark.svg": WIDE})

    assert faults(ours) == []
    assert '@media screen{[data-md-color-scheme=slate] img[src$="/brand/logo.svg"]' in brands.read(ours).sheet()


def test_one_logo_for_both_grounds(folder: Folder) -> None:
    """Without another one the style sheet has no word of it."""
    assert "logo" not in brands.read(folder({"logo.svg": WIDE})).sheet()


def test_a_script_in_the_dark_logo(folder: Folder) -> None:
    """It is looked at as the other is."""
    ours: Path = folder({"logo-dark.svg": WIDE.replace("<path", "<script/><path")})

    assert "holds <script>" in faults(ours)[0]


@pytest.mark.parametrize(
    ("head", "drawn"),
    [
        ("width='32' height='32' viewBox='0 0 32 32'", "viewBox='0 0 32 32' x=\"15\""),
        ('width="48px" height="48px"', 'viewBox="0 0 48 48" x="15"'),
    ],
)
def test_a_sign_of_any_size_fits_a_round_mask(head: str, drawn: str) -> None:
    """However the size is written, the sign is drawn as large as the safe middle."""
    made = masked(f'<svg xmlns="http://www.w3.org/2000/svg" {head}><path d="M0 0h9v9z"/></svg>', "#ffffff")

    assert drawn in made
    assert ElementTree.fromstring(made)[1].get("width") == "70"
