"""Takes an indicator and its action; gives which letters of SMART it does not meet yet.

Specific, measurable, attainable yet ambitious, realistic, time-bound: B10 of the source documents; UNGP 20 asks that
effects are tracked by fitting indicators.
"""

from __future__ import annotations

from planner.plan import Action, Indicator

SMART = ("specific", "measurable", "attainable", "realistic", "time-bound")


def lacks(indicator: Indicator, action: Action, *, named: bool) -> tuple[str, ...]:
    """Give the letters that are not met; `named` tells that the library has a name for the indicator.

    Attainable yet ambitious: the target must differ from where things stand. Realistic: somebody is responsible.
    """
    baseline, target = indicator["baseline"], indicator["target"]
    met = {
        "specific": bool(indicator["name"]) or named,
        "measurable": bool(indicator["unit"]) and baseline is not None and isinstance(target, int | float),
        "attainable": target is not None and baseline is not None and target != baseline,
        "realistic": bool(action["owner"]),
        "time-bound": bool(action["due"]),
    }
    return tuple(letter for letter in SMART if not met[letter])
