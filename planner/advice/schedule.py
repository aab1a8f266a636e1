"""Takes a day, a duration and a country's working week; gives proposed dates. Proposals are never called a rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from planner import shape
from planner.plan import Agreement

DURATION = re.compile(r"P(\d+)([DMY])")
MOST_FOLLOW_UPS = 36


def day(value: str | None) -> date | None:
    """Read an ISO date; what is no date is None."""
    return None if value is None else shape.day(value)


def later(start: date, duration: str, times: int = 1) -> date:
    """Add an ISO 8601 duration (`P30D`, `P3M`, `P1Y`) a number of times; the 31st becomes a month's last day.

    A day past the calendar's end (9999-12-31) becomes that end.
    """
    match = DURATION.fullmatch(duration)
    if not match:
        raise ValueError(duration)
    count, unit = int(match[1]) * times, match[2]
    try:
        if unit == "D":
            return start + timedelta(days=count)
        months = start.month - 1 + count * (12 if unit == "Y" else 1)
        year, month = start.year + months // 12, months % 12 + 1
        return date(year, month, min(start.day, _last_day(year, month)))
    except (OverflowError, ValueError):
        return date.max


def working_day(wanted: date, country: str | None, workweek: Mapping[str, Any]) -> date:
    """Give the day itself if people work on it in the country, else the next one they do."""
    while wanted < date.max and not _is_working(wanted, country, workweek):
        wanted += timedelta(days=1)
    return wanted


def _is_working(one: date, country: str | None, workweek: Mapping[str, Any]) -> bool:
    weekend = workweek["weekends"].get(country, workweek["weekends"]["default"])
    return one.isoweekday() not in weekend and not _is_holiday(one, workweek["holidays"].get(country, []))


def follow_ups(agreement: Agreement, end: date | None, country: str | None, workweek: Mapping[str, Any]) -> list[date]:
    """Give the dates a follow-up agreement asks for: from the first, in its rhythm, to its last day.

    Without a last day it runs to `end`; without a rhythm there is the first date alone.
    """
    first = day(agreement["first"])
    if first is None:
        return []
    limit = day(agreement["until"]) or end
    last = limit or first
    rhythm = agreement["every"]
    if rhythm is None or not DURATION.fullmatch(rhythm) or rhythm.startswith("P0"):
        return [working_day(first, country, workweek)]
    found = [first]
    while len(found) < MOST_FOLLOW_UPS and found[-1] < (following := later(first, rhythm, len(found))) <= last:
        found.append(following)
    return [_by(working_day(one, country, workweek), one, limit, country, workweek) for one in found]


def _by(moved: date, wanted: date, limit: date | None, country: str | None, workweek: Mapping[str, Any]) -> date:
    """Give a working day that was moved; one moved past the limit goes back to the last working day before it."""
    if limit is None or not wanted <= limit < moved:
        return moved
    while limit > date.min and not _is_working(limit, country, workweek):
        limit -= timedelta(days=1)
    return limit


def _last_day(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def _is_holiday(one: date, rules: list[str]) -> bool:
    return any(one == holiday for rule in rules for holiday in _holidays(rule, one.year))


def _holidays(rule: str, year: int) -> Iterator[date]:
    """A rule is a fixed day, `12-25`, or days from Easter Sunday, `easter+1`."""
    if rule.startswith("easter"):
        yield easter(year) + timedelta(days=int(rule.removeprefix("easter") or 0))
    else:
        month, number = rule.split("-")
        yield date(year, int(month), int(number))


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's rule)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    correction = (golden + 11 * moon + 22 * shift) // 451
    month, number = divmod(moon + shift - 7 * correction + 114, 31)
    return date(year, month, number + 1)
