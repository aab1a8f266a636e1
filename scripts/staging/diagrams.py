"""Takes the words of a diagram; gives its figure: words as text that wraps and can be read aloud, arrows as drawing."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.staging import ROOT

FOLDER = ROOT / "overrides" / "diagrams"


def figure(name: str | None, words: dict[str, Any]) -> str | None:
    """One block of HTML without empty lines, which Markdown leaves alone; None if there is no such figure."""
    if name not in words:
        return None
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
    drawn = environment.get_template(f"{name}.html").render(words=words[name], id=f"diagram-{name}")
    return "\n".join(line.strip() for line in drawn.splitlines() if line.strip())
