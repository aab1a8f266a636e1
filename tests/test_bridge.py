"""The page's door: text in, text or bytes out, and a sentence for every failure."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.documents import plan
from planner import bridge
from planner.vocabularies import VOCABULARIES
from tests.conftest import Page

DAY = "2026-11-22"
PLAN = {"schema": 1, "kind": "supplier-improvement"}
ROOT = Path(__file__).resolve().parent.parent


def test_before_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the words are opened, a call fails with a code instead of a crash."""
    monkeypatch.setattr(bridge, "opened", None)

    answer = json.loads(str(bridge.handle("advise", json.dumps({"plan": {}, "day": DAY}))))

    assert answer["error"]["code"] == "no-bundle"


def test_a_zip_of_all_tells_how_far_it_is(page: Page) -> None:
    """Before each file, and within the long ones; never back, and never beyond the end."""
    page("letters", {"plan": PLAN, "day": DAY})  # the words are open
    told: list[tuple[int, int]] = []

    bridge.handle(
        "export", json.dumps({"plan": PLAN, "day": DAY, "format": "zip"}), None, lambda *one: told.append(one)
    )

    far = [done / of for done, of in told]

    assert {place / 6 for place in range(6)} <= set(far)
    assert far == sorted(far)
    assert far[-1] <= 1


@pytest.mark.parametrize("format", ["docx", "xlsx", "html"])
def test_a_long_document_tells_how_far_it_is(page: Page, format: str) -> None:
    """What takes long for a long plan moves on while it is written."""
    page("letters", {"plan": PLAN, "day": DAY})
    body = json.dumps({"plan": plan(40), "day": DAY, "format": format})
    told: list[tuple[int, int]] = []

    bridge.handle("export", body, None, lambda *one: told.append(one))
    far = [done / of for done, of in told]

    assert len(set(far)) >= 5
    assert far == sorted(far)
    assert 0.8 < far[-1] <= 1


def test_answers_cross_as_bytes(page: Page, example: dict[str, Any]) -> None:
    """What the page gets as bytes is what is said, and it knows a file from a sentence."""
    body = {"plan": example, "day": DAY}

    checked = bridge.ask("advise", json.dumps(body))
    written = bridge.ask("export", json.dumps({**body, "format": "json"}))
    refused = bridge.ask("export", json.dumps({**body, "format": "odt"}))

    assert checked == (True, str(bridge.handle("advise", json.dumps(body))).encode())
    assert written == (False, bridge.handle("export", json.dumps({**body, "format": "json"})))
    assert refused[0] is True


CHECKED = """
import json, sys
from planner.bridge import handle
handle("open", json.dumps({"bundle": open("planner/bundles/en.json", encoding="utf-8").read()}))
plan = json.load(open("examples/supplier-improvement.example.json", encoding="utf-8"))
assert json.loads(handle("advise", json.dumps({"plan": plan, "day": "2026-11-22"})))["ok"]
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_a_check_loads_nothing_that_writes_documents() -> None:
    """The first answer in the page waits for no library but the planner's own code and what that needs itself."""
    run = subprocess.run([sys.executable, "-c", CHECKED], cwd=ROOT, capture_output=True, text=True, check=True)

    assert "planner" in run.stdout.split()
    assert not {"jinja2", "markupsafe", "xlsxwriter", "openpyxl", "zipfile", "base64"} & set(run.stdout.split())


@pytest.mark.parametrize(
    ("call", "body", "code"),
    [
        ("dance", {}, "unknown-call"),
        ("advise", {"plan": {}, "day": DAY}, "not-a-plan"),
        ("advise", {"plan": {"schema": 1, "kind": "supplier-improvement"}, "day": "today"}, "bad-day"),
        ("advise", {}, "internal"),
        ("read", {"text": "PK"}, "not-json"),
        ("read", {"text": '{"schema": 9, "kind": "supplier-improvement"}'}, "newer-schema"),
        ("read", {"text": '{"schema": 1, "kind": "supplier-improvement", "findings": [{"text": 1}]}'}, "wrong-type"),
    ],
)
def test_failure(page: Page, call: str, body: dict[str, Any], code: str) -> None:
    """Every failure reaches the page as a code and a sentence of the language."""
    answer = page(call, body)

    assert answer["ok"] is False
    assert answer["error"]["code"] == code
    assert " " in answer["error"]["sentence"]
    assert "{" not in answer["error"]["sentence"]


def test_wrong_type_names_the_field(page: Page) -> None:
    """The sentence names the field by the label people see."""
    answer = page("read", {"text": '{"schema": 1, "kind": "supplier-improvement", "findings": [{"text": 1}]}'})

    assert "What is wrong?" in answer["error"]["sentence"]


def test_wrong_types_name_every_field(page: Page) -> None:
    """Where several places are wrong, each has its sentence."""
    wrong = {"schema": 1, "kind": "supplier-improvement", "title": 1, "findings": [{"text": 1}]}
    answer = page("read", {"text": json.dumps(wrong)})

    assert [place.split("”")[0] for place in answer["error"]["places"]] == ["“Name of the plan", "“What is wrong?"]


