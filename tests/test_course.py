"""What is done, answered or withdrawn is left in peace: it stretches nothing, hides nothing and is not asked about."""

from __future__ import annotations

from typing import Any

import pytest

from planner.advice.compose import compose
from planner.advice.view import View
from planner.library import Library
from planner.readers import from_json
from tests.conftest import TODAY, Page

FINDING = {
    "id": "f", "topic": "wages", "state": "actual", "text": "Late wages", "scale": 3, "scope": 3,
    "irremediability": 2, "position": "supplier-own",
    "involvement": {"supplier": "cause", "buyer": "linked"}, "root_causes": [{"id": "prices"}],
}  # fmt: skip
ACTION = {"id": "a", "findings": ["f"], "text": "Pay", "side": "supplier", "nature": "remedy", "due": "2027-03-01"}
WITHDRAWN = {**ACTION, "id": "w", "status": "withdrawn", "status_reason": "Another way"}


def seen(library: Library, kind: str = "supplier-improvement", **more: Any) -> View:
    plan, _ = from_json.shape({"schema": 1, "kind": kind, "id": "p", "created": "2026-11-01", **more})
    return compose(plan, library, TODAY)


def codes(view: View, path: str = "") -> list[str]:
    return [one.code for one in view.remarks if one.path.startswith(path)]


def test_a_withdrawn_action_stretches_no_follow_up(library: Library) -> None:
    """Follow-ups end with the last deadline there is."""
    agreement = {"first": "2026-12-01", "every": "P6M"}
    late = {**WITHDRAWN, "due": "2035-03-01"}
    view = seen(library, findings=[FINDING], actions=[ACTION, late], agreement=agreement)

    assert view.follow_ups == ("2026-12-01",)


def test_a_withdrawn_action_answers_no_area(library: Library) -> None:
    """Nobody acts on it."""
    area = {"id": "approval", "standing": "no"}
    actions = [{**WITHDRAWN, "findings": ["approval"]}]

    assert "area-without-action" in codes(seen(library, "own-policy", policy={"areas": [area]}, actions=actions))


def test_an_area_that_waits_for_a_reason_is_left(library: Library) -> None:
    """Its evidence says why, as the remark asks."""
    area = {"id": "approval", "standing": "no", "evidence": "Waits until the board meets in March"}

    assert "area-without-action" not in codes(seen(library, "own-policy", policy={"areas": [area]}))


def test_a_withdrawn_action_is_no_action_of_the_buyer(library: Library) -> None:
    """The buyer's own practice is still to be looked at."""
    view = seen(library, findings=[FINDING], actions=[ACTION, {**WITHDRAWN, "side": "buyer"}])

    assert "no-buyer-action" in codes(view)


@pytest.mark.parametrize(("reason", "said"), [("Another way", []), (None, ["status-without-reason"])])
def test_a_withdrawn_action_is_asked_for_its_reason_alone(
    reason: str | None, said: list[str], library: Library
) -> None:
    """Neither for an owner nor for milestones."""
    action = {**WITHDRAWN, "milestones": [{"id": "m"}], "status_reason": reason}

    assert codes(seen(library, findings=[FINDING], actions=[action]), "actions[0]") == said


def test_a_finding_whose_actions_were_withdrawn_is_unanswered(library: Library) -> None:
    """So the reason why nothing is done is printed in its place."""
    (finding,) = seen(library, findings=[FINDING], actions=[WITHDRAWN]).findings

    assert finding.actions == ()


def test_a_signal_with_an_answer_is_not_late(library: Library) -> None:
    """It is asked what has been agreed, and no longer called left lying."""
    signal = {"id": "s", "date": "2026-10-01", "response_due": "2026-10-15", "reply": "The fees are repaid."}
    view = seen(library, findings=[FINDING], signals=[signal])

    assert not view.signals[0].late
    assert [one.done for one in view.events if one.kind == "answer"] == [True]
    assert "signal-without-answer" in codes(view)
    assert "signal-answer-late" not in codes(view)


