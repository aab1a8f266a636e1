"""Dates: durations, working days, Easter."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from dateutil.easter import easter as dateutil_easter

from planner.advice import schedule

WEEK: dict[str, Any] = {
    "weekends": {"default": [6, 7], "BD": [5, 6]},
    "holidays": {"DK": ["12-25", "12-26", "easter+1"]},
}


@pytest.mark.parametrize(
    ("start", "duration", "wanted"),
    [
        ("2026-11-22", "P30D", "2026-12-22"),
        ("2027-01-31", "P1M", "2027-02-28"),
        ("2028-01-31", "P1M", "2028-02-29"),
        ("2026-12-31", "P3M", "2027-03-31"),
        ("2028-02-29", "P1Y", "2029-02-28"),
        ("9999-12-01", "P1Y", "9999-12-31"),
        ("9999-12-01", "P90D", "9999-12-31"),
    ],
)
def test_later(start: str, duration: str, wanted: str) -> None:
    """Durations add as people expect, at the ends of months and of the calendar too."""
    assert schedule.later(date.fromisoformat(start), duration) == date.fromisoformat(wanted)


@pytest.mark.parametrize(
    ("wanted", "country", "found"),
    [
        ("2026-11-20", None, "2026-11-20"),
        ("2026-11-21", None, "2026-11-23"),
        ("2026-11-20", "BD", "2026-11-22"),
        ("2026-12-25", "DK", "2026-12-28"),
        ("2027-03-29", "DK", "2027-03-30"),
        ("9999-12-31", "XX", "9999-12-31"),
    ],
)
def test_working_day(wanted: str, country: str | None, found: str) -> None:
    """A day off moves to the next day people work in that country."""
    assert schedule.working_day(date.fromisoformat(wanted), country, WEEK) == date.fromisoformat(found)


def test_easter() -> None:
    """Easter is where an independent calculation finds it, for two centuries."""
    years = range(1950, 2150)

    assert [schedule.easter(year) for year in years] == [dateutil_easter(year) for year in years]


@pytest.mark.parametrize("rhythm", ["P0D", "P0M", "every week", None])
def test_odd_rhythm(rhythm: str | None) -> None:
    """A rhythm that is none gives the first date alone, and never runs on."""
    agreement: Any = {"first": "2026-11-23", "until": "2030-01-01", "every": rhythm}

    assert schedule.follow_ups(agreement, None, None, WEEK) == [date(2026, 11, 23)]


def test_not_endless() -> None:
    """An agreement to the end of time gives no more dates than anyone can keep."""
    agreement: Any = {"first": "2026-11-23", "until": "9999-12-31", "every": "P1M"}

    assert len(schedule.follow_ups(agreement, None, None, WEEK)) == schedule.MOST_FOLLOW_UPS


@pytest.mark.parametrize(
    ("until", "found"),
    [("2027-01-30", ["2026-12-30", "2027-01-29"]), ("2027-02-01", ["2026-12-30", "2027-02-01"])],
)
def test_no_follow_up_after_the_last_day(until: str, found: list[str]) -> None:
    """30 January 2027 is a Saturday: where the agreement ends with it, the follow-up is on the Friday before."""
    agreement: Any = {"first": "2026-12-30", "until": until, "every": "P1M"}

    assert [one.isoformat() for one in schedule.follow_ups(agreement, None, "NL", WEEK)] == found


def test_a_first_follow_up_after_the_end_stays() -> None:
    """Somebody wrote it down."""
    agreement: Any = {"first": "2027-03-06", "until": "2027-01-30", "every": None}

    assert schedule.follow_ups(agreement, None, "NL", WEEK) == [date(2027, 3, 8)]


def test_a_last_day_before_all_others() -> None:
    """The calendar begins with a holiday: there is no working day before it."""
    agreement: Any = {"first": "0001-01-01", "until": "0001-01-01", "every": "P1M"}

    assert schedule.follow_ups(agreement, None, "NL", WEEK) == [date.min]
