"""Takes a language and files; marks each translation with the hash of the English file it follows."""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.bundle import DOCUMENT_FILES

ROOT = Path(__file__).resolve().parent.parent
KINDS = {".md": ROOT / "docs", ".yaml": ROOT / "planner" / "locales"}
STAMP = re.compile(r"^follows:.*\n", re.MULTILINE)


def main() -> int:
    """Stamp the files; without files, list what no longer follows its English."""
    parser = argparse.ArgumentParser(prog="nox -s stamp --", description=__doc__)
    parser.add_argument("language", help="da, nl, sv, de …")
    parser.add_argument("files", nargs="*", help="as methods/action-plans.md or measures/environment.yaml")
    parser.add_argument("--all", action="store_true", help="every file that is behind: after a whole new translation")
    options = parser.parse_args()
    if options.all:
        options.files = [line.partition(":")[0] for line in behind(options.language) if not line.endswith("missing")]
    if not options.files:
        stale = list(behind(options.language))
        print("\n".join(stale) or f"Every translation in {options.language} follows its English.")
        return 0
    for name in options.files:
        home = KINDS.get(Path(name).suffix)
        if home is None or not (home / "en" / name).is_file() or not (home / options.language / name).is_file():
            print(f"{name}: not a page of docs/ nor a file of planner/locales/ in both en and {options.language}.")
            return 2
        stamp(home / options.language / name, fingerprint(home / "en" / name))
        print(f"{options.language}/{name} follows {fingerprint(home / 'en' / name)}")
    return 0


def fingerprint(english: Path) -> str:
    """The first twelve digits of the hash of the English file: any change of it asks the translator to look."""
    return hashlib.sha256(english.read_bytes()).hexdigest()[:12]


def stamp(translation: Path, english: str) -> None:
    """Write `follows:` as the first key of the file or of its front matter, in place of an older one."""
    text = STAMP.sub("", translation.read_text(encoding="utf-8"), count=1)
    line = f'follows: "{english}"\n'  # quoted: a hash of digits alone would be a number
    if translation.suffix == ".yaml":
        text = line + text
    elif text.startswith("---\n"):
        text = "---\n" + line + text.removeprefix("---\n")
    else:
        text = f"---\n{line}---\n\n{text}"
    translation.write_text(text, encoding="utf-8")


def wanted(language: str, name: Path) -> bool:
    """Tell whether a language has to have a file: one of documents alone has no pages and no words of the page."""
    if name.name == "language.yaml":  # says what a language is, and follows no other
        return False
    if (KINDS[".yaml"] / language / "site.yaml").exists():
        return True
    return name.suffix == ".yaml" and (name.stem in DOCUMENT_FILES or len(name.parts) > 1)


def behind(language: str) -> list[str]:
    """The files of a language that are missing or follow an English that has changed."""
    found = []
    for suffix, home in KINDS.items():
        for english in sorted((home / "en").rglob(f"*{suffix}")):
            name = english.relative_to(home / "en")
            if not wanted(language, name):
                continue
            translation = home / language / name
            if not translation.is_file():
                found.append(f"{name}: missing")
            elif fingerprint(english) not in "".join(STAMP.findall(translation.read_text(encoding="utf-8"))[:1]):
                found.append(f"{name}: its English has changed")
    return found


if __name__ == "__main__":
    sys.exit(main())
