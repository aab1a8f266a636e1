"""Takes a planner; holds back what its page asks of Python, which is then busy as long as the test likes."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.planner import Planner

HOLD = """
(() => {
  const post = Worker.prototype.postMessage;
  window.calls = [];
  Worker.prototype.postMessage = function (message, ...more) {
    if (message.event) return post.call(this, message, ...more);
    const name = message.call === "export" ? message.body.format : message.call;
    window.calls.push(name);
    window.said = (data) => this.dispatchEvent(new MessageEvent("message", { data: { id: message.id, ...data } }));
    if (name === window.held) return window.let = () => post.call(this, message, ...more);
    return post.call(this, message, ...more);
  };
})();
"""
"""Notes what is asked of the worker, holds back what the test says, and can say what a worker says: to the page, Python
is then busy for as long as the test likes."""


def hold(here: Planner, call: str | None) -> None:
    """From here on this call, or an export of this format, does not reach Python."""
    here.page.evaluate("(call) => { window.held = call; }", call)


def busy(here: Planner, format: str = "docx") -> None:
    """Ask for a file that takes long."""
    hold(here, format)
    here.download_button(format).click()
    here.page.wait_for_function("(format) => window.calls.at(-1) === format", arg=format)
    expect(cancel(here)).to_be_visible()


def let_go(here: Planner) -> None:
    """What was held back reaches Python."""
    here.page.evaluate("() => { window.held = null; window.let(); }")


def cancel(here: Planner) -> Locator:
    """The button that ends long work."""
    return here.root.get_by_role("button", name=re.compile(f"^{here.form['buttons']['cancel']}"))
