"""Takes a case; gives the letters that fit the plan, each with what it can be about, the most pressing first."""

from __future__ import annotations

from collections.abc import Mapping

from planner.advice import schedule
from planner.advice.actions import is_remedied
from planner.advice.checks.case import Case
from planner.advice.view import AboutView, ActionView, FindingView, LetterView
from planner.vocabularies import DONE

SLIGHT = ("minor", "observation")
"""Levels for which nobody asks an account at once; what nobody has rated may be grave."""


def letters(case: Case) -> tuple[LetterView, ...]:
    """Give the letters the buyer can send to the supplier; a plan of one party has nobody to write to."""
    if "supplier" not in case.library.kind(case.plan["kind"])["parties"]:
        return ()
    answer = schedule.later(case.today, case.library.deadlines["letter"]).isoformat()
    waiting = [one for one in reversed(case.signals) if not one.record["closed"]]
    late = [one.number for one in case.actions if one.late and one.record["side"] != "buyer"]
    actions = {one.number: one for one in case.actions}
    severe = [one.number for one in case.findings if _severe_and_open(one, actions)]
    ended = any(one.record["status"] in DONE for one in case.actions)
    fitting: dict[str, dict[str | None, str | None]] = {
        "invitation": {None: answer},
        "inquiry": {one.number: _to_come(one.answer_due, case) or answer for one in waiting},
        "reminder": dict.fromkeys((None, *late), answer) if late else {},
        "report-request": dict.fromkeys(severe, answer),
        "closing": {None: None} if ended else {},
        "notice": {one.number: _to_come(one.record["answer_due"], case) for one in reversed(case.steps)},
    }
    return tuple(LetterView(id=id, about=_about(about)) for id, about in fitting.items() if about)


def _about(found: dict[str | None, str | None]) -> tuple[AboutView, ...]:
    return tuple(AboutView(number=number, reply_by=reply_by) for number, reply_by in found.items())


def _to_come(due: str | None, case: Case) -> str | None:
    """Give a date that has not passed: nobody can answer by one that has."""
    found = schedule.day(due)
    return due if found and found > case.today else None


def _severe_and_open(finding: FindingView, actions: Mapping[str, ActionView]) -> bool:
    answering = [actions[number].record for number in finding.actions]
    return finding.level not in SLIGHT and not is_remedied(answering)
