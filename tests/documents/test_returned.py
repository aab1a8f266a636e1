"""A workbook that a supplier worked in with LibreOffice, taken back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from planner.advice import returned
from planner.advice.audience import for_audience
from planner.advice.compose import compose
from planner.bridge import Opened
from planner.documents import DOCUMENTS
from planner.readers import Taken, take
from tests.conftest import TODAY, bundle_text
from tests.formats.conftest import example_of
from tests.office.libreoffice import worked_in

STEPS = (
    ("sort", "Actions", "Deadline"),
    ("write", "Actions", "a5", "Note", "Half of the night shift is trained"),
    ("write", "Actions", "a5", "Progress", "35%"),
    ("write", "Actions", "a5", "Other deadline proposed", "2027-03-01"),
    ("write", "Actions", "a5", "Support asked for", "The name of a good trainer"),
    ("add", "Actions", {"Action": "Our own idea", "Deadline": "2027-04-01"}),
    ("widen", "Actions", "Note"),
    ("write", "Findings", "f1", "The supplier's answer", "The supplier sees it differently"),
    ("write", "Findings", "f1", "Action the supplier proposes", "A second door"),
)
"""What a supplier does: sorts, types, chooses, proposes, adds a row and makes room."""


@pytest.fixture(scope="module")
def mine() -> Any:
    return example_of("supplier-improvement")


@pytest.fixture(scope="module")
def answered(mine: Any) -> Taken:
    """The supplier's copy after its way through LibreOffice."""
    here = Opened(json.loads(bundle_text("en")))
    view = compose(for_audience(mine, "supplier"), here.library, TODAY)
    return take(worked_in(DOCUMENTS["xlsx"].write(view, here.words, here.brand), STEPS))


def changes(mine: Any, answered: Taken) -> dict[str, Any]:
    assert answered.sent is not None
    return {one.change.path: one.change.new for one in returned.incoming(mine, answered.sent, answered.plan)}


def test_only_what_was_typed(mine: Any, answered: Taken) -> None:
    """Sorting and widening are no changes; everything typed is one."""
    found = changes(mine, answered)
    added = [path for path in found if "[added-" in path]

    assert found.keys() - {*added} == {
        "actions[a5].note",
        "actions[a5].percent",
        "actions[a5].due",
        "actions[a5].support_asked",
        "findings[f1].response.stance",
    }


def test_values(mine: Any, answered: Taken) -> None:
    """Dates are dates, percentages whole numbers, chosen words ids."""
    found = changes(mine, answered)

    assert found["actions[a5].due"] == "2027-03-01"
    assert found["actions[a5].percent"] == 35
    assert found["findings[f1].response.stance"] == "disputed"


def test_added_action(mine: Any, answered: Taken) -> None:
    """The row that was added is an action with its deadline."""
    rows = [new for new in changes(mine, answered).values() if isinstance(new, dict)]
    (added,) = [row for row in rows if row["text"] == "Our own idea"]
    assert added["due"] == "2027-04-01"
