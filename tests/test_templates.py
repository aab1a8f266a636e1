"""The templates of the planner's form are laid beside its page, and nothing of them is lost on the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.finishing import templates
from scripts.staging import BuildError

SMALL = "<summary>One</summary>"
INNER = "<fieldset>Within</fieldset>" * 50
BODY = f"<p>Æ, “quoted”</p><template data-row-of='b'>{INNER}</template><p>after</p>"
AREA = "<p>Area</p>" * 200
PAGE = (
    "<html><head></head><body><action-planner>"
    f"<template data-row-of='a'>{SMALL}</template><template data-body>\n{BODY}\n</template>"
    f"<p>between</p><template>{AREA}</template></action-planner></body></html>"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A site with one planner, as the pages' step leaves it."""
    page = tmp_path / "en" / "planner" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, "utf-8")
    return page


def test_a_template_lies_beside_with_all_that_is_in_it() -> None:
    """One within another goes with it."""
    assert templates.apart(PAGE)[1] == [BODY, AREA]


def test_the_page_keeps_what_is_small_and_the_places_of_the_others() -> None:
    """In their order, which is their name."""
    left, _ = templates.apart(PAGE)

    assert SMALL in left
    assert '<template data-body data-apart="0"></template><p>between</p><template data-apart="1"></template>' in left


def test_the_page_leads_to_its_templates_early(page: Path) -> None:
    """A link in its head names them by content, so no other version's are taken for them."""
    templates.lay(page.parents[2])
    (laid,) = page.parent.glob("templates.*.json")

    assert (
        f'<link rel="preload" href="{laid.name}" as="fetch" crossorigin id="planner-templates">\n</head>'
        in page.read_text("utf-8")
    )
    assert json.loads(laid.read_text("utf-8")) == [BODY, AREA]


def test_page_and_templates_make_the_form_that_was_written(page: Path) -> None:
    """Whoever checks the whole form reads it so."""
    templates.lay(page.parents[2])
    whole = templates.whole(page)

    assert whole[whole.index("<body>") :] == PAGE[PAGE.index("<body>") :].replace(f"\n{BODY}\n", BODY)


def test_they_can_be_taken_back_and_laid_again(page: Path) -> None:
    """Whoever changes the words of a finished site changes those of templates too, and their name."""
    templates.lay(page.parents[2])
    (before,) = page.parent.glob("templates.*.json")
    templates.take_back(page.parents[2])

    assert page.read_text("utf-8") == PAGE.replace(f"\n{BODY}\n", BODY)
    assert [path.name for path in page.parent.iterdir()] == ["index.html"]

    page.write_text(page.read_text("utf-8").replace("quoted", "said"), "utf-8")
    templates.lay(page.parents[2])
    (after,) = page.parent.glob("templates.*.json")
    assert "said" in after.read_text("utf-8")
    assert after.name != before.name


def test_a_planner_without_templates_is_an_error(page: Path) -> None:
    """The page would wait for them for ever."""
    page.write_text("<head></head><action-planner></action-planner>", "utf-8")

    with pytest.raises(BuildError, match=r"index.html:1: the form has no template\. Keep them in"):
        templates.lay(page.parents[2])
