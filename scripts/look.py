"""Takes the examples; gives a picture of every page of every document in build/look/, for a person to look at."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planner.bridge import handle

ROOT = Path(__file__).resolve().parent.parent
LOOK = ROOT / "build" / "look"
DAY = "2026-11-22"
OFFICE = ("docx", "xlsx")


def main(languages: list[str]) -> int:
    """Write the documents, print them to PDF, and the PDF to pictures."""
    shutil.rmtree(LOOK, ignore_errors=True)
    LOOK.mkdir(parents=True)
    made = list(documents(languages or sorted(path.stem for path in ROOT.glob("planner/bundles/*.json"))))
    office([path for path in made if path.suffix[1:] in OFFICE])
    browser([path for path in made if path.suffix == ".html"])
    for pdf in sorted(LOOK.glob("*.pdf")):
        program = os.environ["FAIRSTEPS_PDFTOPPM"]
        subprocess.run([program, "-r", "60", "-png", pdf, pdf.with_suffix("")], check=True)
    print(f"{len(list(LOOK.glob('*.png')))} pictures in {LOOK.relative_to(ROOT)}/")
    return 0


def documents(languages: list[str]) -> Iterator[Path]:
    """Each example in each language, `da`, or in two, `da+zh-Hans`, as the page would write it."""
    for language in languages:
        first, _, other = language.partition("+")
        handle("open", json.dumps({"bundle": bundle(first)}))
        second = bundle(other) if other else None
        for example in sorted((ROOT / "examples").glob("*.json")):
            plan = json.loads(example.read_text(encoding="utf-8"))
            for extension in (*OFFICE, "html"):
                written = handle(
                    "export", json.dumps({"plan": plan, "format": extension, "day": DAY, "second": second})
                )
                if isinstance(written, str):
                    sys.exit(f"{example.name} as {extension}: {written}")
                # One name per PDF: LibreOffice replaces the extension.
                path = LOOK / f"{example.stem}.{language}-{extension}.{extension}"
                path.write_bytes(written)
                yield path
            yield from letters(example.stem, language, plan, second)


def bundle(language: str) -> str:
    """The words of a language."""
    return (ROOT / "planner" / "bundles" / f"{language}.json").read_text(encoding="utf-8")


def letters(stem: str, language: str, plan: Any, second: str | None) -> Iterator[Path]:
    """Each letter that fits a plan."""
    found = json.loads(str(handle("letters", json.dumps({"plan": plan, "day": DAY}))))
    for letter in found["body"]["letters"]:
        written = handle("letter", json.dumps({"plan": plan, "letter": letter["id"], "day": DAY, "second": second}))
        if isinstance(written, str):
            sys.exit(f"{stem} as {letter['id']}: {written}")
        path = LOOK / f"{stem}-{letter['id']}.{language}-docx.docx"
        path.write_bytes(written)
        yield path


def office(paths: list[Path]) -> None:
    """LibreOffice prints them all in one start, with a profile of its own."""
    profile = f"-env:UserInstallation={(LOOK / '.profile').as_uri()}"
    command = [os.environ["FAIRSTEPS_SOFFICE"], profile, "--headless", "--convert-to", "pdf", "--outdir", LOOK]
    subprocess.run([*command, *paths], stdout=subprocess.DEVNULL, check=True)


def browser(paths: list[Path]) -> None:
    """Chromium prints the print view."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ["FAIRSTEPS_CHROMIUM"], args=os.environ["FAIRSTEPS_CHROMIUM_ARGS"].split()
        )
        for path in paths:
            page = chromium.new_page()
            page.goto(path.as_uri())
            page.pdf(path=path.with_suffix(".pdf"), prefer_css_page_size=True, tagged=True, outline=True)
            page.close()
        chromium.close()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
