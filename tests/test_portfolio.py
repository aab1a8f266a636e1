"""Several plans opened together: what is late, what is open, and a year of follow-up that starts from them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from planner.readers import from_json
from tests.conftest import Page

DAY = "2026-11-22"


def plan(id: str = "one", **more: Any) -> dict[str, Any]:
    return {
        "schema": 1, "kind": "supplier-improvement", "id": id, "created": "2026-10-01", "title": f"Plan {id}",
        "supplier": {"organisation": f"Mill {id}"}, "contract": {"category": "Work clothes"},
        "trigger": {"type": "visit", "date": "2026-09-15"}, **more,
    }  # fmt: skip


FINDING = {"id": "f", "topic": "working-hours", "text": "Long hours", "scale": 4}
OPEN = {"id": "a", "findings": ["f"], "text": "New rosters", "owner": "Planner", "due": "2026-12-01"}
LATE = {**OPEN, "due": "2026-11-21"}
DONE = {**LATE, "status": "verified"}


@pytest.fixture
def opened(page: Page) -> Callable[..., Any]:
    """Open plans together."""

    def portfolio(*plans: dict[str, Any]) -> Any:
        named = [{"name": f"{one['id']}.json", "plan": one} for one in plans]
        answer = page("portfolio", {"plans": named, "day": DAY})
        assert answer["ok"], answer
        return answer["body"]

    return portfolio


@pytest.mark.parametrize(
    ("actions", "light"),
    [([OPEN], "yellow"), ([LATE], "red"), ([DONE], "green"), ([], "yellow"), ([LATE, DONE], "red")],
)
def test_light(opened: Any, actions: list[Any], light: str) -> None:
    """A plan is red when something open is late, yellow while anything is open, green when all is done."""
    (row,) = opened(plan(findings=[FINDING], actions=actions))["rows"]

    assert row["light"] == light


def test_not_examined(opened: Any) -> None:
    """A plan in which nothing has been looked at is grey."""
    assert opened(plan(trigger={}))["rows"][0]["light"] == "grey"


@pytest.mark.parametrize(
    ("status", "due", "light"),
    [("agreed", "2026-12-01", "yellow"), ("agreed", "2026-11-01", "red"), ("done", "2026-11-01", "green")],
)
def test_light_of_a_policy(opened: Any, status: str, due: str, light: str) -> None:
    """A policy has the light of its actions; it has no supplier to follow up."""
    action = {"id": "a", "findings": ["purchasing"], "text": "Write", "due": due, "status": status}
    body = opened(plan(kind="own-policy", actions=[action]))

    assert body["rows"][0]["light"] == light
    assert body["programme"]["programme"]["follow_ups"] == []


@pytest.mark.parametrize(("due", "light"), [("2026-11-21", "red"), ("2026-12-01", "yellow")])
def test_light_of_a_contract(opened: Any, due: str, light: str) -> None:
    """Actions that answer no finding, but an area or a risk, are looked at too."""
    action = {"id": "a", "findings": ["targets"], "text": "Publish", "due": due}
    (row,) = opened(plan(kind="contract-performance", actions=[action]))["rows"]

    assert row["light"] == light


def test_row(opened: Any) -> None:
    """A row says whose plan it is, how far it is, and what comes next."""
    (row,) = opened(plan(findings=[FINDING], actions=[OPEN]))["rows"]

    assert (row["name"], row["supplier"], row["open"], row["late"]) == ("one.json", "Mill one", 1, 0)
    assert (row["critical"], row["next"], row["next_text"]) == (1, "2026-12-01", "1 December 2026")
    assert row["kind_title"] == "Improvement plan with a supplier"


def test_late_first(opened: Any) -> None:
    """What is late stands by date over all plans, with its plan and its owner."""
    later = plan("two", findings=[FINDING], actions=[{**OPEN, "due": "2026-10-01"}])
    late = opened(plan(findings=[FINDING], actions=[LATE]), later)["late"]

    assert [(one["plan"], one["due"], one["owner"]) for one in late] == [
        ("two.json", "2026-10-01", "Planner"), ("one.json", "2026-11-21", "Planner"),
    ]  # fmt: skip


def test_deviations(opened: Any) -> None:
    """Open findings are open deviations, due when their first open action is; remedied ones are not."""
    gone = {**FINDING, "id": "g", "text": "Remedied"}
    done = {**DONE, "id": "b", "findings": ["g"]}
    body = opened(plan(findings=[FINDING, gone], actions=[OPEN, done]))

    assert [(one["title"], one["due"], one["late"]) for one in body["deviations"]] == [
        ("Long hours", "2026-12-01", False)
    ]


def test_programme(opened: Any) -> None:
    """The programme has a follow-up for each supplier, with its category, its deviations and their dates."""
    body = opened(plan(findings=[FINDING], actions=[OPEN]), plan("two", findings=[FINDING], actions=[OPEN]))
    programme = body["programme"]["programme"]

    assert [one["supplier"] for one in programme["follow_ups"]] == ["Mill one", "Mill two"]
    assert [one["name"] for one in programme["categories"]] == ["Work clothes"]
    (deviation,) = programme["follow_ups"][0]["deviations"]
    assert (deviation["topic"], deviation["text"], deviation["due"]) == ("working-hours", "Long hours", "2026-12-01")
    assert programme["year"] == 2026


def test_programme_is_a_plan(opened: Any, page: Page) -> None:
    """The programme opens without an error, though both plans used the same ids."""
    body = opened(plan(findings=[FINDING], actions=[OPEN]), plan("two", findings=[FINDING], actions=[LATE]))
    programme, remarks = from_json.read(json.dumps(body["programme"]))
    answer = page("advise", {"plan": dict(programme), "day": DAY})["body"]

    assert not remarks
    assert not [one for one in answer["remarks"] if one["weight"] == "error"]
    assert [one["light"] for one in answer["opened"]] == ["yellow", "red"]


def test_same_light_in_both(opened: Any, page: Page) -> None:
    """A supplier has the same light in the portfolio and in the programme started from it."""
    body = opened(
        *(plan(id, findings=[FINDING], actions=one) for id, one in (("a", [OPEN]), ("b", [LATE]), ("c", [DONE])))
    )
    answer = page("advise", {"plan": body["programme"], "day": DAY})["body"]

    assert [row["light"] for row in body["rows"]] == [one["light"] for one in answer["opened"]]


def test_finding_from_a_sign(opened: Any, bundle: dict[str, Any]) -> None:
    """A finding started from a risk sign goes by the sign's words, in the list and in the programme."""
    sign = bundle["facts"]["topics"][-1]["signs"][0]["id"]
    topic = bundle["facts"]["topics"][-1]["id"]
    said = bundle["words"]["topics"][topic]["signs"][sign]
    body = opened(plan(findings=[{"id": "f", "topic": topic, "sign": sign}]))

    assert body["deviations"][0]["title"] == said
    assert body["programme"]["programme"]["follow_ups"][0]["deviations"][0]["text"] == said


def test_earlier_programme(opened: Any) -> None:
    """A programme among the plans hands its open follow-ups on, and its late deviations count."""
    deviation = {"id": "d", "text": "Fees", "due": "2026-10-01"}
    opened_ = {"id": "u", "supplier": "Farm", "date": "2026-09-01", "deviations": [deviation]}
    closed = {"id": "v", "supplier": "Mine", "closed": "2026-10-01"}
    body = opened(plan(kind="follow-up-programme", programme={"follow_ups": [opened_, closed]}))

    assert [one["supplier"] for one in body["programme"]["programme"]["follow_ups"]] == ["Farm"]
    assert (body["rows"][0]["late"], body["rows"][0]["light"]) == (1, "red")


def test_no_plans(opened: Any) -> None:
    """Nothing opened is an empty portfolio and an empty programme."""
    body = opened()

    assert body["rows"] == []
    assert body["programme"]["kind"] == "follow-up-programme"
