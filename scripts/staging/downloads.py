"""Takes the words of the site; gives the lists of what can be fetched: blank templates, and the planner's own data."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from scripts.staging import BLANKS

if TYPE_CHECKING:
    from scripts.brand import Brand

UP = "../.."  # from tools/downloads/ to the folder of the language


def blank(kind: str, language: str, extension: str) -> str:
    """The file name of a blank template."""
    return f"{kind}.{language}.{extension}"


def listing(language: str, brand: Brand, words: dict[str, dict[str, Any]]) -> str:
    """The list as HTML: the reader's own language first, the others beside it."""
    here = words[language]["downloads"]
    blocks = []
    for kind in brand.kinds:
        items = []
        for extension in BLANKS:
            form = here["formats"][extension]
            label = escape(here["get"].format(kind=here["kinds"][kind], format=form["name"]))
            others = " ".join(
                f'<a href="{UP}/../{other}/downloads/{blank(kind, other, extension)}" download '
                f'hreflang="{other}" lang="{other}">{escape(words[other]["language"]["name"])}</a>'
                for other in brand.languages
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


def data(words: dict[str, Any], names: dict[str, str]) -> str:
    """The schema and the library of each language as links, each language by its own name."""
    here = words["data"]
    schema = f'<li><a href="{UP}/../planner/schema.json">{escape(here["schema"])}</a> (schema.json)</li>'
    libraries = (
        f'<li><a href="{UP}/../planner/library.{id}.json" hreflang="{id}">{escape(here["library"])} '
        f'<span lang="{id}">{escape(name)}</span></a> (library.{id}.json)</li>'
        for id, name in names.items()
    )
    return "<ul>\n" + "\n".join((schema, *libraries)) + "\n</ul>"
