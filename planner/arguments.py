"""Takes nothing; gives the grammar of the terminal door: its commands, with what each takes and says of itself."""

from __future__ import annotations

import argparse
from pathlib import Path

from planner.advice.audience import AUDIENCES
from planner.documents import DOCUMENTS
from planner.vocabularies import VOCABULARIES


def parser() -> argparse.ArgumentParser:
    """Give the parser; `command` then holds the name of the one that was asked for."""
    made = argparse.ArgumentParser(prog="python -m planner", description="Action plans from and to files.")
    commands = made.add_subparsers(required=True, metavar="COMMAND", dest="command")
    plan, words, day, output, second, to = _shared()

    def command(name: str, about: str, *parts: argparse.ArgumentParser) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=about, description=about, parents=parts)

    command("check", "Say what is wrong or missing in a plan.", plan, words, day)
    command("suggest", "Suggest measures for a plan's findings.", plan, words, day)
    export = command("export", "Write a plan as a document.", plan, words, day, to, second, output)
    export.add_argument("--audience", choices=AUDIENCES, default="buyer", help="whose copy")
    letter = command("letter", "Write a letter to the supplier, as a draft to edit.", plan, words, day, second, output)
    letter.add_argument("--letter", required=True, help="such as invitation; a wrong one lists those that fit")
    letter.add_argument("--about", help="its number in the supplier's copy, such as F1; else the most pressing")
    blank = command("blank", "Write an empty plan to fill in by hand.", words, to, second, output)
    blank.add_argument("kind", choices=VOCABULARIES["kinds"])
    read = command("read", "Take a plan back out of a workbook or a file.", words, output)
    read.add_argument("file", type=Path)
    compare = command("compare", "Say what differs between two plans.")
    compare.add_argument("old", type=Path)
    compare.add_argument("new", type=Path)
    about = "Take what came back in a copy into the plan, and record it as a review."
    accept = command("accept", about, plan, words, day, output)
    accept.add_argument("file", type=Path, help="the workbook or planner file that came back")
    accept.add_argument("--only", nargs="+", metavar="PATH", help="only these changes, by the paths compare prints")
    about = "Turn a plan a supplier received into one for another of its customers."
    another = command("another", about, plan, output)
    another.add_argument("--id", required=True, help="of the new plan; nobody else's")
    about = "Record a review: what changed since an earlier copy is kept in the plan."
    record = command("record", about, plan, words, day, output)
    record.add_argument("--base", type=Path, required=True, help="the plan as it was at the last review")
    record.add_argument("--type", choices=VOCABULARIES["review_types"], default="progress", help="form of review")
    record.add_argument("--by", help="who held the review")
    portfolio = command("portfolio", "Say what is late and open in several plans.", words, day, output)
    portfolio.add_argument("plans", type=Path, nargs="+", metavar="PLAN")
    portfolio.add_argument("--programme", action="store_true", help="write a programme of follow-up started from them")
    command("schema", "Print the JSON Schema of a plan.")
    return made


def _shared() -> tuple[argparse.ArgumentParser, ...]:
    """Give what several commands take: a plan, words, a day, where to write, a second language, a format."""
    plan, words, day, output, second, to = parts = tuple(argparse.ArgumentParser(add_help=False) for _ in range(6))
    plan.add_argument("plan", type=Path)
    words.add_argument("--language", default="en", help="language of the answer")
    words.add_argument("--bundles", type=Path, help="folder of word bundles: those of another brand")
    day.add_argument("--day", help="the day to count from, 2026-11-22; else the day the plan was created")
    output.add_argument("-o", "--output", type=Path, help="file to write; else standard output")
    second.add_argument("--second", help="second language of the document")
    to.add_argument("--to", required=True, choices=tuple(DOCUMENTS), help="format of the document")
    return parts
