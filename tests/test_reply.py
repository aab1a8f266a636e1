"""What the page shows beside what was typed: first hours, causes, areas, signals, agenda, rules, proposals."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Page

DAY = "2026-11-22"


def advised(page: Page, kind: str = "supplier-improvement", **plan: Any) -> Any:
    """Give what the page is told of a plan."""
    answer = page("advise", {"plan": {"schema": 1, "kind": kind, **plan}, "day": DAY})
    assert answer["ok"], answer
    return answer["body"]


def test_urgent(page: Page) -> None:
    """Critical harm that is happening brings the first hours, with what to do and to avoid for its topic."""
    finding = {"topic": "corruption", "state": "actual", "life_or_freedom": "yes"}
    body = advised(page, findings=[finding])
    within = [step["within"] for step in body["first_hours"]["steps"]]

    assert body["findings"][0]["urgent"]
    assert within == sorted(within, key=lambda one: int(one[2:-1]))
    assert body["first_hours"]["title"]
    assert body["topics"]["corruption"]["first"]
    assert body["topics"]["corruption"]["avoid"]


def test_urgent_until_it_is_contained(page: Page) -> None:
    """Once an action that stops the harm is done, the first hours are over."""
    finding = {"id": "f", "topic": "corruption", "state": "actual", "life_or_freedom": "yes"}
    action = {"id": "a", "findings": ["f"], "nature": "contain", "status": "done"}

    assert not advised(page, findings=[finding], actions=[action])["findings"][0]["urgent"]


def test_help_with_a_finding(page: Page) -> None:
    """A finding has its topic's causes, a worked example, the standards and the guide's page."""
    found = advised(page, findings=[{"topic": "corruption"}])["topics"]["corruption"]

    assert {cause["origin"] for cause in found["causes"]} == {"supplier", "buyer", "context"}
    assert all(cause["title"] and cause["origin_title"] for cause in found["causes"])
    assert found["example"].startswith("Example:")
    assert found["about"]
    assert found["references"]
    assert found["guide"]["path"]


def test_topic_of_a_newer_library(page: Page) -> None:
    """A topic nobody knows has no help, but the buyer's own causes."""
    body = advised(page, findings=[{"topic": "time-travel", "life_or_freedom": "yes"}])
    found = body["topics"][body["findings"][0]["topic"]]

    assert found["example"] is None
    assert {cause["origin"] for cause in found["causes"]} == {"buyer"}
    assert body["findings"][0]["urgent"]


def test_areas(page: Page) -> None:
    """Every area of the kind has its number and title, the answered one its place and its actions."""
    action = {"id": "a", "findings": ["approval"], "text": "Adopt it"}
    areas = advised(page, "own-policy", policy={"areas": [{"id": "approval", "standing": "no"}]}, actions=[action])[
        "areas"
    ]
    (one,) = [area for area in areas if area["id"] == "approval"]

    assert len(areas) == 18
    assert (one["index"], one["standing"], one["actions"]) == (0, "no", ["A1"])
    assert all(area["title"] for area in areas)


def test_area_of_a_newer_library(page: Page) -> None:
    """An area nobody knows is shown by its id."""
    areas = advised(page, "own-policy", policy={"areas": [{"id": "quantum", "standing": "no"}]})["areas"]

    assert areas[-1]["title"] == "quantum"


def test_suggestions_are_grouped(page: Page) -> None:
    """A suggestion says the number and the title of what it answers, whatever that is."""
    areas = {"areas": [{"id": "contract-risks", "standing": "no"}]}
    risk = {"id": "r", "topic": "working-hours", "product": "Jackets", "link": "deeper", "severity": "major"}
    body = advised(page, "contract-performance", chain={**areas, "risks": [risk]}, findings=[{"topic": "corruption"}])

    assert {(one["number"][0], one["subject"]) for one in body["suggestions"]} == {
        ("P", body["areas"][0]["title"]), ("R", "Working hours · Jackets"), ("F", "Corruption"),
    }  # fmt: skip
    said = [one["why"] for group in body["suggestions"] for one in group["measures"]]
    assert not [why for why in said if "None" in why or "{" in why]