def test_read(page: Page, example: dict[str, Any]) -> None:
    """A saved plan comes back as it was."""
    assert page("read", {"text": json.dumps(example)})["body"]["plan"] == example


def test_empty_plan(page: Page) -> None:
    """An empty plan gets remarks on what is missing, no suggestions, and no failure."""
    body = page("advise", {"plan": {"schema": 1, "kind": "supplier-improvement"}, "day": DAY})["body"]

    assert not body["suggestions"]
    assert {"no-buyer", "no-supplier", "no-finding"} <= {remark["code"] for remark in body["remarks"]}


def test_sentences_are_whole(page: Page, example: dict[str, Any]) -> None:
    """No sentence the page gets has a hole in it."""
    body = page("advise", {"plan": example, "day": DAY})["body"]
    sentences = [remark["sentence"] for remark in body["remarks"]] + [
        one["why"] for group in body["suggestions"] for one in group["measures"]
    ]

    assert sentences
    assert not [sentence for sentence in sentences if "{" in sentence or "None" in sentence]


def test_library_words_cross_once(page: Page, example: dict[str, Any]) -> None:
    """What a measure, a topic or a rule says stands once, wherever it is referred to."""
    body = page("advise", {"plan": example, "day": DAY})["body"]
    suggested = {one["measure"] for group in body["suggestions"] for one in group["measures"]}

    assert body["measures"].keys() == suggested
    assert body["topics"].keys() == {one["topic"] for one in body["findings"]}
    assert body["rules"].keys() == {one["rule"] for one in body["remarks"] if one["rule"]}


def test_library_texts_are_not_in_the_plan(page: Page, example: dict[str, Any]) -> None:
    """The page shows the library's words for an action nobody described; the plan holds none of them."""
    texts = page("advise", {"plan": example, "day": DAY})["body"]["texts"]

    assert texts["actions[0].text"] == "Open every exit and keep the ways out clear"
    assert texts["actions[0].text"] not in json.dumps(example)


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("supplier-improvement", {"findings": [{"id": "1", "topic": "wages"}, {"id": "1", "topic": "forced-labour"}]}),
        ("contract-performance", {"findings": [{"id": "1", "topic": "wages"}],
                                  "chain": {"risks": [{"id": "1", "topic": "forced-labour"}]}}),
    ],
)  # fmt: skip
def test_repeated_ids(page: Page, kind: str, rows: dict[str, Any]) -> None:
    """Rows that share an id are advised on each by itself, and remarked on."""
    answer = page("advise", {"plan": {"schema": 1, "kind": kind, **rows}, "day": DAY})

    assert answer["ok"], answer
    assert len({one["subject"] for one in answer["body"]["suggestions"]}) == 2
    assert "repeated-id" in {one["code"] for one in answer["body"]["remarks"]}


def test_hostile_ids(page: Page) -> None:
    """Ids from nowhere are shown as the text they are."""
    plan = {
        "schema": 1, "kind": "supplier-improvement",
        "findings": [{"topic": "../../etc", "position": "<b>", "state": "{x}", "involvement": {"supplier": "{0}"}}],
        "actions": [{"measure": "no-such", "side": "{count}", "status": "new-status", "due": "2027-01-01"}] * 9,
    }  # fmt: skip
    answer = page("advise", {"plan": plan, "day": DAY})

    assert answer["ok"], answer
    assert "../../etc" in json.dumps(answer["body"]["remarks"])


@pytest.mark.parametrize("kind", VOCABULARIES["kinds"])
@pytest.mark.parametrize("call", ["advise", "record", "portfolio"])
def test_ids_of_a_newer_library(page: Page, kind: str, call: str) -> None:
    """Ids nobody knows, in every section, stop no call."""
    odd = "{x}.y"
    area = {"areas": [{"id": odd, "standing": odd}]}
    plan = {
        "schema": 1, "kind": kind, "policy": area, "supports": [odd],
        "chain": {**area, "risks": [{"topic": odd, "link": odd, "severity": odd, "country": odd}]},
        "programme": {**area, "follow_ups": [{"method": odd, "checklist": [odd], "deviations": [{"topic": odd}]}]},
        "findings": [{"id": odd, "topic": odd, "sign": odd, "position": odd, "leverage": {"means": [odd]}}],
        "actions": [{"findings": [odd], "measure": odd, "status": odd, "indicators": [{"unit": odd, "target": 1}]}],
        "signals": [{"date": DAY, "severity": odd, "position": odd, "topic": odd, "findings": [odd]}],
        "escalation": [{"step": odd, "date": DAY}], "reviews": [{"type": odd, "date": DAY, "answers": {odd: odd}}],
    }  # fmt: skip
    named = [{"name": "a.json", "plan": plan}]
    bodies = {
        "advise": {"plan": plan},
        "record": {"plan": plan, "base": plan, "type": odd},
        "portfolio": {"plans": named},
    }
    answer = page(call, {**bodies[call], "day": DAY})

    assert answer["ok"], answer
