"""Takes the guide's Markdown; gives words and readability of every page, and one line per language.

`python scripts/readability.py [--pages]`. The figure is LIX (C. H. Björnsson, Läsbarhet, 1968): words per sentence plus
the share of words longer than six letters in per cent. It counts letters, so it serves all four languages; still,
compare a language with itself, for Dutch and the Nordic languages write compounds as one word. Newspapers lie at about
40 to 50.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.languages import site_languages
from scripts.yamlfile import ROOT

FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
NOT_PROSE = re.compile(r"```.*?```|<!--.*?-->|<[^>]+>|\{[^}\n]*\}|^\| -[^\n]*$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
END = re.compile(r"[.!?:…]+(?:\s|$)|\n\s*\n|\n\s*(?:[-*|#]|\d+\.)|\|")
"""A sentence ends at its mark, and so does an item of a list, a heading or a cell."""
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
LONG = 6


@dataclass(frozen=True)
class Reading:
    """How much there is to read, and how hard it is."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> float:
        """The higher, the harder; 0 for no words at all."""
        if not self.words:
            return 0.0
        return self.words / self.sentences + 100 * self.long_words / self.words

    def __add__(self, other: Reading) -> Reading:
        return Reading(self.words + other.words, self.sentences + other.sentences, self.long_words + other.long_words)


def read(markdown: str) -> Reading:
    """Count what a reader reads: no front matter, markup or addresses."""
    text = LINK.sub(r"\1", NOT_PROSE.sub(" ", FRONT.sub("", markdown)))
    counts = [len(WORD.findall(part)) for part in END.split(text)]
    words = WORD.findall(text)
    return Reading(len(words), sum(1 for count in counts if count), sum(1 for word in words if len(word) > LONG))


def pages(language: str) -> dict[str, Reading]:
    """Every page of a language, by path."""
    folder = ROOT / "docs" / language
    return {path.relative_to(folder).as_posix(): read(path.read_text("utf-8")) for path in sorted(folder.rglob("*.md"))}


def main() -> None:
    """Print the lines of the languages, and with --pages those of every page."""
    found = {language: pages(language) for language in site_languages()}
    if "--pages" in sys.argv:
        for page in found["en"]:
            columns = [f"{each[page].words:>6} {each[page].lix:>3.0f}" for each in found.values() if page in each]
            print(f"{page:<32}{''.join(columns)}")
    for language, by_page in found.items():
        whole = sum(by_page.values(), Reading(0, 0, 0))
        hardest = max(by_page, key=lambda page: by_page[page].lix)
        print(
            f"readability {language}: {whole.words} words, LIX {whole.lix:.0f}; "
            f"hardest {hardest} ({by_page[hardest].lix:.0f})"
        )


if __name__ == "__main__":
    main()
