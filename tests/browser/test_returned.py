"""A copy that comes back: opened in the page, listed side by side, taken over as far as the buyer wants."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import ROOT
from tests.browser.planner import START, Planner
from tests.browser.watch import DAY
from tests.office.libreoffice import worked_in

Show = Callable[..., Planner]
EXAMPLE = (ROOT / "examples" / "supplier-improvement.example.json").read_bytes()
NOTE, TEXT, IDEA = "Half of it is done", "Something else", "Our own idea"


def copy_for_the_supplier(here: Planner, format: str = "xlsx") -> bytes:
    """Open the example as the buyer's own plan, and download the supplier's copy of it."""
    here.open("mine.json", EXAMPLE)
    expect(here.opened).to_contain_text("mine.json", timeout=START)
    here.go("check")
    audience = here.section("check").get_by_label(here.form["check"]["audience"], exact=True)
    audience.select_option("supplier")
    copy = here.download(format)
    audience.select_option("")
    return copy


def answered(here: Planner, workbook: bytes) -> bytes:
    """The workbook as a supplier sends it back, worked in with LibreOffice."""
    documents = here.words["documents"]
    actions, labels = documents["workbook"]["sheets"]["actions"], documents["labels"]
    steps = (
        ("sort", actions, labels["due"]),
        ("write", actions, "a5", labels["note"], NOTE),
        ("write", actions, "a5", labels["action"], TEXT),
        ("add", actions, {labels["action"]: IDEA}),
    )
    return worked_in(workbook, steps)


def change(here: Planner, text: str) -> Locator:
    """One change in the list, by what came back."""
    return here.opened.locator(".pl-returned-item").filter(has_text=text)


def accept(here: Planner) -> None:
    here.opened.get_by_role("button", name=here.form["returned"]["accept"], exact=True).click()
    expect(here.opened).to_contain_text(here.form["buttons"]["undo"], timeout=START)


def action(plan: Any, id: str) -> Any:
    return next(one for one in plan["actions"] if one["id"] == id)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_from_libreoffice_into_the_plan(language: str, planner: Show) -> None:
    """What a supplier typed in LibreOffice is listed; what is chosen goes into the plan, with a review of the day."""
    here = planner(language).ready()
    here.open("answered.xlsx", answered(here, copy_for_the_supplier(here)))
    expect(here.opened).to_contain_text(here.form["returned"]["title"], timeout=START)

    expect(change(here, NOTE).get_by_role("checkbox")).to_be_checked()
    expect(change(here, TEXT).get_by_role("checkbox")).not_to_be_checked()
    accept(here)
    plan = here.plan()
    assert action(plan, "a5")["note"] == NOTE
    assert action(plan, "a5")["text"] != TEXT
    assert plan["actions"][-1]["text"] == IDEA
    assert (plan["reviews"][-1]["date"], plan["reviews"][-1]["type"]) == (DAY, "progress")
    assert plan["revision"] == json.loads(EXAMPLE)["revision"] + 1


def filled_in(copy: bytes, **fields: Any) -> bytes:
    """A planner file the supplier has filled in elsewhere: its first action, with what the page remembers of a copy."""
    plan = json.loads(copy)
    plan["copy_of"]["plan"] = {name: value for name, value in plan.items() if name != "copy_of"}
    changed = json.loads(json.dumps(plan))
    changed["actions"][0] |= fields
    return json.dumps(changed).encode()


def test_a_planner_file_comes_back(planner: Show) -> None:
    """A copy filled in as a planner file is listed like a workbook, and nothing is taken over unasked."""
    here = planner("sv").ready()
    here.open("svar.json", filled_in(copy_for_the_supplier(here, "json"), note=NOTE))
    expect(change(here, NOTE)).to_be_visible(timeout=START)
    here.opened.get_by_role("button", name=here.form["returned"]["leave"], exact=True).click()

    expect(here.opened).to_contain_text(here.form["returned"]["left"])
    assert NOTE not in json.dumps(here.plan())


def test_what_both_have_changed(planner: Show) -> None:
    """Where the buyer has changed the same since, its own value is shown too, and nothing is chosen beforehand."""
    here = planner("en").ready()
    copy = copy_for_the_supplier(here, "json")
    here.go("actions")
    row = here.row("actions")
    row.locator("summary").first.click()
    here.shown(here.field("actions.note", row)).fill("Ours since then")
    here.open("answer.json", filled_in(copy, note=NOTE))

    expect(change(here, NOTE)).to_contain_text("Ours since then", timeout=START)
    expect(change(here, NOTE)).to_contain_text(here.form["returned"]["clash"])
    expect(change(here, NOTE).get_by_role("checkbox")).not_to_be_checked()


def test_the_way_back(planner: Show) -> None:
    """Taking over can be undone."""
    here = planner("en").ready()
    here.open("answer.json", filled_in(copy_for_the_supplier(here, "json"), note=NOTE))
    expect(change(here, NOTE)).to_be_visible(timeout=START)
    accept(here)
    here.button("undo", here.opened).click()

    assert NOTE not in json.dumps(here.plan())


def test_an_older_revision_waits(planner: Show) -> None:
    """An older file of the plan on the page does not take its place unasked."""
    here = planner("da").ready()
    newer = json.loads(EXAMPLE) | {"revision": 7, "title": "Newer"}
    here.open("newer.json", json.dumps(newer).encode())
    expect(here.opened).to_contain_text("newer.json", timeout=START)
    here.open("older.json", EXAMPLE)

    expect(here.opened).to_contain_text(here.form["files"]["older-open"], timeout=START)
    expect(here.field("title")).to_have_value("Newer")
    here.opened.get_by_role("button", name=here.form["files"]["older-open"], exact=True).click()
    expect(here.field("title")).to_have_value(json.loads(EXAMPLE)["title"])


def test_the_supplier_opens_its_copy(planner: Show) -> None:
    """On an empty page a copy opens as the plan, says what to do with it, and can serve another customer."""
    copy = copy_for_the_supplier(planner("en").ready())
    here = planner("nl").ready()
    here.open("plan.xlsx", copy)
    expect(here.opened).to_contain_text(here.form["files"]["copy-alone"][:40], timeout=START)
    here.opened.get_by_role("button", name=here.form["files"]["another"], exact=True).click()
    expect(here.opened).to_contain_text(here.form["files"]["another-made"], timeout=START)

    plan = here.plan()
    assert plan["buyer"]["organisation"] is None
    assert plan["supplier"]["organisation"] == json.loads(EXAMPLE)["supplier"]["organisation"]


def test_every_change_after_sharing_is_a_new_revision(planner: Show) -> None:
    """The first change after a download begins a new revision; downloads without a change do not."""
    here = planner("en").ready()
    here.open("mine.json", EXAMPLE)
    expect(here.opened).to_contain_text("mine.json", timeout=START)
    first, again = here.plan()["revision"], here.plan()["revision"]
    here.go("start")
    here.name("Changed")

    assert (first, again, here.plan()["revision"]) == (2, 2, 3)


REFUSED = {
    "password.xlsx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "workbook-encrypted",
    ),
    "no-workbook.xlsx": (b"PK\x03\x04 not a zip", "not-a-workbook"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str, planner: Show) -> None:
    """A file that cannot be read gets its sentence, and what was typed stays."""
    content, code = REFUSED[name]
    here = planner("en").ready()
    here.name("What I had typed")
    here.open(name, content)

    expect(here.opened).to_contain_text(here.words["errors"][code], timeout=START)
    expect(here.field("title")).to_have_value("What I had typed")


def test_a_file_of_50_mb(planner: Show) -> None:
    """A file far too large is refused before it is read, and the page answers at once."""
    here = planner("en").ready()
    here.open("huge.xlsx", b"PK" + b"\0" * 51_000_000)

    expect(here.opened).to_contain_text(here.form["files"]["too-large"], timeout=START)
