"""Takes the built site; gives bench/page.md: how soon the form can be typed in, and how long the page is ever busy."""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.documents import plan
from bench.reader import PAGE, Longest, Reader
from scripts.serve import serving

ROOT = Path(__file__).resolve().parent.parent
SIZES = (20, 200, 1000)
"""Actions of a plan."""
TIMES = 3
LINE = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
SLOWER = 4
# The reader can type once a field of the form lies on the page and the browser has drawn it.
TYPABLE = """
new Promise((resolve) => {
  const look = () => {
    const $field = document.querySelector('[data-path="kind"] input');
    if ($field?.getClientRects().length) requestAnimationFrame(() => resolve(performance.now()));
    else requestAnimationFrame(look);
  };
  look();
})
"""


def acts(reader: Reader, size: int) -> dict[str, Longest]:
    """Everything a reader does with a plan of so many actions, in this order."""
    return {
        "start": reader.watch(reader.start),
        "open the file": reader.watch(lambda: reader.open(size)),
        "go to the actions": reader.watch(lambda: reader.go("actions")),
        "open an action": reader.watch(reader.row),
        "type in it, with the check": reader.watch(reader.type),
        "go to the check": reader.watch(lambda: reader.go("check")),
        "look at the plan": reader.watch(reader.preview),
        "download for Word": reader.watch(reader.export),
    }


def typable(browser: Browser, address: str) -> float:
    """Seconds from leaving for the page until its form can be typed in, on a slow line and a slow device."""
    with browser.new_context() as context:
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        devtools.send("Network.emulateNetworkConditions", LINE)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(address + PAGE, wait_until="commit")
        return float(page.evaluate(TYPABLE)) / 1000


def main() -> None:
    """Measure everything and write the table."""
    arguments = os.environ["FAIRSTEPS_CHROMIUM_ARGS"].split()
    tables = []
    with TemporaryDirectory() as folder, serving(ROOT / "site") as address, sync_playwright() as playwright:
        files = {size: Path(folder, f"{size}.json") for size in SIZES}  # what lies on disk does not pass the page
        for size, file in files.items():
            file.write_text(json.dumps(plan(size)), "utf-8")
        browser = playwright.chromium.launch(executable_path=os.environ["FAIRSTEPS_CHROMIUM"], args=arguments)
        typing = [typable(browser, address) for _ in range(TIMES)]
        first, checks, back = [], [], []
        for slower in (1, SLOWER):
            runs = {}
            for size in SIZES if slower == 1 else SIZES[:2]:
                found = []
                for _ in range(TIMES):
                    reader = Reader(browser, address, slower, files)
                    found.append(acts(reader, size))
                    if slower == 1 and size == SIZES[1]:
                        first.append(reader.say("Math.max(...checks)"))
                        checks += reader.checked()
                        reader.go("check")
                        back.append(reader.cancelled())
                    reader.page.close()
                runs[size] = middle(found)
            tables.append(written(runs, slower))
        version = browser.version
        browser.close()
    text = f"""# The page

How long the page's main thread is ever busy without a pause, in milliseconds: on the clock, and in brackets the
processor time in it, the median of {TIMES} runs. The target is 50.

{"".join(tables)}
| what the reader waits for | seconds |
| --- | --- |
| until the form can be typed in, at 10 Mbit/s, 40 ms, {SLOWER}× slower | {statistics.median(typing):.2f} |
| the first check of a file of {SIZES[1]} actions, all of it new | {statistics.median(first) / 1000:.2f} |
| a check of {SIZES[1]} actions, from asking to the whole answer | {statistics.median(checks) / 1000:.2f} |
| after cancelling a file, until Python answers again | {statistics.median(back):.2f} |

Chromium {version}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}. Measure again with `nox -s bench`.
"""
    (ROOT / "bench" / "page.md").write_text(text, encoding="utf-8")
    print(text)


def middle(runs: list[dict[str, Longest]]) -> dict[str, Longest]:
    """Each act as it is in the middle of several runs."""
    return {
        act: Longest(
            statistics.median(run[act].clock for run in runs), statistics.median(run[act].processor for run in runs)
        )
        for act in runs[0]
    }


def written(runs: dict[int, dict[str, Longest]], slower: int) -> str:
    """One table: a row for each act, a column for each size."""
    heads = " | ".join(f"{size} actions" for size in runs)
    name = "longest task" if slower == 1 else f"longest task, {slower}× slower processor"
    acts_done = next(iter(runs.values()))
    rows = "\n".join(f"| {act} | {' | '.join(str(one[act]) for one in runs.values())} |" for act in acts_done)
    return f"| {name} | {heads} |\n| --- |{' --- |' * len(runs)}\n{rows}\n\n"


if __name__ == "__main__":
    main()
