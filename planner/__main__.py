"""Takes a command line; gives plans, suggestions and documents as files. The terminal door: `python -m planner`."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from planner import reply
from planner.advice import returned
from planner.advice.another import for_another
from planner.advice.audience import for_audience
from planner.advice.changes import compare
from planner.advice.compose import compose
from planner.advice.suggestions import suggest
from planner.arguments import parser
from planner.bridge import Opened, accept, day, for_letters, portfolio, record
from planner.documents import DOCUMENTS, letters
from planner.errors import NotAPlan, PlannerError, Remark
from planner.plan import Plan, empty
from planner.readers import Taken, from_json, take
from planner.schema import schema
from planner.words import Words

GOOD, FAULTY, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give 0 when good, 1 when the plan has errors, 2 on wrong use."""
    options = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old terminal has fewer letters than we have languages
    try:
        here = _opened(options, getattr(options, "language", None) or "en")
        return COMMANDS[options.command](options, here)
    except NotAPlan as error:
        _report(error, here.words)
        return FAULTY
    except PlannerError as error:
        print(reply.failure(error, here.words if "here" in locals() else None)["sentence"], file=sys.stderr)
        return WRONG_USE
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return WRONG_USE


def _check(options: argparse.Namespace, here: Opened) -> int:
    plan, remarks = _read(options.plan)
    view = compose(plan, here.library, _day(options, plan), remarks)
    for remark in view.remarks:
        print(f"{remark.path}\t{remark.code}\t{reply.sentence(remark, here.words)}")
    return FAULTY if any(remark.weight == "error" for remark in view.remarks) else GOOD


def _suggest(options: argparse.Namespace, here: Opened) -> int:
    plan, _ = _read(options.plan)
    names = ("finding", "measure", "side", "nature", "due", "because")
    found = [one._asdict() for one in suggest(plan, here.library, _day(options, plan))]
    _print({"suggestions": [{name: one[name] for name in names} for one in found]})
    return GOOD


def _export(options: argparse.Namespace, here: Opened) -> int:
    plan, remarks = _read(options.plan)
    _write_document(for_audience(plan, options.audience), _day(options, plan), options, here, remarks)
    return GOOD


def _letter(options: argparse.Namespace, here: Opened) -> int:
    plan, _ = _read(options.plan)
    second = _opened(options, options.second).words if options.second else None
    view = for_letters(here, plan, _day(options, plan))
    _write_bytes(letters.write(view, here.words, here.brand, second, options.letter, options.about), options.output)
    return GOOD


def _blank(options: argparse.Namespace, here: Opened) -> int:
    _write_document(empty(options.kind, here.words.language), date(2000, 1, 1), options, here, [])
    return GOOD


def _write_document(plan: Plan, today: date, options: argparse.Namespace, here: Opened, remarks: list[Remark]) -> None:
    second = _opened(options, options.second).words if options.second else None
    view = compose(plan, here.library, today, remarks)
    _write_bytes(DOCUMENTS[options.to].write(view, here.words, here.brand, second), options.output)


def _write_bytes(data: bytes, path: Path | None) -> None:
    if path:
        path.write_bytes(data)
    else:
        sys.stdout.buffer.write(data)


def _take_back(options: argparse.Namespace, here: Opened) -> int:
    taken = _taken(options.file)
    for remark in taken.remarks:
        print(reply.sentence(remark, here.words), file=sys.stderr)
    _write_plan(taken.plan, options.output)
    return GOOD


def _accept(options: argparse.Namespace, here: Opened) -> int:
    plan, taken = _read(options.plan)[0], _taken(options.file)
    if returned.relation(plan, taken.plan, taken.sent) != "copy" or taken.sent is None:
        raise PlannerError("no-copy")
    found = {one.change.path for one in returned.incoming(plan, taken.sent, taken.plan)}
    paths = found.intersection(options.only) if options.only else found
    _write_plan(accept(here, plan, taken.sent, taken.plan, _day(options, plan), paths), options.output)
    return GOOD


def _another(options: argparse.Namespace, _: Opened) -> int:
    _write_plan(for_another(_taken(options.plan).plan, options.id), options.output)
    return GOOD


def _write_plan(plan: Plan, path: Path | None) -> None:
    if path:
        path.write_text(json.dumps(plan, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    else:
        _print(plan)


def _record(options: argparse.Namespace, here: Opened) -> int:
    plan, base = _read(options.plan)[0], _read(options.base)[0]
    _write_plan(record(here, plan, base, _day(options, plan), options.type, options.by), options.output)
    return GOOD


def _portfolio(options: argparse.Namespace, here: Opened) -> int:
    plans = [(path.name, _read(path)[0]) for path in options.plans]
    latest = max(plan["created"] or "" for _, plan in plans)
    found = portfolio(here, plans, day(options.day or latest))
    if options.programme:
        _write_plan(found["programme"], options.output)
    else:
        _print({name: found[name] for name in ("rows", "late", "deviations")})
    return GOOD


def _compare(options: argparse.Namespace, _: Opened) -> int:
    old, new = _taken(options.old).plan, _taken(options.new).plan
    found = [change for change in compare(old, new) if change.way[0] != "copy_of"]
    _print({"changes": [{"path": one.path, "old": one.old, "new": one.new} for one in found]})
    return GOOD


def _schema(_options: argparse.Namespace, _: Opened) -> int:
    _print(schema())
    return GOOD


COMMANDS: dict[str, Callable[[argparse.Namespace, Opened], int]] = {
    "check": _check, "suggest": _suggest, "export": _export, "letter": _letter, "blank": _blank, "read": _take_back,
    "compare": _compare, "accept": _accept, "another": _another, "record": _record, "portfolio": _portfolio,
    "schema": _schema,
}  # fmt: skip


def _opened(options: argparse.Namespace, language: str) -> Opened:
    folder = getattr(options, "bundles", None) or resources.files("planner") / "bundles"
    known = sorted(entry.name.removesuffix(".json") for entry in folder.iterdir()) if folder.is_dir() else []
    if not known:
        sys.exit("The words are not built yet. In a checkout, run: python scripts/bundle.py")
    if language not in known:
        raise PlannerError("unknown-language", value=language, known=", ".join(known))
    return Opened(json.loads((folder / f"{language}.json").read_text(encoding="utf-8")))


def _read(path: Path) -> tuple[Plan, list[Remark]]:
    return from_json.read(path.read_text(encoding="utf-8", errors="replace"))


def _taken(path: Path) -> Taken:
    """Open a planner file, or a workbook by the end of its name."""
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        return take(path.read_bytes())
    return take(path.read_text(encoding="utf-8", errors="replace"))


def _day(options: argparse.Namespace, plan: Plan) -> date:
    return day(options.day or plan["created"] or "")


def _report(error: NotAPlan, words: Words) -> None:
    for remark in error.remarks:
        print(f"{remark.path}\t{remark.code}\t{reply.sentence(remark, words)}")
    if not error.remarks:
        print(f"{error.where}\t{error.code}\t{reply.failure(error, words)['sentence']}")


def _print(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    sys.exit(main())
