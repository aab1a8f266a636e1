"""Takes the command line; gives what to measure: how often, in which browsers, without what."""

from __future__ import annotations

import argparse

from bench.browsers import ENGINES
from bench.variants import VARIANTS
from bench.visits import CONDITIONS, Condition

ROUNDS = 7


def read() -> argparse.Namespace:
    """The choices a run has."""
    parser = argparse.ArgumentParser(prog="bench", description="How soon the planner answers, beside others.")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--only", choices=ENGINES, action="append", help="this browser (again for another)")
    parser.add_argument("--conditions", nargs="+", choices=[one.name for one in CONDITIONS])
    parser.add_argument("--without", choices=VARIANTS, action="append", help="Fairsteps without this (again for more)")
    parser.add_argument("--worth", action="store_true", help="Fairsteps without each optimisation in turn")
    options = parser.parse_args()
    options.without = list(VARIANTS) if options.worth else options.without or []
    return options


def conditions(options: argparse.Namespace) -> list[Condition]:
    """Those that were asked for; for what an optimisation is worth, Chromium with and without a line is enough."""
    named = options.conditions or (["chromium", "line"] if options.without and not options.only else None)
    return [
        one
        for one in CONDITIONS
        if (not named or one.name in named) and (not options.only or one.engine in options.only)
    ]
