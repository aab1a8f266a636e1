"""Takes the words of the site; gives the list of blank templates, one per kind of plan, format and language."""

from __future__ import annotations

from html import escape
from typing import Any

from scripts.staging import BLANKS, KINDS, LANGUAGES

UP = "../.."  # from tools/downloads/ to the folder of the language


def blank(kind: str, language: str, extension: str) -> str:
    """The file name of a blank template."""
    return f"{kind}.{language}.{extension}"


def listing(language: str, words: dict[str, dict[str, Any]]) -> str:
    """The list as HTML: the reader's own language first, the others beside it."""
    here = words[language]["downloads"]
    blocks = []
    for kind in KINDS:
        items = []
        for extension in BLANKS:
            form = here["formats"][extension]
            label = escape(here["get"].format(kind=here["kinds"][kind], format=form["name"]))
            others = " ".join(
                f'<a href="{UP}/../{other}/downloads/{blank(kind, other, extension)}" download '
                f'hreflang="{other}" lang="{other}">{escape(words[other]["language"]["name"])}</a>'
                for other in LANGUAGES
                if other != language
            )
            items.append(
                f'<li><p class="fs-download"><a class="fs-button fs-button--quiet" '
                f'href="{UP}/downloads/{blank(kind, language, extension)}" download>{label}</a></p>'
                f"<p>{escape(form['use'])}</p>"
                f'<p class="fs-others"><span>{escape(here["others"])}</span> {others}</p></li>'
            )
        blocks.append(f'<h3 id="blank-{kind}">{escape(here["kinds"][kind])}</h3>')
        blocks.append('<ul class="fs-downloads">\n' + "\n".join(items) + "\n</ul>")
    return "\n".join(blocks)
