"""Takes law, links and a day; says what somebody should look at again. A warning, never an error.

`python scripts/freshness.py [DAY]`: the day of the clock unless another is named. The pages do not change with it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.staging.law import FACTS, facts
from scripts.staging.links import register
from scripts.yamlfile import shown

YEAR = timedelta(days=365)


def warnings(today: date) -> Iterator[str]:
    """What was checked more than a year ago, and dates on the timeline that have passed."""
    for one in facts():
        if today - one["checked"] > YEAR:
            yield f"{shown(FACTS)}: `{one['id']}` was checked on {one['checked']}. Look again, and write the new day."
        for when in one["dates"]:
            if when.get("shown") and when["day"] < today:
                yield f"{shown(FACTS)}: `{one['id']}` {when['event']} ({when['day']}) has passed. Reword or unmark it."
    old = [link.id for link in register().values() if today - link.checked > YEAR]
    if old:
        yield f"docs/links.yaml: {len(old)} links were checked more than a year ago, such as {', '.join(old[:3])}."


def main() -> None:
    """Print the warnings of a day."""
    today = date.fromisoformat(sys.argv[1] if len(sys.argv) > 1 else time.strftime("%Y-%m-%d"))
    for warning in warnings(today):
        print(f"WARNING {warning}")


if __name__ == "__main__":
    main()
