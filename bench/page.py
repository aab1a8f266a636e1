"""Takes the built site; gives bench/page.md: how soon the form can be typed in, and how long the page is ever busy.

A task is what the page's main thread does without a pause; while one runs, typing waits. Both its length on the clock
and the processor time in it are given, for on a machine that does other work the clock tells of that work too.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.documents import plan
from scripts.serve import serving

ROOT = Path(__file__).resolve().parent.parent
PAGE = "en/planner/"
SIZES = (20, 200, 1000)
"""Actions of a plan."""
TIMES = 3
LINE = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
SLOWER = 4
PATIENCE = 240_000
LETTERS = " and us"
OWNER = """document.querySelector('[data-list="actions"] > [data-row][open] [data-path="owner"]')"""
TASKS = ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"]
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


# Notes how long each check takes as the page sees it, and whether anything is still asked of Python.
NOTES = """
(() => {
  const post = Worker.prototype.postMessage;
  Object.assign(window, { checks: [], asked: 0 });
  Worker.prototype.postMessage = function (message, ...more) {
    const begun = performance.now();
    const heard = ({ data }) => {
      if (data.id !== message.id || data.event) return;
      this.removeEventListener("message", heard);
      window.asked -= 1;
      if (message.call === "advise") window.checks.push(performance.now() - begun);
    };
    this.addEventListener("message", heard);
    window.asked += 1;
    return post.call(this, message, ...more);
  };
})();
"""


@dataclass
class Longest:
    """The longest task, in milliseconds: on the clock, and of the processor."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:.0f} ({self.processor:.0f})"


class Reader:
    """One page as its reader uses it, every act watched.

    It is asked and told through the browser's own door: what Playwright lays into a page to find its way is longer to
    read than any task of ours, and would be counted.
    """

    def __init__(self, browser: Browser, address: str, slower: int, files: dict[int, Path]) -> None:
        self.browser = browser
        self.page: Page = browser.new_page(viewport={"width": 1280, "height": 900})
        self.devtools: CDPSession = self.page.context.new_cdp_session(self.page)
        self.devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        self.page.add_init_script(NOTES)
        self.checks = 0
        self.files = files
        self.address = address
        self.slower = slower

    def say(self, script: str) -> Any:
        """Run a line in the page and give what it comes to."""
        told = self.devtools.send("Runtime.evaluate", {"expression": script, "returnByValue": True})
        return told["result"].get("value")

    def until(self, script: str) -> None:
        """Wait until a line in the page is true."""
        late = time.monotonic() + PATIENCE / 1000
        while not self.say(script):
            if time.monotonic() > late:
                raise TimeoutError(script)
            time.sleep(0.05)

    def watch(self, act: Callable[[], object]) -> Longest:
        """Do something, wait until Python is quiet again, and give the longest task meanwhile."""
        self.browser.start_tracing(page=self.page, categories=TASKS)
        act()
        time.sleep(1.0 * self.slower)
        found = longest(json.loads(self.browser.stop_tracing())["traceEvents"])
        print(f"{act.__name__}: {found}", flush=True)  # the whole takes minutes
        return found

    def start(self) -> None:
        """Open the planner and wait until Python answers."""
        self.page.goto(self.address + PAGE)
        self.ready()
        self.advised()

    def ready(self) -> None:
        """Wait until Python answers."""
        self.until("""document.querySelector('action-planner').dataset.planner === 'ready'""")

    def open(self, size: int) -> None:
        """Open a file of so many actions."""
        input = self.devtools.send("Runtime.evaluate", {"expression": "document.querySelector('[data-open]')"})
        about = {"objectId": input["result"]["objectId"], "files": [str(self.files[size])]}
        self.devtools.send("DOM.setFileInputFiles", about)
        self.until("""document.querySelector('[data-opened] .pl-note') !== null""")
        self.advised()

    def go(self, step: str) -> None:
        """Go to a step as the script does, so that no other work of the browser is counted."""
        self.say(f"location.hash = '{step}'")

    def row(self) -> None:
        """Open an action."""
        self.say("""document.querySelectorAll('[data-list="actions"] > [data-row] > summary')[3].click()""")

    def type(self) -> None:
        """Type the owner of the open action, and wait for the advice on it."""
        self.say(f"{OWNER}.focus()")
        self.page.keyboard.type("The works council", delay=40)
        self.advised()

    def checked(self) -> list[float]:
        """Type letters, and give the milliseconds from asking Python about each until the page has its advice."""
        self.go("actions")
        self.until(f"({OWNER}.focus(), document.activeElement === {OWNER})")
        for letter in LETTERS:
            self.page.keyboard.type(letter)
            self.advised()
        return list(self.say(f"checks.slice(-{len(LETTERS)})"))

    def advised(self) -> None:
        """Wait until Python has checked the plan as it is now."""
        self.until(f"checks.length > {self.checks} && !asked")
        self.checks = self.say("checks.length")

    def preview(self) -> None:
        """Bring the plan as it will look into view."""
        self.say("document.querySelector('[data-preview]').scrollIntoView()")
        time.sleep(0.5)
        self.until(
            "!asked && document.querySelector('[data-preview] > iframe')?.contentDocument.readyState === 'complete'"
        )

    def cancelled(self) -> float:
        """Cancel a long file, and give the seconds until Python answers again."""
        self.say("""document.querySelector('[data-download="zip"]').click()""")
        self.until("document.querySelector('[data-work] progress[value]') !== null")  # Python is at it
        self.say("document.querySelector('[data-work] button').click()")
        begun = time.monotonic()
        self.until("""document.querySelector('action-planner').dataset.planner === 'loading'""")
        self.ready()
        return time.monotonic() - begun

    def export(self) -> None:
        """Download the plan for Word."""
        with self.page.expect_download(timeout=PATIENCE):
            self.say("""document.querySelector('[data-download="docx"]').click()""")


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


def longest(events: list[dict[str, Any]]) -> Longest:
    """The longest task of the page's main thread in a trace."""
    pages = {(one["pid"], one["tid"]) for one in events if one.get("args", {}).get("name") == "CrRendererMain"}
    tasks = [one for one in events if one.get("name") == "RunTask" and (one["pid"], one["tid"]) in pages]
    return Longest(*(max(one.get(key, 0) for one in tasks) / 1000 for key in ("dur", "tdur")))


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
