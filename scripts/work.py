"""Takes the folder of a brand; gives where the build keeps what it makes for it, until the copy is whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scripts.yamlfile import ROOT

DEFAULT = ROOT / "brands" / "fairsteps"
BUNDLES = ROOT / "planner" / "bundles"
"""The words of the checkout's own brand lie where the terminal door and the tests read them."""


@dataclass(frozen=True)
class Work:
    """The stations of one copy on its road from YAML and Markdown to a site."""

    brand: Path

    @property
    def home(self) -> Path:
        return ROOT / "build" / "copies" / self.brand.name

    @property
    def bundles(self) -> Path:
        return BUNDLES if self.brand.resolve() == DEFAULT else self.home / "bundles"

    @property
    def stage(self) -> Path:
        return self.home / "stage"

    @property
    def pages(self) -> Path:
        return self.home / "pages"

    @property
    def site(self) -> Path:
        return self.home / "site"
