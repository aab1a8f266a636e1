"""What came back in a copy: told apart from what was sent and from what has changed since, and taken over."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from planner.advice import returned
from planner.advice.audience import for_audience
from planner.documents.workbook import kinds, lists
from planner.documents.workbook.book import Column
from planner.readers import take

SECRET = "only ours"


@pytest.fixture
def mine(example: dict[str, Any]) -> Any:
    """The buyer's own plan, with a finding and a signal that are the buyer's alone."""
    hidden = {**deepcopy(example["findings"][0]), "id": "hidden", "text": SECRET, "visibility": "buyer"}
    return {**example, "findings": [*example["findings"], hidden]}


@pytest.fixture
def sent(mine: Any) -> Any:
    return for_audience(mine, "supplier")


@pytest.fixture
def came(sent: Any) -> Any:
    return deepcopy(sent)


def paths(mine: Any, sent: Any, came: Any) -> list[str]:
    return [one.change.path for one in returned.incoming(mine, sent, came)]


def only(mine: Any, sent: Any, came: Any) -> returned.Incoming:
    (found,) = returned.incoming(mine, sent, came)
    return found


def test_nothing(mine: Any, sent: Any, came: Any) -> None:
    """A copy that came back as it was sent brings nothing, whatever the buyer has changed since."""
    mine["actions"][0]["note"] = "Since then"
    assert paths(mine, sent, came) == []


def test_change(mine: Any, sent: Any, came: Any) -> None:
    """What the supplier changed is one change, with what was sent and what came."""
    came["actions"][3]["percent"] = 90
    found = only(mine, sent, came)

    assert (found.change.path, found.change.old, found.change.new, found.mine) == ("actions[a4].percent", 60, 90, 60)
    assert not found.clash


def test_clash(mine: Any, sent: Any, came: Any) -> None:
    """Where the buyer has changed the same place since, both values are shown."""
    came["actions"][3]["percent"] = 90
    mine["actions"][3]["percent"] = 75
    found = only(mine, sent, came)

    assert (found.clash, found.mine) == (True, 75)


def test_known_already(mine: Any, sent: Any, came: Any) -> None:
    """What the plan says already is not offered again: the same file can be opened twice."""
    came["actions"][3]["percent"] = 90
    merged = returned.accept(mine, returned.incoming(mine, sent, came))

    assert paths(merged, sent, came) == []


def test_row_that_is_gone(mine: Any, sent: Any, came: Any) -> None:
    """A change of a row the buyer has removed since finds no place and is left out."""
    came["actions"][3]["percent"] = 90
    del mine["actions"][3]
    assert paths(mine, sent, came) == []


def test_added_and_removed(mine: Any, sent: Any, came: Any) -> None:
    """A new row is one change; a removed one is a change nobody was asked for."""
    came["actions"].append({**deepcopy(came["actions"][0]), "id": "new", "text": "Ours"})
    del came["actions"][1]
    found = {one.change.path: one.unasked for one in returned.incoming(mine, sent, came)}

    assert found == {"actions[new]": False, "actions[a2]": True}


@pytest.mark.parametrize(
    ("path", "unasked"), [("status", False), ("due", False), ("text", True), ("visibility", True), ("side", True)]
)
def test_unasked(path: str, unasked: bool, mine: Any, sent: Any, came: Any) -> None:
    """What the supplier was not asked to fill in is marked."""
    came["actions"][0][path] = "changed"
    assert only(mine, sent, came).unasked == unasked


def test_accept_some(mine: Any, sent: Any, came: Any) -> None:
    """Only what is accepted goes into the plan; the buyer's own rows and later work stay."""
    came["actions"][0]["note"] = "From the supplier"
    came["actions"][1]["note"] = "Not this"
    mine["actions"][2]["note"] = "Since then"
    chosen = [one for one in returned.incoming(mine, sent, came) if one.change.path == "actions[a1].note"]
    merged = returned.accept(mine, chosen)

    assert [one["note"] for one in merged["actions"][:3]] == [
        "From the supplier",
        mine["actions"][1]["note"],
        "Since then",
    ]
    assert merged["findings"][-1]["text"] == SECRET


def test_the_planners_own_fields(mine: Any, sent: Any, came: Any) -> None:
    """Revision, kind and language of the copy are no changes."""
    came |= {"revision": 9, "language": "pl"}
    assert paths(mine, sent, came) == []


@pytest.mark.parametrize(
    ("change", "relation"),
    [({"id": "other"}, "other"), ({}, "same"), ({"title": "x", "revision": 1}, "older"), ({"title": "x"}, "newer")],
)
def test_relation(change: dict[str, Any], relation: str, example: Any) -> None:
    """A file is another plan, the same, an older or a newer revision."""
    assert returned.relation(example, {**example, **change}, None) == relation


def test_copy(mine: Any, sent: Any) -> None:
    """A copy that remembers how it was sent is a copy, at its first opening and after it was worked in."""
    opened = take(json.dumps(sent)).plan
    opened["actions"][0]["note"] = "From the supplier"
    again = take(json.dumps(opened))

    assert returned.relation(mine, again.plan, again.sent) == "copy"
    assert paths(mine, again.sent, again.plan) == ["actions[a1].note"]


@pytest.mark.parametrize("audience", ["supplier", "public"])
def test_a_copy_nobody_has_opened_yet(audience: Any, mine: Any) -> None:
    """Opened over the buyer's own plan it is a copy in which nothing has changed: it takes the place of nothing."""
    again = take(json.dumps(for_audience(mine, audience)))

    assert returned.relation(mine, again.plan, again.sent) == "copy"
    assert paths(mine, again.sent, again.plan) == []


@pytest.mark.parametrize(("revision", "relation"), [(1, "same"), (2, "newer")])
def test_a_copy_sent_anew(revision: int, relation: str, mine: Any) -> None:
    """The supplier, with its copy open, opens what the buyer has sent since: it is newer, and can be opened."""
    first = take(json.dumps(for_audience({**mine, "revision": 1}, "supplier"))).plan
    title = mine["title"] if revision == 1 else "Another"
    later = take(json.dumps(for_audience({**mine, "revision": revision, "title": title}, "supplier")))

    assert returned.relation(first, later.plan, later.sent) == relation


@pytest.mark.parametrize(
    ("part", "columns"),
    [("actions", lists.ACTIONS), ("findings", lists.FINDINGS), ("signals", kinds.SIGNALS), ("policy", kinds.AREAS)],
)
def test_yellow_columns_are_asked(part: str, columns: tuple[Column, ...]) -> None:
    """What a yellow column of the workbook brings back is never marked as something nobody was asked for."""
    filled = {column.to.partition(".")[0] for column in columns if column.fill_in}
    asked = {*returned.ASKED[part], *(("actions",) if part == "findings" else ())}

    assert filled
    assert filled <= asked | ({"standing", "evidence"} if part == "policy" else set())
