"""Takes a page; gives what keeps people out of it: findings of axe-core, and a page wider than its screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  const answer = await axe.run(document, {
    runOnly: tags, resultTypes: ["violations"], iframes: false, elementRef: false,
  });
  const told = (rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} – ${node.failureSummary}`);
  return answer.violations.flatMap(told);
}"""
TOO_WIDE = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const leaves = (one) => one.getBoundingClientRect().right > page.clientWidth + 1;
  const wide = [...document.querySelectorAll("body *")].filter(leaves);
  return wide.slice(0, 5).map((one) => `too wide: ${one.tagName} ${one.className}`);
}"""
STILL = "Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)))"
LOOKS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]
OPPOSITE_LOOKS = [LOOKS[0], LOOKS[-1]]
"""For a page whose likeness in another language is looked at in all ways: both widths and both palettes once."""


def barriers(page: Page, looks: list[tuple[int, str]] = LOOKS) -> list[str]:
    """At 320 and 1280 pixels, light and dark, whatever stands in somebody's way."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found = []
    for width, scheme in looks:
        look(page, width, scheme)
        here: list[Any] = page.evaluate(RUN, RULES) + (page.evaluate(TOO_WIDE) if width == 320 else [])
        found += [f"{width} {scheme}: {each}" for each in here]
    return found


def look(page: Page, width: int, scheme: Any) -> None:
    """Show the page at a width and in the colours its reader's system asks for, when nothing moves any more."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    palette = {"light": "default", "dark": "slate"}[scheme]
    page.wait_for_function("(palette) => (document.body.dataset.mdColorScheme ?? palette) === palette", arg=palette)
    page.evaluate(STILL)
