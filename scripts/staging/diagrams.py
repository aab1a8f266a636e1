"""Takes the words of a diagram; gives its figure: words as text that wraps and can be read aloud, arrows as drawing."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.staging import ROOT

FOLDER = ROOT / "overrides" / "diagrams"
FORMS = {
    "improvement-cycle": "cycle", "six-steps": "cycle", "follow-up": "follow-up", "three-phases": "path",
    "signal-path": "path", "involvement": "columns", "ladder": "groups",
}  # fmt: skip
"""Which drawing each diagram is."""
LEADS = {
    "six-steps": [f"company/{page}/" for page in (
        "policy", "risks", "requirements", "assessment", "improvement", "tracking",
    )],
    "three-phases": [f"public-buyer/{page}/" for page in ("prepare", "tender", "perform")],
}  # fmt: skip
"""Where the parts of a diagram lead, from the folder of the language."""


def figure(name: str, words: dict[str, Any], home: str, ladder: dict[str, str]) -> str | None:
    """One block of HTML without empty lines, which Markdown leaves alone; None if there is no such figure."""
    if name not in FORMS:
        return None
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
    drawn = environment.get_template(f"{FORMS[name]}.html").render(
        words=words[name], id=f"diagram-{name}", leads=[home + place for place in LEADS.get(name, [])], ladder=ladder
    )
    return "\n".join(line.strip() for line in drawn.splitlines() if line.strip())