def test_signal(page: Page) -> None:
    """A signal says what is asked, proposes a date, and keeps the caution until the source is safe."""
    signal = {"id": "s", "date": "2026-11-02", "position": "deeper", "severity": "major"}
    (found,) = advised(page, signals=[signal])["signals"]

    assert (found["answer_due"], found["answer_text"]) == ("2026-11-16", "16 November 2026")
    assert found["proposed"]
    assert found["late"]
    assert found["protect"]
    assert len(found["asked"]) == 1
    assert advised(page, signals=[{**signal, "source_protected": "yes"}])["signals"][0]["protect"] is None


def test_step(page: Page) -> None:
    """A step says when it fits, how to do it and what to mind; one nobody knows shows its id."""
    steps = advised(page, escalation=[{"step": "fine", "date": "2026-10-01"}, {"step": "spell"}])["steps"]

    assert all(steps[0][part] for part in ("title", "fits", "do", "mind", "basis"))
    assert (steps[1]["title"], steps[1]["fits"]) == ("spell", None)


def test_weigh(page: Page) -> None:
    """A step towards leaving brings the questions to weigh; without one there are none."""
    weigh = advised(page, escalation=[{"step": "terminate"}])["weigh"]

    assert len(weigh["questions"]) >= 8
    assert all(question.endswith("?") for question in weigh["questions"])
    assert advised(page, escalation=[{"step": "talk"}])["weigh"] is None


def test_competition(page: Page) -> None:
    """Joint means bring the caution on competition law."""
    finding = {"topic": "corruption", "leverage": {"means": ["sector"]}}

    assert advised(page, findings=[finding])["competition"]
    assert advised(page, findings=[{"topic": "corruption"}])["competition"] is None


def test_opened(page: Page) -> None:
    """A follow-up has its light in words, its deviations, and what closing it still lacks."""
    deviation = {"id": "d", "text": "Fees", "due": "2026-11-01"}
    follow_up = {"supplier": "Mill", "checklist": ["effect-seen"], "deviations": [deviation]}
    (found,) = advised(page, "follow-up-programme", programme={"follow_ups": [follow_up]})["opened"]

    assert (found["light"], found["deviations"]) == ("red", [{"number": "D1", "late": True}])
    assert found["light_title"].startswith("Red")
    assert "effect-seen" not in [one["id"] for one in found["to_do"]]


def test_agenda(page: Page) -> None:
    """Each item of the agenda says in words what it is about and when."""
    body = advised(
        page, "contract-performance",
        actions=[{"id": "a", "text": "Repair", "due": "2026-11-01"}, {"id": "b", "measure": "agree-lead-times"}],
        signals=[{"id": "s", "text": "Fees", "date": "2026-11-10"}], escalation=[{"id": "e", "step": "talk"}],
        chain={"reports_due": [{"id": "r", "due": "2026-12-01"}]},
    )  # fmt: skip
    said = {(one["kind"], one["text"]) for one in body["agenda"]}

    assert {("late", "Repair"), ("signal", "Fees"), ("step", "Talk it through")} <= said
    assert all(one["title"] and one["text"] for one in body["agenda"])
    assert body["agenda"][0]["date_text"] == "1 November 2026"


def test_timeline(page: Page) -> None:
    """Every date says what it is about, whatever it belongs to."""
    body = advised(
        page, "contract-performance",
        actions=[{"id": "a", "text": "Repair", "due": "2026-12-01"}],
        signals=[{"id": "s", "text": "Fees", "date": "2026-11-10", "severity": "minor"}],
        escalation=[{"id": "e", "step": "talk", "answer_due": "2026-12-05"}],
        chain={"reports_due": [{"id": "r", "due": "2026-12-20"}]},
    )  # fmt: skip

    said = [(one["number"], one["title"]) for one in body["timeline"]]
    assert said == [("A1", "Repair"), ("E1", "Talk it through"), ("S1", "Fees"), (None, "The supplier's report")]


