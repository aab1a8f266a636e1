"""Takes a browser and an address; gives a reader of the planner, whose every act is watched for long tasks.

A task is what the page's main thread does without a pause; while one runs, typing waits. Both its length on the clock
and the processor time in it are given, for on a machine that does other work the clock tells of that work too.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

PAGE = "en/planner/"
PATIENCE = 240_000
LETTERS = " and us"
OWNER = """document.querySelector('[data-list="actions"] > [data-row][open] [data-path="owner"]')"""
TASKS = ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"]
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


def longest(events: list[dict[str, Any]]) -> Longest:
    """The longest task of the page's main thread in a trace."""
    pages = {(one["pid"], one["tid"]) for one in events if one.get("args", {}).get("name") == "CrRendererMain"}
    tasks = [one for one in events if one.get("name") == "RunTask" and (one["pid"], one["tid"]) in pages]
    return Longest(*(max(one.get(key, 0) for one in tasks) / 1000 for key in ("dur", "tdur")))
