"""Takes the built site; gives bench/table.md: how long the planner takes to start in Chromium, cold and again."""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.serve import serving

ROOT = Path(__file__).resolve().parent.parent
TIMES = 5
PAGE = "en/planner/"
# The page tells its state in one attribute; the clock starts when the browser leaves for the page.
WATCH = """
const seen = () => document.querySelector('action-planner[data-planner="ready"]');
const watch = new MutationObserver(() => {
  if (!seen()) return;
  window.readyAfter = performance.now();
  watch.disconnect();
});
watch.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-planner"] });
"""


def main() -> None:
    """Start the planner in a fresh browser, and again in the same one; write the table."""
    with serving(ROOT / "site") as address, sync_playwright() as playwright:
        runs = [measure(playwright, address + PAGE) for _ in range(TIMES)]
        version = runs[0][2]
    cold, again = ([run[which] for run in runs] for which in (0, 1))
    table = written(cold, again, version)
    (ROOT / "bench" / "table.md").write_text(table, encoding="utf-8")
    print(table)


def measure(playwright: Playwright, address: str) -> tuple[float, float, str]:
    """Seconds until ready with nothing cached, then with what the browser kept; and the browser's version."""
    profile = tempfile.mkdtemp()
    try:
        with browser(playwright, profile) as context:
            cold = ready(context, address)
        with browser(playwright, profile) as context:
            again = ready(context, address)
            version = context.browser.version if context.browser else context.pages[0].evaluate("navigator.userAgent")
    finally:
        shutil.rmtree(profile, ignore_errors=True)
    return cold, again, version


def browser(playwright: Playwright, profile: str) -> BrowserContext:
    """A browser with a profile of its own, so that it keeps its cache over a restart."""
    return playwright.chromium.launch_persistent_context(
        profile,
        executable_path=os.environ["FAIRSTEPS_CHROMIUM"],
        args=os.environ["FAIRSTEPS_CHROMIUM_ARGS"].split(),
    )


def ready(context: BrowserContext, address: str) -> float:
    """Seconds from leaving for the page to a planner that answers."""
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    page.locator('action-planner[data-planner="ready"]').wait_for(timeout=120_000)
    return float(page.evaluate("window.readyAfter")) / 1000


def written(cold: list[float], again: list[float], version: str) -> str:
    """The table, with what it was measured on."""
    made = json.loads((ROOT / "build" / "runtime.json").read_text(encoding="utf-8"))
    sizes = [(ROOT / "build" / "runtime" / made["path"] / name).stat().st_size for name in made["files"]]
    rows = "\n".join(
        f"| {name} | {statistics.median(times):.2f} s | {min(times):.2f} s | {max(times):.2f} s |"
        for name, times in (("cold: a new browser, nothing cached", cold), ("again: the browser started anew", again))
    )
    return f"""# Start of the planner

From leaving for the planner page until the planner answers, over local HTTP without a network's delay, {TIMES} times.

| start | median | fastest | slowest |
| --- | --- | --- | --- |
{rows}

Chromium {version}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}.
The runtime weighs {sum(sizes) / 1e6:.1f} MB before a host compresses it. Measure again with `nox -s bench`.
"""


if __name__ == "__main__":
    main()
