"""Takes a call and its body, as text; gives text or the bytes of a file. The browser's only door to the planner.

It keeps the opened words and library, which never change while they are open, and the advice the page holds, so that
only what has changed need cross (`only_changed` in the body). What a check has worked out of a
row is remembered by the row (`remembering.py`), and shows in nothing but the time the next check takes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Mapping
from datetime import date
from typing import Any

from planner import reply
from planner.advice import recording, returned
from planner.advice.another import for_another
from planner.advice.audience import AUDIENCES, for_audience
from planner.advice.compose import compose
from planner.advice.portfolio import entry
from planner.advice.suggestions import suggest
from planner.advice.view import View
from planner.documents import DOCUMENTS, write_letter
from planner.documents.base import Brand, Tell
from planner.errors import PlannerError
from planner.library import Library
from planner.plan import LONG, Plan
from planner.readers import from_json, take
from planner.shape import is_day
from planner.words import Words


class Opened:
    """One language's bundle, opened."""

    def __init__(self, bundle: Mapping[str, Any]) -> None:
        self.words = Words(bundle)
        self.library = Library(bundle)
        self.brand: Brand = bundle["brand"]
        self.version: str = bundle["version"]
        self.sent = reply.Sent()


opened: Opened | None = None


def handle(call: str, body: str, file: Any = None, tell: Tell | None = None) -> str | bytes:
    """Answer one call; `file` is the bytes of one it reads, `tell` is told how far a long one is.

    Every failure is an answer too, in the user's language.
    """
    try:
        if call not in CALLS:
            raise PlannerError("unknown-call")
        asked = json.loads(body)
        answer = CALLS[call]({**asked, **({} if file is None else {"file": bytes(file)}), "tell": tell, "asked": body})
        if isinstance(answer, bytes):
            return answer
        return f'{{"ok": true, "body": {answer if isinstance(answer, reply.Lines) else _text(answer)}}}'
    except PlannerError as error:
        return _failed(error)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong must reach the page as a sentence
        return _failed(PlannerError("internal", detail=f"{type(error).__name__} in {call}"))


def ask(call: str, body: str, file: Any = None, tell: Tell | None = None) -> tuple[bool, bytes]:
    """Answer as `handle` does, in bytes: whether they are text, and them.

    A text would cross into the page character by character, which takes longer than the answer itself.
    """
    answer = handle(call, body, file, tell)
    return (False, answer) if isinstance(answer, bytes) else (True, answer.encode("utf-8", "replace"))


def _failed(error: PlannerError) -> str:
    return _text({"ok": False, "error": reply.failure(error, opened.words if opened else None)})


def _open(body: Mapping[str, Any]) -> dict[str, str]:
    global opened
    opened = Opened(json.loads(body["file"] if "file" in body else body["bundle"]))
    return _opened(body)


def _opened(_: Mapping[str, Any]) -> dict[str, str]:
    """Say which words are open, and of which version."""
    here = _here()
    return {"language": here.words.language, "version": here.version}


def _advise(body: Mapping[str, Any]) -> reply.Lines:
    here, today = _here(), day(body["day"])
    plan, remarks = from_json.shape(body["plan"], body["asked"], LONG)
    view = compose(plan, here.library, today, remarks)
    parts = reply.advice(view, suggest(plan, here.library, today), here.library, here.words)
    return reply.listed(here.sent.pieces(parts)) if body.get("only_changed") else reply.lines(parts)


def _export(body: Mapping[str, Any]) -> bytes:
    here, today = _here(), day(body["day"])
    plan, remarks = from_json.shape(body["plan"])
    audience = body.get("audience") or "buyer"
    if audience not in AUDIENCES:
        raise PlannerError("unknown-audience", value=str(audience), known=", ".join(AUDIENCES))
    document = DOCUMENTS.get(body["format"])
    if document is None:
        raise PlannerError("unknown-format", value=str(body["format"]), known=", ".join(DOCUMENTS))
    view = compose(for_audience(plan, audience), here.library, today, remarks)
    second = Words(json.loads(body["second"])) if body.get("second") else None
    return document.write(view, here.words, here.brand, second, body.get("tell"))


