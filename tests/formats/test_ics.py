"""The calendar, read back with icalendar."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar

from planner.words import Words
from tests.formats.conftest import HOSTILE, LONG, Write


def entries(data: bytes) -> list[Any]:
    return Calendar.from_ical(data.decode()).walk("VEVENT")


def test_lines(write: Write, hostile: dict[str, Any]) -> None:
    """Lines end in CRLF and hold at most 75 octets, each whole characters."""
    lines = write("ics", hostile).split(b"\r\n")

    assert all(len(line) <= 75 for line in lines)
    assert all(b"\n" not in line for line in lines)
    assert [line.decode() for line in lines]


def test_all_day(write: Write, example: dict[str, Any]) -> None:
    """Each date is one whole day, and leaves the person free."""
    for entry in entries(write("ics", example)):
        assert entry["DTEND"].dt - entry["DTSTART"].dt == timedelta(days=1)
        assert entry["TRANSP"] == "TRANSPARENT"


def test_deadlines_milestones_and_follow_ups(write: Write, example: dict[str, Any]) -> None:
    """Deadlines, milestones, follow-ups and second checks are all there."""
    said = " ".join(str(entry["SUMMARY"]) for entry in entries(write("ics", example)))

    for word in ("Deadline: ", "Milestone: ", "Follow up", "Has it lasted? "):
        assert word in said


def test_a_new_revision_updates(write: Write, example: dict[str, Any]) -> None:
    """Entries keep their ids over revisions, and their sequence rises."""
    before = entries(write("ics", example))
    after = entries(write("ics", {**example, "revision": 3, "title": "Renamed"}))

    assert [entry["UID"] for entry in before] == [entry["UID"] for entry in after]
    assert {entry["SEQUENCE"] for entry in after} == {3}


def test_ids_are_unique_and_neutral(write: Write, example: dict[str, Any]) -> None:
    """Ids are unique, and name the plan rather than the brand."""
    ids = [str(entry["UID"]) for entry in entries(write("ics", example))]

    assert len(ids) == len(set(ids))
    assert all(id.startswith(f"{example['id']}/") and id.endswith("@action-plan") for id in ids)


def test_the_brand_is_named_once(write: Write, example: dict[str, Any], bundle: Any) -> None:
    """A calendar says who made it; entries and product are neutral, so that copies of one plan are one."""
    lines = write("ics", example).decode().splitlines()

    assert [line for line in lines if bundle["brand"]["name"] in line] == [f"X-WR-CALDESC:{bundle['brand']['name']}"]
    assert f"X-APPLE-CALENDAR-COLOR:{bundle['brand']['accent'].upper()}" in lines


def test_owner_and_reminder(write: Write, example: dict[str, Any]) -> None:
    """An open deadline tells who is responsible and reminds a week before."""
    entry = next(one for one in entries(write("ics", example)) if str(one["SUMMARY"]).startswith("Deadline: "))

    assert "Responsible person: " in str(entry["DESCRIPTION"])
    assert entry.walk("VALARM")[0]["TRIGGER"].dt == -timedelta(days=6, hours=15)


def test_what_is_done_does_not_remind(write: Write, example: dict[str, Any]) -> None:
    """What is done says so and stays silent."""
    done = [one for one in entries(write("ics", example)) if str(one["SUMMARY"]).startswith("Done: ")]

    assert done
    assert not [alarm for entry in done for alarm in entry.walk("VALARM")]


def test_answers_and_reports(write: Write, contract: dict[str, Any]) -> None:
    """Awaited answers to signals and steps, and the supplier's reports, are in the calendar."""
    said = [str(entry["SUMMARY"]) for entry in entries(write("ics", contract))]

    assert "Answer due: S2 Child labour and young workers" in said
    assert "Answer due: E3 Notice of default" in said
    assert said.count("The supplier's report is due") == 2


def test_signals_stay_out(write: Write, contract: dict[str, Any]) -> None:
    """What a signal says stays out of the calendar, which many can open."""
    data = write("ics", contract).replace(b"\r\n ", b"").decode()
    assert not [signal for signal in contract["signals"] if signal["text"][:30] in data]


def test_deviations(write: Write, programme: dict[str, Any]) -> None:
    """Each deviation stands at its date, with its supplier; a closed one is done."""
    said = [str(entry["SUMMARY"]) for entry in entries(write("ics", programme))]

    assert any(one.startswith("To be remedied: D3 · Eksempel Handsker") for one in said)
    assert any(one.startswith("Done: D2 · Eksempel Computer") for one in said)


@pytest.mark.parametrize("text", [one for one in HOSTILE if "\n" not in one])
def test_hostile_text_is_text(text: str, write: Write, hostile: dict[str, Any]) -> None:
    """Every text comes out as typed."""
    assert any(text in str(entry["SUMMARY"]) for entry in entries(write("ics", hostile)))


def test_long_texts_are_cut_for_the_calendar(write: Write, hostile: dict[str, Any]) -> None:
    """An entry's name is short; the plan holds the rest."""
    assert max(len(str(entry["SUMMARY"])) for entry in entries(write("ics", hostile))) < len(LONG) / 10


def test_no_dates(write: Write, blank: dict[str, Any], words: Words) -> None:
    """A plan without dates asks for some: a calendar without entries would be none."""
    assert [str(entry["SUMMARY"]) for entry in entries(write("ics", blank))] == [words("documents.calendar.undated")]


def test_second_language(write: Write, example: dict[str, Any], danish: Words) -> None:
    """In two languages each entry says what it is in both."""
    said = [str(entry["SUMMARY"]) for entry in entries(write("ics", example, danish))]
    assert any(" / " in one for one in said)


def test_a_withdrawn_action_is_cancelled(write: Write, example: dict[str, Any]) -> None:
    """The dates of an action that has been withdrawn since leave the calendars they were put into."""
    before = {
        str(one["UID"]) for one in entries(write("ics", example)) if f"/{example['actions'][4]['id']}-" in one["UID"]
    }
    example["actions"][4]["status"] = "withdrawn"
    after = {str(one["UID"]): one["STATUS"] for one in entries(write("ics", {**example, "revision": 3}))}

    assert before
    assert {after[uid] for uid in before} == {"CANCELLED"}
