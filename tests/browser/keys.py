"""Takes a page; gives hands that know only the keyboard. What cannot be reached by Tab fails the test."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Locator, Page, expect

FAR = 250
"""More stops than any step has."""
BEHIND = """(element) => {
  const here = document.activeElement;
  return Boolean(element.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""
HAS_FOCUS = "(element) => element === document.activeElement"
OPTION = "(select, label) => [...select.options].findIndex((one) => one.text === label)"


class Keys:
    """A reader without a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def reach(self, target: Locator) -> None:
        """Get there by Tab, or by Shift+Tab when it lies behind; fail when it cannot be reached or is not shown."""
        expect(target).to_be_visible()
        key = "Shift+Tab" if target.evaluate(BEHIND) else "Tab"
        for _ in range(FAR):
            if target.evaluate(HAS_FOCUS):
                return
            self.press(key)
        raise AssertionError(f"{key} never reaches {target}")

    def push(self, target: Locator, key: str = "Enter") -> None:
        """Reach a button, link or summary and press it."""
        self.reach(target)
        self.press(key)

    def write(self, target: Locator, text: str) -> None:
        """Type into a field."""
        self.reach(target)
        self.page.keyboard.type(text)
        expect(target).to_have_value(text)

    def choose(self, select: Locator, label: str) -> None:
        """Choose from a list: by its first letters where it is long, as readers do, else by arrows."""
        self.reach(select)
        at, now = select.evaluate(OPTION, label), select.evaluate("(select) => select.selectedIndex")
        assert at >= 0, f"{select} does not offer {label}"
        if at - now > 20:
            self.page.keyboard.type(label)
        else:
            self.press(*["ArrowDown"] * (at - now))
        assert select.evaluate("(select) => select.selectedOptions[0].text") == label

    def pick(self, group: Locator, label: str) -> None:
        """Pick one of several radios: Tab to the group, then arrows."""
        self.reach(group.locator("input:checked"))
        wanted = group.get_by_label(label, exact=True)
        for _ in range(group.locator("input").count()):
            if wanted.is_checked():
                return
            self.press("ArrowDown")
        assert wanted.is_checked()

    def tick(self, box: Locator) -> None:
        """Tick a box."""
        self.push(box, "Space")
        expect(box).to_be_checked()

    def date(self, target: Locator, iso: str) -> None:
        """Type a date, in the order of the browser's own language."""
        self.reach(target)
        self.page.keyboard.type(date.fromisoformat(iso).strftime("%m%d%Y"))
        expect(target).to_have_value(iso)
