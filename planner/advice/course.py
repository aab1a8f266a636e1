"""Takes what happened on the way, signals and steps on the ladder; gives them as the View holds them."""

from __future__ import annotations

from datetime import date

from planner.advice import schedule, severity
from planner.advice.actions import is_late
from planner.advice.view import SignalView, StepView
from planner.library import Library
from planner.plan import Plan, Signal


def signals(plan: Plan, library: Library, today: date, numbers: dict[str, str]) -> tuple[SignalView, ...]:
    """Give the signals in the order of time, each with what is asked and until when an answer is expected."""
    rows = plan["signals"]
    in_order = sorted(range(len(rows)), key=lambda index: (rows[index]["date"] or "9999", index))
    return tuple(_signal(plan, library, today, numbers, index, place) for place, index in enumerate(in_order, 1))


def _signal(plan: Plan, library: Library, today: date, numbers: dict[str, str], index: int, place: int) -> SignalView:
    signal = plan["signals"][index]
    due = signal["response_due"] or _proposed(signal, plan, library)
    urgent = ("at-once",) if signal["severity"] == "critical" else ()
    return SignalView(
        number=f"S{place}",
        place=index,
        record=signal,
        asked=(*urgent, *severity.asked_by("positions", "position", signal["position"])),
        findings=tuple(numbers[id] for id in signal["findings"] if id in numbers),
        answer_due=due,
        late=is_late(due, today, closed=is_answered(signal)),
    )


def is_answered(signal: Signal) -> bool:
    """Tell whether whoever was asked has said or agreed something; what is closed needs no answer."""
    return bool(signal["reply"] or signal["agreed"] or signal["closed"])


def _proposed(signal: Signal, plan: Plan, library: Library) -> str | None:
    """Propose a working day to answer by: sooner the more severe it is."""
    start = schedule.day(signal["date"])
    if start is None:
        return None
    known = signal["severity"] in severity.LEVELS
    wanted = schedule.later(start, library.deadlines["answer"][signal["severity"] if known else "major"])
    return schedule.working_day(wanted, plan["supplier"]["country"], library.workweek).isoformat()


def steps(plan: Plan, library: Library, today: date) -> tuple[StepView, ...]:
    """Give the steps taken on the ladder in the order of time."""
    rows = plan["escalation"]
    in_order = sorted(range(len(rows)), key=lambda index: (rows[index]["date"] or "9999", index))
    return tuple(
        StepView(
            number=f"E{place}",
            place=index,
            record=rows[index],
            basis=library.needs_basis(rows[index]["step"]),
            late=is_late(rows[index]["answer_due"], today, closed=bool(rows[index]["outcome"])),
        )
        for place, index in enumerate(in_order, 1)
    )
