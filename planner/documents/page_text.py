"""Takes phrases; gives the markup that says them on the printable page. Whatever they say is escaped.

A plan says the same few hundred things thousands of times, so each phrase is written once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from planner.documents.blocks import Lines
from planner.documents.voice import Phrase, Run, Tone

CLASSES: dict[Tone | None, str] = {
    "missing": "missing", "late": "late", "critical": "level critical", "major": "level major", "minor": "level minor",
    "observation": "level observation", "red": "level red", "yellow": "level yellow", "green": "level green",
    "grey": "level grey", "hint": "hint",
}  # fmt: skip


EMPTY, LINE = ' class="empty"', ' class="line"'


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

    def rows(self, rows: Sequence[Sequence[Lines]]) -> Markup:
        """Give the rows of a table; its first cell names each, unless it is empty."""
        made = []
        for row in rows:
            cells = [f"<td>{self._lines(cell)}</td>\n" for cell in row]
            if row and row[0]:
                cells[0] = f'<th scope="row">{self._lines(row[0])}</th>\n'
            made.append(f"<tr{'' if any(row) else EMPTY}>\n{''.join(cells)}</tr>\n")
        return Markup("".join(made))  # noqa: S704 - of what is escaped already

    def facts(self, facts: Iterable[tuple[Phrase, Lines]]) -> Markup:
        """Give names and values, one below the other."""
        made = []
        for label, values in facts:
            line = values and values[0] and values[0][0].tone == "line"
            value = f"<dd{LINE}>" if line else f"<dd>{self._lines(values)}"
            made.append(f"<div><dt>{self.say(label)}</dt>{value}</dd></div>\n")
        return Markup("".join(made))  # noqa: S704 - of what is escaped already

    def _lines(self, phrases: Lines) -> str:
        """Say several phrases, a paragraph for each; one alone needs none."""
        said = [self.say(phrase) for phrase in phrases if phrase]
        return said[0] if len(said) == 1 else "".join([f"<p>{one}</p>" for one in said])

    def _run(self, one: Run, *, second: bool) -> str:
        text, own = str(escape(one.text)), one.language == self._language
        if own and one.tone is None and not second:
            return text
        language = "" if own else f' lang="{escape(one.language or "")}"'
        classes = " ".join(name for name in (CLASSES.get(one.tone), "second" if second else None) if name)
        styled = f' class="{classes}"' if classes else ""
        return f'<span{language} dir="auto"{styled}>{text}</span>'