def test_finished_work_is_not_too_much_at_once(library: Library) -> None:
    """Nine actions of a month that is over."""
    actions = [{**ACTION, "id": f"a{at}", "due": "2026-03-10", "status": "verified"} for at in range(9)]

    assert "too-much-at-once" not in codes(seen(library, findings=[FINDING], actions=actions))


def test_finished_work_does_not_come_before_what_is_grave(library: Library) -> None:
    """Nobody can move it."""
    grave = {**FINDING, "id": "g", "scale": 4, "life_or_freedom": "yes"}
    done = {**ACTION, "due": "2026-03-10", "status": "verified"}
    view = seen(library, findings=[FINDING, grave], actions=[done, {**ACTION, "id": "b", "findings": ["g"]}])

    assert "less-severe-first" not in codes(view)


def test_milestones_of_finished_work_are_done(library: Library) -> None:
    """No calendar reminds of them."""
    milestone = {"id": "m", "text": "First", "due": "2027-01-10"}
    view = seen(library, findings=[FINDING], actions=[{**ACTION, "status": "verified", "milestones": [milestone]}])

    assert [one.done for one in view.events if one.kind == "milestone"] == [True]


def test_all_but_one_is_not_all(library: Library) -> None:
    """199 of 200 actions done are 99 %."""
    actions = [{**ACTION, "id": f"a{at}", "status": "done"} for at in range(199)] + [{**ACTION, "id": "open"}]

    assert seen(library, findings=[FINDING], actions=actions).figures.percent == 99


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("own-policy", {"policy": {"publications": [{"id": "p", "what": "The policy"}]}}),
        ("own-policy", {"consultations": [{"id": "c", "body": "A union"}]}),
        ("own-policy", {"policy": {"management": "The director"}}),
        ("follow-up-programme", {"programme": {"coordinators": [{"id": "c", "name": "Somebody"}]}}),
        ("supplier-improvement", {"participants": [{"id": "p", "name": "Somebody", "side": "buyer"}]}),
        ("supplier-improvement", {"escalation": [{"id": "e", "step": "talk"}]}),
        ("supplier-improvement", {"agreement": {"first": "2026-12-01"}}),
    ],
)
def test_whatever_was_typed_is_in_the_document(kind: str, part: dict[str, Any], library: Library) -> None:
    """A plan with anything in it is no template with lines to fill in by hand."""
    assert not seen(library, kind, **part).blank


def test_a_plan_that_was_only_begun_is_a_template(library: Library) -> None:
    """It has a title, a buyer and what it is about."""
    buyer = {"organisation": "Buyer", "country": "DK"}

    assert seen(library, title="Ours", buyer=buyer, trigger={"type": "visit"}, contract={"reference": "12"}).blank


def test_an_unknown_part_of_involvement(library: Library) -> None:
    """A later planner may know more parties than two: what it says stays, and is no reason to stop."""
    involved = {"supplier": "linked", "buyer": "linked", "others": ["cause"], "more": "cause"}
    view = seen(library, findings=[{**FINDING, "involvement": involved}], actions=[{**ACTION, "nature": "prevent"}])

    assert "no-remedy" not in codes(view)


def test_two_areas_with_one_id(page: Page) -> None:
    """Somebody has put two files together: advice comes, and says so."""
    areas = [{"id": "policy-statement", "standing": "no"}, {"id": "policy-statement", "standing": "partly"}]
    plan = {"schema": 1, "kind": "own-policy", "policy": {"areas": areas}}
    answer = page("advise", {"plan": plan, "day": TODAY.isoformat()})

    assert answer["ok"], answer
    assert "repeated-id" in {one["code"] for one in answer["body"]["remarks"]}


def test_a_number_longer_than_any(page: Page) -> None:
    """A cost of four hundred digits is written out, not an error."""
    plan = {"schema": 1, "kind": "supplier-improvement", "actions": [{**ACTION, "cost": {"amount": 10**400}}]}

    made = page("export", {"plan": plan, "format": "html", "day": TODAY.isoformat()})

    assert isinstance(made, bytes), made
