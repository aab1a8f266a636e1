"""What MkDocs warns of stops the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import pages

CONFIG = """site_name: x
docs_dir: docs
theme: mkdocs
plugins: []
validation: {links: {not_found: warn}}
"""


@pytest.mark.parametrize(("link", "code"), [("[x](index.md)", 0), ("[x](nowhere.md)", 1), ("![x](pic.png)", 1)])
def test_a_link_that_leads_nowhere_stops_the_build(tmp_path: Path, link: str, code: int) -> None:
    """A page of ours, or one the check of brands let pass."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(f"# x\n\n{link}\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")

    assert pages.main(str(tmp_path / "mkdocs.yml"), str(tmp_path / "site")) == code
