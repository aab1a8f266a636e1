"""Takes an indicator and its action; gives which letters of SMART it does not meet yet.

Specific, measurable, attainable yet ambitious, realistic, time-bound: B10 of the source documents; UNGP 20 asks that
effects are tracked by fitting indicators. Each letter is a rule one can check on paper, and a question where not met:

- specific: the name the library gives it, or one of at least three words, enough to say what is counted and of whom;
- measurable: a unit, and where it stands and where it should be as numbers;
- attainable yet ambitious: the target lies ahead of where it stands, on the side the library's own target lies on, and
  the whole way to none or to all within a month is asked about, unless the action stops harm: that never waits;
- realistic: somebody is responsible, and where the supplier makes the effort, money or support is named;
- time-bound: a date.
"""

from __future__ import annotations

from datetime import date

from planner.advice import schedule
from planner.library import Measure
from planner.plan import Action, Indicator

SMART = ("specific", "measurable", "attainable", "realistic", "time-bound")
WORDS = 3
SOON = 30
"""Days within which the whole way is a leap."""
FAR = {"percent": 50.0}
"""How far from none or all it must stand to be the whole way, by unit; other units: ten."""


def lacks(
    indicator: Indicator, action: Action, measure: Measure | None, *, begin: date, helped: bool
) -> tuple[str, ...]:
    """Give the letters that are not met.

    `measure` is the library's, and is meant while nobody gave the indicator a name of its own; `begin` is the day from
    which an action without a start counts; `helped` tells that the plan names support for the whole of it.
    """
    due = schedule.day(action["due"])
    measure = measure if indicator["name"] is None else None
    met = {
        "specific": measure is not None or len((indicator["name"] or "").split()) >= WORDS,
        "measurable": bool(indicator["unit"]) and None not in (_number(indicator["baseline"]), _target(indicator)),
        "attainable": _is_attainable(indicator, action, measure, due, begin),
        "realistic": bool(action["owner"]) and (action["side"] == "buyer" or helped or _is_paid(action)),
        "time-bound": due is not None,
    }
    return tuple(letter for letter in SMART if not met[letter])


def _is_attainable(
    indicator: Indicator, action: Action, measure: Measure | None, due: date | None, begin: date
) -> bool:
    baseline, target = _number(indicator["baseline"]), _target(indicator)
    if baseline is None or target is None or baseline == target:
        return False
    if indicator["unit"] == "percent" and not 0 <= target <= 100:
        return False
    aim = measure["indicator"].get("target") if measure else None
    if aim is not None and abs(aim - target) > abs(aim - baseline):
        return False
    return not (action["nature"] != "contain" and _is_leap(indicator["unit"], baseline, target, action, due, begin))


def _is_leap(unit: str | None, baseline: float, target: float, action: Action, due: date | None, begin: date) -> bool:
    start = schedule.day(action["start"]) or begin
    whole = target == 0 or (unit == "percent" and target == 100)
    far = abs(target - baseline) >= FAR.get(unit or "", 10.0)
    return whole and far and due is not None and (due - start).days <= SOON


def _is_paid(action: Action) -> bool:
    return bool(action["support"] or action["cost"]["shares"]) or action["cost"]["amount"] is not None


def _target(indicator: Indicator) -> float | None:
    return _number(indicator["target"])


def _number(value: object) -> float | None:
    return value if isinstance(value, int | float) else None
