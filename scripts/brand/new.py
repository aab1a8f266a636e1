"""Takes a name; gives a folder in brands/ to begin a copy with: every key explained, an example of each part.

`python scripts/brand/new.py NAME`, or a path anywhere.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from scripts import commands
from scripts.brand import pictures
from scripts.brand.keys import KEYS, TAKES_THE_SOURCE
from scripts.yamlfile import ROOT, shown

HEAD = """# This folder is a brand. All of this file is optional: a line that begins with # is asleep until the # goes.
# See how it looks:   {see}
# See what is wrong:  {check}
# Pictures that may lie beside this file: logo.svg (at most five times as wide as high), logo-dark.svg (the same for the
# dark ground), favicon.svg (square), logo.png (for documents), icon-192.png, icon-512.png, icon-maskable.png and
# apple-touch-icon.png (for phones).{icons}
# tokens.css beside it sets any other colour or measure, such as a dark ground:
#   [data-md-color-scheme="slate"] {{ --fs-paper: #1a1215; --fs-tint: #241a1e; --fs-line: #46363c; }}
# Write texts with “: ” or “#” in them in quotes. One text for all languages, or one each: {{en: …, da: …}}.
"""
EXAMPLES = {
    "words/README.txt": """Words of your own, as <language>.yaml. Any word of the site and its documents can be yours:
look it up in {words}/<language>/ and write it below the name of its file, such as in words/en.yaml:

site:
  footer:
    stays: What you type stays on your device.
""",
    "docs/README.txt": """Pages of your own, as <language>/<folder>/<page>.md. A page with the name of one of ours (see
docs/ of the project) takes its place; a new one is added at the end of its folder, or behind the page of that folder
its line after: names, or makes a new part with an index.md. Each begins with

---
title: House rules
description: One sentence about the page, for search engines.
updated: 2026-11-29
after: index
---
""",
    "measures/README.txt": """Measures of your own, as <topic>.yaml, such as measures/working-hours.yaml.
Facts and words stand together:

sources:
  our-code:
    reference: "Example Association 2026, section 4"   # as notes cite it; lists of sources put the title before it
    title: Code of conduct
    url: https://example.org/code
    checked: 2026-11-29
measures:
  - id: call-our-helpline
    side: supplier            # supplier, buyer or joint
    nature: prevent           # contain, correct, prevent or remedy
    milestones:               # at: percent of the time from start to deadline
      - {id: number-posted, at: 50}
      - {id: workers-know, at: 100}
    verification: [worker-interviews]
    sources: [our-code]
    words:
      en:
        title: Post the number of our helpline where workers see it
        how: Put it on the notice board and on each pay slip, in the languages of the workers.
        check: Workers can say in private where they find the number.
        evidence: [A photo of the notice board]
        milestones: {number-posted: The number is posted, workers-know: Workers know it}
""",
}


def main(name: str) -> int:
    """Make the folder, unless there is one already."""
    folder = Path(name) if "/" in name or "\\" in name else ROOT / "brands" / name
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", folder.name):
        print(f"{folder.name}: use small letters, digits and hyphens, such as our-association", file=sys.stderr)
        return 2
    if folder.exists():
        print(f"{shown(folder)} is there already. Take another name, or delete it first.", file=sys.stderr)
        return 2
    made(folder, shown(folder))
    print(f"{shown(folder)} is ready. Open its brand.yaml, then run: {commands.see(folder)}")
    return 0


def made(folder: Path, called: str, *, zipped: bool = False) -> None:
    """Write the folder, which tells the commands of the source, or those of the zip it goes into."""
    for path, text in EXAMPLES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        words = text.replace("{words}", f"{'lib/' if zipped else ''}planner/locales")
        (folder / path).write_text(words, "utf-8")
    (folder / "brand.yaml").write_text(starter(folder, called, zipped=zipped), "utf-8")
    for sign in pictures.SIGNS:
        (folder / sign).write_text(pictures.letter(folder.name, KEYS["colours"].default["accent"]), "utf-8")


def starter(folder: Path, called: str, *, zipped: bool) -> str:
    """The brand.yaml to begin with: only the name is awake."""
    lines = [
        HEAD.format(
            see=commands.see(called, zipped=zipped),
            check=commands.check(called, zipped=zipped),
            icons="" if zipped else f" Drawn from the SVGs by: {commands.nox('icons', commands.named(called))}",
        )
    ]
    for key, about in KEYS.items():
        lines.append(f"# {about.about}{' Takes the source.' if zipped and key in TAKES_THE_SOURCE else ''}")
        named = f"name: {folder.name.replace('-', ' ').capitalize()}" if key == "name" else f"#{key}: {about.example}"
        lines.append(f"{named}\n")
    return "\n".join(lines)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(f"Say what to call the brand: {commands.nox('brand-new', 'our-association')}")
    raise SystemExit(main(sys.argv[1]))
