"""Takes a browser context; gives all that a page must never do: ask elsewhere, break its policy, fail, prompt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

DAY = "2026-11-22"
CLOCK = f"{DAY}T10:00:00"
"""The reader's clock in every test: files carry the day."""
VIOLATION = """
addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
"""
OURS = "because the document's frame is sandboxed and the 'allow-scripts' permission is not set"
"""Said when the listener above and the fixed clock meet the preview's frame, which runs no script at all; no other
frame of the site is sandboxed."""
KEPT = ".woff2 was preloaded using link preload but not used"
"""Said on a slow machine of a font that Chromium still had from the page before."""
NOT_HERE = "Service Worker registration blocked by Playwright"
"""Said where a test did not ask for service workers."""
watches: dict[BrowserContext, Watch] = {}


class Watch:
    """Listens to every page and worker of a context."""

    def __init__(self, context: BrowserContext) -> None:
        self.seen: list[str] = []
        self.expected = [OURS, KEPT, NOT_HERE]
        context.add_init_script(VIOLATION)
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.seen.append(f"error: {error.error}"))
        context.on("dialog", self._dialog)

    @property
    def wrong(self) -> list[str]:
        """What nobody expected."""
        return [each for each in self.seen if not any(part in each for part in self.expected)]

    def _request(self, request: Request) -> None:
        host = urlsplit(request.url.removeprefix("blob:"))
        if host.scheme != "data" and host.hostname not in ("127.0.0.1", None):
            self.seen.append(f"request: {request.url}")
        if request.method != "GET":
            self.seen.append(f"request: {request.method} {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.seen.append(f"console: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        if dialog.type != "beforeunload":  # the browser's own question about unsaved typing is wanted
            self.seen.append(f"dialog: {dialog.message}")
        dialog.accept()


@contextmanager
def watched(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """A device of its own with a fixed clock; whatever its pages do wrong is an error when the block ends."""
    # The copy for use without network would be fetched anew in every test.
    usual: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "service_workers": "block"}
    context = browser.new_context(**(usual | options))
    context.clock.set_fixed_time(CLOCK)
    watch = watches[context] = Watch(context)
    try:
        yield context
    finally:
        context.close()
        del watches[context]
    assert not watch.wrong, "\n".join(watch.wrong)


def expect_wrong(page: Page, *parts: str) -> None:
    """Let the page do wrong what the test provokes: messages that hold one of these parts."""
    watches[page.context].expected += parts