def test_smart(page: Page) -> None:
    """Each indicator has the letters it meets, and what it lacks in words."""
    action = {"id": "a", "text": "Record", "due": "2027-03-01", "indicators": [{"name": "Hours"}]}
    (found,) = advised(page, actions=[action])["smart"]

    assert found["path"] == "actions[0].indicators[0]"
    assert found["met"] == ["time-bound"]
    assert {one["id"] for one in found["lacks"]} == {"specific", "measurable", "attainable", "realistic"}
    assert all(" " in one["text"] for one in found["lacks"])


def test_reviews(page: Page) -> None:
    """Reviews have their name and day in words, the latest first."""
    held = [{"type": "progress", "date": "2026-10-01"}, {"type": "account", "date": "2026-11-01"}]
    reviews = advised(page, reviews=held)["reviews"]

    assert [(one["index"], one["date_text"]) for one in reviews] == [(1, "1 November 2026"), (0, "1 October 2026")]
    assert reviews[1]["title"] == "Follow-up"


def test_remark_says_its_rule(page: Page) -> None:
    """A remark that rests on a rule gives it with its standards; plain arithmetic has none, but a proposal."""
    action = {"id": "a", "text": "Record", "start": "2026-11-10", "due": "2026-11-01"}
    body = advised(page, findings=[{"topic": "wages"}], actions=[action])
    remarks = {one["code"]: one for one in body["remarks"]}

    assert remarks["finding-not-rated"]["rule"] == "severity-is-the-highest-dimension"
    assert body["rules"]["severity-is-the-highest-dimension"]["text"]
    assert "UNGP 24" in remarks["finding-not-rated"]["references"]
    assert remarks["finding-not-rated"]["proposal"] is None
    assert remarks["due-before-start"]["rule"] is None
    assert "10 November 2026" in remarks["due-before-start"]["proposal"]


@pytest.mark.parametrize(
    ("kind", "plan", "code", "step"),
    [
        ("contract-performance", {}, "no-risk-analysis", "findings"),
        ("contract-performance", {}, "no-report-due", "follow-up"),
        ("own-policy", {}, "not-approved", "findings"),
        ("own-policy", {}, "not-published", "follow-up"),
        ("own-policy", {}, "no-consultation-policy", "who"),
        ("follow-up-programme", {}, "no-category", "findings"),
        ("supplier-improvement", {"signals": [{"id": "s"}]}, "signal-without-position", "follow-up"),
        ("supplier-improvement", {"escalation": [{"step": "fine"}]}, "step-without-basis", "follow-up"),
    ],
)
def test_remark_leads_to_its_step(page: Page, kind: str, plan: dict[str, Any], code: str, step: str) -> None:
    """A remark leads to the step of the page on which it can be answered."""
    found = {one["code"]: one["step"] for one in advised(page, kind, **plan)["remarks"]}

    assert found[code] == step


def test_counted(page: Page) -> None:
    """A remark that counts says one as one and several as several."""
    areas = page("advise", {"plan": {"schema": 1, "kind": "own-policy"}, "day": DAY})["body"]["areas"]
    all_but = [{"id": area["id"], "standing": "yes"} for area in areas]
    for left, said in ((1, "one area"), (2, "2 areas")):
        remarks = advised(page, "own-policy", policy={"areas": all_but[left:]})["remarks"]

        assert said in next(one["sentence"] for one in remarks if one["code"] == "area-unknown")


def test_proposals_belong_to_remarks(bundle: dict[str, Any]) -> None:
    """Every proposal answers a remark there is, with what that remark knows."""
    assert bundle["words"]["proposals"].keys() <= bundle["words"]["remarks"].keys()
