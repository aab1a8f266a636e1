"""Takes phrases; gives the markup that says them on the printable page. Whatever they say is escaped.

A plan says the same few hundred things thousands of times, so each phrase is written once.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from planner.documents.blocks import Lines
from planner.documents.voice import Phrase, Run, Tone

CLASSES: dict[Tone | None, str] = {
    "missing": "missing", "late": "late", "critical": "level critical", "major": "level major", "minor": "level minor",
    "observation": "level observation", "red": "level red", "yellow": "level yellow", "green": "level green",
    "grey": "level grey", "hint": "hint",
}  # fmt: skip


class PageText:
    """Writes in the language of one page. Every text that is not in it says which it is in."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._said: dict[tuple[Phrase, str], Markup] = {}

    def say(self, phrase: Phrase, between: str = "<br>") -> Markup:
        """Say each language, the first without more if it is the page's own."""
        said = self._said.get((phrase, between))
        if said is None:
            runs = (self._run(one, second=place > 0) for place, one in enumerate(phrase))
            said = self._said[phrase, between] = Markup(between.join(runs))  # noqa: S704 - of runs
        return said

    def lines(self, phrases: Lines) -> Markup:
        """Say several phrases, a paragraph for each; one alone needs none."""
        said = [self.say(phrase) for phrase in phrases if phrase]
        if len(said) == 1:
            return said[0]
        return Markup("".join([f"<p>{one}</p>" for one in said]))  # noqa: S704 - of what is escaped already

    def _run(self, one: Run, *, second: bool) -> str:
        text, own = str(escape(one.text)), one.language == self._language
        if own and one.tone is None and not second:
            return text
        language = "" if own else f' lang="{escape(one.language or "")}"'
        classes = " ".join(name for name in (CLASSES.get(one.tone), "second" if second else None) if name)
        styled = f' class="{classes}"' if classes else ""
        return f'<span{language} dir="auto"{styled}>{text}</span>'
