"""Four kinds of plan on one page: each is filled in by keyboard, asks little, and keeps what another was told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser import kinds_story as story
from tests.browser.axe import barriers, look
from tests.browser.conftest import LANGUAGES, ROOT
from tests.browser.planner import Planner
from tests.browser.watch import watched

Show = Callable[..., Planner]
KINDS = ("supplier-improvement", "own-policy", "contract-performance", "follow-up-programme")
SPOKEN = {"own-policy": "nl", "contract-performance": "sv", "follow-up-programme": "da"}
STEPS = ("start", "who", "findings", "actions", "follow-up", "check")
ENOUGH = 15
"""Questions on the way to a useful first plan with one finding."""
SHOWN = "(one) => one.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})"
UNFOLD = "for (const part of document.querySelectorAll('action-planner details')) part.open = true"


@pytest.fixture(scope="module", params=[pytest.param(kind, marks=pytest.mark.xdist_group(kind)) for kind in SPOKEN])
def filled_kind(request: pytest.FixtureRequest, browser: Browser, address: str, site: Any) -> Iterator[Planner]:
    """A plan of a kind, filled in by keyboard in a language of its own."""
    language = SPOKEN[request.param]
    with watched(browser) as device:
        page = device.new_page()
        page.goto(f"{address}{language}/planner/")
        here = Planner(page, language, site)
        story.fill_kind(here, request.param)
        yield here


def test_a_kind_is_filled_in_by_keyboard(filled_kind: Planner) -> None:
    """What was typed and chosen is in the plan, and an action answers what was found."""
    plan = filled_kind.plan()

    assert SPOKEN[plan["kind"]] == filled_kind.language
    assert plan["buyer"]["organisation"] == story.BUYER
    assert plan["actions"][0]["owner"] == story.OWNER
    assert plan["actions"][0]["findings"][0] in set(_subjects(plan))


@pytest.mark.parametrize("step", STEPS)
def test_a_step_of_a_kind_has_no_barrier(step: str, filled_kind: Planner) -> None:
    """Areas, risks, lights, forms, ladder and rules, every folded part open."""
    filled_kind.go(step)
    filled_kind.page.evaluate(UNFOLD)

    found = barriers(filled_kind.page)

    look(filled_kind.page, 1280, "light")
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
def test_few_questions_lead_to_a_first_plan(kind: str, planner: Show) -> None:
    """At most fifteen are open, with one finding, area or deviation and one suggested action; others are folded."""
    here = planner("en").ready()
    here.kind(kind).check()
    asked = [path for step in STEPS[:3] for path in _asked(here.go(step))]
    asked += _add_one(here, kind)
    asked += ["actions.owner"]  # the library has given the rest of an action
    asked += _asked(here.go("follow-up"))

    assert len(set(asked)) == len(asked)
    assert len(asked) <= ENOUGH, asked


@pytest.mark.parametrize("kind", KINDS)
def test_every_question_may_be_left_open(kind: str, planner: Show) -> None:
    """“Not known yet” is the first answer of every list, and there among all radios."""
    here = planner("en").ready()
    here.kind(kind).check()

    selects = here.root.locator("select[data-path]")
    radios = here.root.locator('[data-path][data-type="radios"], [data-path][data-type="scale"]')
    assert set(selects.evaluate_all("(all) => all.map((one) => one.options[0].value)")) <= {""}
    assert all(radios.evaluate_all("(all) => all.map((one) => Boolean(one.querySelector('input[value=\"\"]')))"))


def test_another_kind_keeps_everything_typed(planner: Show) -> None:
    """A change of mind costs nothing, there and back."""
    here = planner("en").ready()
    here.open("example.json", _example("supplier-improvement"))
    expect(here.opened).to_contain_text("example.json")
    before = here.plan()
    here.go("start")
    here.kind("own-policy").check()
    here.go("who")
    expect(here.field("supplier.organisation")).to_be_hidden()
    here.field("policy.management").fill("Somebody")
    here.go("start")
    here.kind("supplier-improvement").check()
    after = here.plan()

    assert after.pop("policy")["management"] == "Somebody"
    before.pop("policy", None)
    told = {"revision", "shared"}  # downloading and changing it begins a new revision
    assert {name: after[name] for name in after.keys() - told} == {name: before[name] for name in before.keys() - told}


def test_an_address_presets_kind_and_topic(planner: Show, context: Any, address: str, site: Any) -> None:
    """A page of the guide can lead straight to the right plan."""
    page = context().new_page()
    page.goto(f"{address}da/planner/?kind=contract-performance&topic=wages")
    here = Planner(page, "da", site).ready()

    expect(here.kind("contract-performance")).to_be_checked()
    assert [one["topic"] for one in here.plan()["findings"]] == ["wages"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_comes_back_whole(kind: str, planner: Show) -> None:
    """Whatever a plan of this kind holds survives the page."""
    here = planner(LANGUAGES[KINDS.index(kind)]).ready()
    here.open("example.json", _example(kind))
    expect(here.opened).to_contain_text("example.json")
    first = here.plan()
    here.go("findings")
    here.page.evaluate(UNFOLD)

    assert here.plan() == first


def test_what_a_newer_library_knows_is_shown(planner: Show) -> None:
    """An area, a step and a form this version has no words for go by their ids."""
    plan = json.loads(_example("own-policy"))
    plan["policy"]["areas"].append({"id": "area-of-2031", "standing": "partly"})
    plan["reviews"] = [{"id": "r", "type": "form-of-2031", "answers": {"question-of-2031": "An answer"}}]
    here = planner("en").ready()
    here.open("later.json", json.dumps(plan).encode())
    expect(here.opened).to_contain_text("later.json")

    here.go("findings")
    expect(here.root.locator('[data-area="area-of-2031"] summary')).to_contain_text("area-of-2031")
    here.go("follow-up")
    here.page.evaluate(UNFOLD)
    expect(here.row("reviews")).to_contain_text("question-of-2031")
    expect(here.row("reviews")).to_contain_text("An answer")


def _example(kind: str) -> bytes:
    return (ROOT / "examples" / f"{kind}.example.json").read_bytes()


def _subjects(plan: Any) -> Iterator[str]:
    for section in ("policy", "chain", "programme"):
        part = plan.get(section) or {}
        for name in ("areas", "risks"):
            yield from (one["id"] for one in part.get(name) or [])
        for follow_up in part.get("follow_ups") or []:
            yield from (one["id"] for one in follow_up.get("deviations") or [])


def _asked(where: Locator) -> list[str]:
    """The questions open to be read in a part of the page."""
    found = where.locator("[data-path]").all()
    return [str(one.get_attribute("data-path")) for one in found if one.evaluate(SHOWN)]


def _add_one(here: Planner, kind: str) -> list[str]:
    """The questions of what this kind begins with, where no row of it is open from the start."""
    if kind == "own-policy":
        here.go("findings")
        here.root.locator('[data-area="purchasing"] > summary').click()
        return _asked(here.root.locator('[data-area="purchasing"]'))
    if kind == "follow-up-programme":
        here.go("findings")
        here.row("programme.follow_ups").locator('[data-list="deviations"] > .pl-add > [data-add]').click()
        return [
            f"deviation.{path}" for path in _asked(here.row("programme.follow_ups").locator('[data-list="deviations"]'))
        ]
    return []
