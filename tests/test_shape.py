"""A plan in, a plan in shape out: nothing known is lost, nothing unusable slips through."""

from __future__ import annotations

import json
from typing import Any

import pytest

from planner.cleaning import clean
from planner.errors import NotAPlan
from planner.plan import SCHEMA, Plan, empty
from planner.readers import from_json
from planner.schema import schema
from planner.shape import copied, fields


def text(**plan: Any) -> str:
    return json.dumps({"schema": 1, "kind": "supplier-improvement", **plan})


class TestRead:
    def test_missing_parts(self) -> None:
        """Every part may be missing; what is read has them all."""
        plan, remarks = from_json.read(text())

        assert not remarks
        assert plan["supplier"]["organisation"] is None
        assert plan["findings"] == []
        assert plan.keys() == fields(Plan).keys()

    def test_null_parts(self) -> None:
        """Every part may be null."""
        plan, remarks = from_json.read(text(**dict.fromkeys(fields(Plan).keys() - {"schema", "kind"})))

        assert not remarks
        assert plan["agreement"]["channel"] == []

    def test_unknown_fields(self) -> None:
        """Fields a newer planner wrote are kept, at every depth."""
        plan, _ = from_json.read(text(future={"a": 1}, findings=[{"id": "f", "colour": "red"}]))

        assert plan["future"] == {"a": 1}  # type: ignore[typeddict-item]
        assert plan["findings"][0]["colour"] == "red"  # type: ignore[typeddict-item]

    def test_twice(self, example: dict[str, Any]) -> None:
        """Reading what was read changes nothing."""
        again, remarks = from_json.read(json.dumps(example))

        assert not remarks
        assert again == example

    def test_byte_order_mark(self) -> None:
        """A file saved by an editor that writes a mark opens."""
        plan, _ = from_json.read("\ufeff" + text(title="Mark"))

        assert plan["title"] == "Mark"

    def test_rows_without_id(self) -> None:
        """Rows without an id get one, the same at every reading, and never one that is taken."""
        given = text(findings=[{"text": "a"}, {"id": "finding-1"}], actions=[{"milestones": [{"text": "m"}]}])
        plan, _ = from_json.read(given)

        assert [row["id"] for row in plan["findings"]] == ["finding-1x", "finding-1"]
        assert plan["actions"][0]["milestones"][0]["id"] == "milestone-1"
        assert from_json.read(given)[0] == plan

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            ("", "not-json"),
            ("{", "not-json"),
            ("PK\x03\x04", "not-json"),
            ('{"schema": NaN, "kind": "supplier-improvement"}', "not-json"),
            ('{"schema": 1, "kind": "supplier-improvement", "more": 1e999}', "not-json"),
            ("9" * 5_000, "not-json"),
            ("[" * 200_000, "too-deep"),
            ("[]", "not-a-plan"),
            ("null", "not-a-plan"),
            ('{"name": "package"}', "not-a-plan"),
            ('{"schema": true, "kind": "supplier-improvement"}', "not-a-plan"),
            ('{"schema": 0, "kind": "supplier-improvement"}', "not-a-plan"),
            ('{"schema": "1", "kind": "supplier-improvement"}', "not-a-plan"),
            ('{"schema": 2, "kind": "supplier-improvement"}', "newer-schema"),
            ('{"schema": 1, "kind": "holiday"}', "unknown-kind"),
            ('{"schema": 1, "kind": ["supplier-improvement"]}', "unknown-kind"),
            (" " * 25_000_001, "too-large"),
            (text(findings=[{}] * 2_001), "too-many-rows"),
            (text(findings={}), "wrong-type"),
            (text(supplier="Factory"), "wrong-type"),
            (text(title=5), "wrong-type"),
            (text(findings=[{"scale": "high"}]), "wrong-type"),
        ],
    )
    def test_refused(self, given: str, code: str) -> None:
        """A foreign, broken, huge or newer file is refused with its own code."""
        with pytest.raises(NotAPlan) as refused:
            from_json.read(given)

        assert refused.value.code == code

    def test_every_wrong_place(self) -> None:
        """A refusal names every place that is wrong, not the first alone."""
        with pytest.raises(NotAPlan) as refused:
            from_json.read(text(title=5, findings=[{"scale": "high"}]))

        assert {remark.path for remark in refused.value.remarks} == {"title", "findings[0].scale"}

    def test_bad_date(self) -> None:
        """A date that is none is kept as typed and remarked."""
        plan, remarks = from_json.read(text(trigger={"date": "next week"}))

        assert plan["trigger"]["date"] == "next week"
        assert [(remark.path, remark.code) for remark in remarks] == [("trigger.date", "bad-date")]

    @pytest.mark.parametrize("value", [0, 5, -1])
    def test_out_of_range(self, value: int) -> None:
        """A score outside 1 to 4 is kept as typed and remarked."""
        plan, remarks = from_json.read(text(findings=[{"scale": value}]))

        assert plan["findings"][0]["scale"] == value
        assert remarks[0].code == "out-of-range"


class TestClean:
    @pytest.mark.parametrize("bad", ["\x00", "\x07", "\x0b", "\x1f", "\ud800", "\udfff", "\ufffe"])
    def test_forbidden(self, bad: str) -> None:
        """What no document can hold becomes U+FFFD, with a remark that says where."""
        cleaned, remarks = clean({"a": [f"x{bad}y"]})

        assert cleaned == {"a": ["x\ufffdy"]}
        assert [remark.path for remark in remarks] == ["a[0]"]

    @pytest.mark.parametrize(
        "good", ["<img src=x onerror=alert(1)>", "=HYPERLINK(1)", "שלום", "👩‍🏭", "a\tb\nc", "x" * 10_000, "\u202eabc"]
    )
    def test_kept(self, good: str) -> None:
        """All other text arrives as typed."""
        assert clean(good) == (good, [])

    def test_line_ends(self) -> None:
        """Line ends of every system become one."""
        assert clean("a\r\nb\rc")[0] == "a\nb\nc"


def test_empty() -> None:
    """An empty plan is a plan."""
    plan = empty("supplier-improvement", "da")

    assert from_json.read(json.dumps(plan))[0] == plan


def test_schema_names_every_field() -> None:
    """The published schema describes every field of a plan, and its version."""
    described = schema()

    assert described["properties"].keys() == fields(Plan).keys()
    assert described["properties"]["schema"] == {"const": SCHEMA}
    assert described["properties"]["findings"]["items"]["properties"]["scale"]["maximum"] == 4


def test_copied(example: dict[str, Any]) -> None:
    """A copy says the same, and what is written into it leaves the plan alone."""
    before = json.dumps(example)

    copy = copied(example)
    same = copy == example
    copy["actions"][0]["milestones"].clear()
    copy["supplier"]["organisation"] = "Somebody else"

    assert same
    assert json.dumps(example) == before
