"""Lines of the publisher's own, in documents of one and of two languages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from planner.documents.voice import Voice
from planner.words import Words
from tests.conftest import bundle_text


def saying(language: str, *clauses: str) -> Words:
    """The words of a language with these terms."""
    bundle: dict[str, Any] = json.loads(bundle_text(language))
    bundle["words"]["documents"]["clauses"] = list(clauses)
    return Words(bundle)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (saying("en", "Pay."), saying("bn"), [[("en", "Pay.")]]),
        (saying("bn"), saying("en", "Pay."), [[("en", "Pay.")]]),
        (saying("bn"), saying("vi"), []),
        (saying("en", "Pay."), saying("da", "Betal."), [[("en", "Pay."), ("da", "Betal.")]]),
        (
            saying("en", "Pay.", "Stay."),
            saying("da", "Betal."),
            [[("en", "Pay."), ("da", "Betal.")], [("en", "Stay.")]],
        ),
    ],
    ids=["the first", "the second", "neither", "both", "more in one"],
)
def test_a_line_is_said_in_the_languages_that_have_it(
    first: Words, second: Words, said: list[list[tuple[str, str]]]
) -> None:
    """No term is lost, and none is printed in a language the document is not in."""
    found = Voice(first, second, None).known_list("documents.clauses")

    assert [[(run.language, run.text) for run in phrase] for phrase in found] == said