def _read(body: Mapping[str, Any]) -> dict[str, Any]:
    """Open a file, and say how it stands to the plan on the page, and what came back in it if it is a copy of that."""
    here, mine = _here(), from_json.shape(body["plan"])[0] if body.get("plan") else None
    taken = take(body["file"] if "file" in body else body["text"])
    relation = returned.relation(mine, taken.plan, taken.sent)
    answer = {
        "plan": taken.plan,
        "sent": taken.sent,
        "relation": relation,
        "remarks": [reply.remark(one, here.library, here.words) for one in taken.remarks],
    }
    if mine and taken.sent and relation == "copy":
        found = returned.incoming(mine, taken.sent, taken.plan)
        view = compose(mine, here.library, day(body["day"]))
        answer["changes"] = reply.incoming(found, view, taken.plan, here.library, here.words)
    return answer


def _accept(body: Mapping[str, Any]) -> dict[str, Any]:
    plan, sent, came = (from_json.shape(body[name])[0] for name in ("plan", "sent", "came"))
    accepted = accept(_here(), plan, sent, came, day(body["day"]), set(body["accepted"]))
    return {"plan": accepted, "review": {"index": len(accepted["reviews"]) - 1}}


def _another(body: Mapping[str, Any]) -> dict[str, Any]:
    return {"plan": for_another(from_json.shape(body["plan"])[0], str(body["id"]))}


def accept(here: Opened, plan: Plan, sent: Plan, came: Plan, today: date, paths: Container[str]) -> Plan:
    """Give a plan with the changes of a returned copy at these paths made, and a review that keeps them, in words."""
    found = returned.incoming(plan, sent, came)
    told = reply.incoming(found, compose(plan, here.library, today), came, here.library, here.words)
    chosen = [one for one in found if one.change.path in paths]
    merged = returned.accept(plan, chosen)
    by = came["supplier"]["organisation"]
    accepted = recording.record(merged, plan, today, "progress", by, reply.review_changes(told, paths))
    accepted["reviews"][-1]["note"] = reply.refused(told, paths, here.words)
    # What came back proves that its revision was handed out, also where the plan was saved before.
    accepted["revision"] = max(accepted["revision"], sent["revision"] + 1)
    return accepted


def _record(body: Mapping[str, Any]) -> dict[str, Any]:
    today = day(body["day"])
    plan, _ = from_json.shape(body["plan"])
    base, _ = from_json.shape(body.get("base") or body["plan"])
    recorded = record(_here(), plan, base, today, body.get("type") or "progress", body.get("by"))
    return {"plan": recorded, "review": {"index": len(recorded["reviews"]) - 1}}


def record(here: Opened, plan: Plan, base: Plan, today: date, type: str, by: str | None) -> Plan:
    """Give a plan with a review that keeps what changed since the base, in words."""
    changes = reply.changes(recording.noted(base, plan), here.library, here.words)
    return recording.record(plan, base, today, type, by, changes)


def _letters(body: Mapping[str, Any]) -> dict[str, Any]:
    here, plan = _here(), from_json.shape(body["plan"])[0]
    if plan["copy_of"]["audience"]:  # whoever received the plan writes no letters to themselves
        return {"letters": []}
    return {"letters": reply.letters(for_letters(here, plan, day(body["day"])), here.words)}


def _letter(body: Mapping[str, Any]) -> bytes:
    here, second = _here(), Words(json.loads(body["second"])) if body.get("second") else None
    view = for_letters(here, from_json.shape(body["plan"])[0], day(body["day"]))
    return write_letter(view, here.words, here.brand, second, body["letter"], body.get("about"))


def for_letters(here: Opened, plan: Plan, today: date) -> View:
    """Give what a letter to the supplier may know: what stands in the supplier's copy."""
    return compose(for_audience(plan, "supplier"), here.library, today)


def _portfolio(body: Mapping[str, Any]) -> dict[str, Any]:
    opened_plans = [(str(one["name"]), from_json.shape(one["plan"])[0]) for one in body["plans"]]
    return portfolio(_here(), opened_plans, day(body["day"]))


def portfolio(here: Opened, plans: list[tuple[str, Plan]], today: date) -> dict[str, Any]:
    """Give what is late and open in several plans, and a programme that can start from them."""
    entries = [entry(name, compose(plan, here.library, today)) for name, plan in plans]
    return reply.portfolio(entries, today, here.words)


CALLS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "open": _open,
    "opened": _opened,
    "advise": _advise,
    "export": _export,
    "read": _read,
    "accept": _accept,
    "another": _another,
    "record": _record,
    "portfolio": _portfolio,
    "letters": _letters,
    "letter": _letter,
}


def day(value: str) -> date:
    """Read the day a call is made on; the planner has no clock."""
    if not is_day(value):
        raise PlannerError("bad-day", value=str(value))
    return date.fromisoformat(value)


def _here() -> Opened:
    if opened is None:
        raise PlannerError("no-bundle")
    return opened


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
