"""Takes a page that shows the planner; gives its questions by their labels, its answers and its files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import FrameLocator, Locator, Page, expect

START = 60_000
"""How long Python may take on a busy machine, in milliseconds."""
FRAME = "[data-preview] > iframe"

UNFOLD = """(one) => {
  for (let at = one.parentElement; at; at = at.parentElement) if (at.matches("details")) at.open = true;
}"""


def bundle_of(site: Path, language: str) -> Any:
    """The words and facts the page itself loads."""
    (bundle,) = site.glob(f"planner/bundles/*/{language}.json")
    return json.loads(bundle.read_text(encoding="utf-8"))


class Planner:
    """The page as its reader knows it: steps, questions by label, buttons by name."""

    def __init__(self, page: Page, language: str, site: Path) -> None:
        self.page = page
        self.language = language
        self.bundle = bundle_of(site, language)
        self.words = self.bundle["words"]
        self.form = self.words["form"]
        self.root = page.locator("action-planner")

    def ready(self) -> Planner:
        """Wait until Python answers."""
        self.becomes("ready")
        return self

    def becomes(self, state: str) -> None:
        """Wait for a state of the planner."""
        expect(self.root).to_have_attribute("data-planner", state, timeout=START)

    def section(self, step: str) -> Locator:
        """One step of the form."""
        return self.page.locator(f"section#{step}")

    def go(self, step: str) -> Locator:
        """Go to a step by its link above the form."""
        self.root.get_by_role("navigation").locator(f'[data-step-link="{step}"]').click()
        expect(self.section(step)).to_be_visible()
        return self.section(step)

    def label(self, path: str) -> str:
        """The label of a question, `findings.text`."""
        found = self.form["fields"]
        for name in path.split("."):
            found = found[name]
        return str(found["label"])

    def country(self, code: str) -> str:
        """A country's name."""
        return str(self.bundle["calendar"]["countries"][code])

    def field(self, path: str, row: Locator | None = None) -> Locator:
        """The control of a question by its label, within a row where it stands in one."""
        return (row or self.root).get_by_label(self.label(path), exact=True)

    def shown(self, part: Locator) -> Locator:
        """A part of the form with every fold around it open."""
        part.evaluate(UNFOLD)
        return part

    def name(self, text: str) -> None:
        """Give the plan a name, which is folded away at the start."""
        self.shown(self.field("title")).fill(text)

    def unfold(self, group: str, where: Locator | None = None) -> Locator:
        """The summary of a folded group of questions, by its title."""
        title = self.form["groups"][group]["title"]
        return (where or self.root).locator("summary").filter(has_text=title).first

    def kind(self, id: str) -> Locator:
        """The choice of a kind of plan."""
        return self.section("start").get_by_label(self.words["terms"]["kinds"][id], exact=True)

    def group(self, path: str, row: Locator | None = None) -> Locator:
        """The radios or boxes of a question by its legend."""
        return (row or self.root).get_by_role("group", name=self.label(path), exact=True)

    def row(self, name: str, at: int = 0) -> Locator:
        """A repeated row, by its list and place."""
        return self.root.locator(f'[data-list="{name}"] > [data-row]').nth(at)

    def button(self, name: str, where: Locator | None = None) -> Locator:
        """A button of the form's own words, `add`."""
        return (where or self.root).get_by_role("button", name=self.form["buttons"][name], exact=True)

    def download_button(self, format: str) -> Locator:
        """The button that downloads a format."""
        return self.section("check").get_by_role("button", name=self.words["terms"]["formats"][format], exact=True)

    def download(self, format: str) -> bytes:
        """The file of a format, as the reader gets it. The check step must be on show."""
        with self.page.expect_download(timeout=START) as download:
            self.download_button(format).click()
        return Path(download.value.path()).read_bytes()

    def open(self, name: str, content: bytes) -> None:
        """Open a file in the first step."""
        file: Any = {"name": name, "mimeType": "application/json", "buffer": content}
        self.go("start").get_by_label(self.form["files"]["open"], exact=True).set_input_files(file)

    def plan(self) -> Any:
        """The plan as the page holds it, in the words of a file."""
        self.go("check")
        return json.loads(self.download("json"))

    @property
    def preview(self) -> FrameLocator:
        """The plan as it will look, which is drawn when it comes into view. The check step must be on show."""
        self.page.locator("[data-preview]").scroll_into_view_if_needed()
        return self.page.locator(FRAME).content_frame

    @property
    def said(self) -> Locator:
        """What the page says of itself, for everybody to hear."""
        return self.root.locator("[data-status]")

    @property
    def opened(self) -> Locator:
        """What the page says of a file that was opened."""
        return self.root.locator("[data-opened]")

    @property
    def warning(self) -> Locator:
        """What the page warns of."""
        return self.root.locator("[data-warning]")
