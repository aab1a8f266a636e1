"""A mistake in the folder of a brand is told with file, line and remedy, all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.brand.check import faults
from tests.conftest import Folder

HEAD = "---\ntitle: Rules\ndescription: What we agreed.\nupdated: 2026-11-29\n---\n\n# Rules { #rules }\n\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
MEASURE = """measures:
  - id: our-measure
    side: supplier
    nature: prevent
    milestones: [{id: one, at: 100}]
    verification: [worker-interviews]
    words:
      en: {title: T, how: H, check: C, evidence: [E], milestones: {one: O}}
"""
SOURCE = """sources:
  our-code:
    reference: Section 4
    title: Our code
    url: https://example.org/code
    checked: 2026-11-29
"""
ENGLISH = "languages: [en]\n"


@pytest.mark.parametrize(
    ("file", "text", "line", "said", "remedy"),
    [
        ("brand.yaml", "name: Ours\nacent: red\n", 2, "`acent` is not a key", "Known are"),
        ("brand.yaml", "nmae: Ours\n", 1, "`nmae` is not a key", "Did you mean `name`?"),
        ("brand.yaml", "name: a\nname: b\n", 2, "stands twice", "Take one of the two out"),
        ("brand.yaml", "contact: x\nname: #1 Guide\n", 2, "nothing stands behind `name:`", "in quotes"),
        ("brand.yaml", 'name: "<b>Ours</b>"\n', 1, "`name` holds HTML", "plain text"),
        ("brand.yaml", f"name: {'x' * 61}\n", 1, "longer than 60", "Shorten it"),
        ("brand.yaml", "languages: [da, en]\nname: {da: Vores}\n", 2, "missing in `en`", "Add en: …"),
        ("brand.yaml", "languages: [da, xx]\n", 1, "`xx`, which is none", "known are en, da"),
        ("brand.yaml", "languages: Danish, English\n", 1, "`Danish, English`, which is", "a list such as [en, da]"),
        ("brand.yaml", "address: www.example.org\n", 1, "is not an address", "https://"),
        ("brand.yaml", "address: javascript:alert(1)\n", 1, "is not an address", "https://"),
        ("brand.yaml", "contact: me@nowhere\n", 1, "not an e-mail", "name@example.org"),
        ("brand.yaml", 'colours: {accent: "#eeeeee"}\n', 1, "`accent` is too faint on #ffffff", "darker"),
        ("brand.yaml", 'colours:\n  ink: "#1b1f24"\n  accent_dark: "#102030"\n', 3, "faint on #121917", "lighter"),
        ("brand.yaml", "colours: {accent: red}\n", 1, "not a colour", "#rrggbb"),
        ("brand.yaml", "typeface: {regular: ../../etc/passwd}\n", 1, "leads out of the folder", "Put the file into"),
        ("brand.yaml", "typeface: {regular: /etc/passwd}\n", 1, "leads out of the folder", "Put the file into"),
        ("brand.yaml", "typeface: {regular: fonts/none.woff2}\n", 1, "there is no file", "Add the file"),
        ("brand.yaml", "routes: [companies]\n", 1, "`companies`, which is none", "known are company"),
        ("brand.yaml", "topics: [wages, wages]\n", 1, "names one twice", "Name each once"),
        ("brand.yaml", "documents: {clauses: {en: x, xx: y}}\n", 1, "`xx`, which no document is in", "Known are en"),
        ("brand.yaml", "pages: {without: [about/licences]}\n", 1, "as their licences ask", "Take it out of the list"),
        ("brand.yaml", "pages: {without: [about/privacy]}\n", 1, "what readers type", "Take it out of the list"),
        ("brand.yaml", "pages: {without: [topics/wages]}\n", 1, "has `topics/wages`", "with `topics`"),
        ("brand.yaml", "pages: {without: [law/index]}\n", 1, "has `law/index`", "with `routes`"),
        ("brand.yaml", "pages: {without: [about/hostin]}\n", 1, "no page of the guide", "Did you mean about/hosting?"),
        ("brand.yaml", "documents: {file: ../x}\n", 1, "cannot begin the name", "small letters"),
        ("logo.svg", SVG.format("\n<script>alert(1)</script>"), 2, "holds <script>", "Take it out"),
        ("logo.svg", SVG.format('<a onclick="x()"/>'), 1, "holds a script (`onclick`)", "Take the attribute out"),
        ("logo.svg", SVG.format('<image href="https://example.org/x.png"/>'), 1, "loads https://", "Draw it in"),
        ("logo.svg", SVG.format("<foreignObject/>"), 1, "holds <foreignobject>", "Take it out"),
        ("logo.svg", SVG.format('<rect style="fill: url(//example.org/x)"/>'), 1, "from elsewhere", "Draw it in"),
        ("logo.svg", "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG.format(""), 1, "document type", "plain SVG"),
        ("logo.svg", SVG.format("<g>"), 1, "is not an SVG", "plain SVG"),
        ("logo.svg", SVG.format("<!--" + "x" * 50_000 + "-->"), 1, "50 kB; 50 is the most", "smaller"),
        ("logo.png", "not a picture", 1, "not a PNG", "as PNG"),
        ("tokens.css", ":root {\n  background: url(//example.org/x.png);\n}", 2, "loads something", "Take it out"),
        ("tokens.css", ":root {\n  color: red;\n", 1, "a brace has no partner", "Give each { its }"),
        ("tokens.css", "a { color: red; }\n/* { */ }\n", 2, "a brace has no partner", "Give each { its }"),
        ("words/en.yaml", "site:\n  footer:\n    stay: x\n", 3, "no word `site.footer.stay`", "Did you mean `stays`?"),
        ("words/en.yaml", "sites:\n  a: b\n", 1, "no words called `sites`", "Did you mean `site`?"),
        ("words/en.yaml", 'site:\n  footer:\n    stays: "<i>x</i>"\n', 3, "holds HTML", "plain text"),
        ("words/en.yaml", 'site:\n  footer:\n    by: "{who}"\n', 3, "nothing is filled in for {who}", "{organisation}"),
        ("words/en.yaml", 'site:\n  footer:\n    by: "{organisation"\n', 3, "a brace without its partner", "( and )"),
        ("words/en.yaml", "site:\n  footer:\n", 2, "nothing stands behind `site.footer`", "take the line out"),
        ("words/en.yaml", "site:\n  footer: x\n", 2, "another form than ours", "Write it as we do"),
        ("words/fr.yaml", "site: {}\n", 1, "no words of this copy", "Its words are en.yaml"),
        ("words/en.yaml", "nav: {tools: Toolbox}\n", 1, "`nav` belongs below `site:`", "Put a line site: before it"),
        ("docs/en/about/rules.md", "Rules", 1, "no head", "Begin it with"),
        ("docs/en/about/rules.md", HEAD.replace("2026-11-29", "29.11.2026"), 4, "not written as a day", "2026-"),
        ("docs/en/about/rules.md", HEAD.replace("2026-11-29", "2026-02-30"), 4, "no such day", "2026-11-29"),
        ("docs/en/about/rules.md", HEAD.replace("What", "Rules: what"), 3, "has a colon in it", "in quotes"),
        ("docs/en/about/rules.md", HEAD.replace("Rules\nd", "2026\nd"), 2, "has no title", "and a text"),
        ("docs/en/about/rules.md", HEAD.replace("updated", "also: one\nupdated"), 4, "`also` is not a list", "[one"),
        ("docs/en/about/rules.md", HEAD + "<!-- note -->", 9, "nothing is known by the name", "take the line out"),
        ("docs/en/rules.md", HEAD, 1, "in no part of the guide", "such as about/rules.md"),
        ("docs/en/club/rules.md", HEAD, 1, "no part called club", "club/index.md"),
        ("docs/en/about/rules.md", HEAD.replace("title: Rules\n", ""), 1, "has no title", "Add a line title:"),
        ("docs/en/about/rules.md", HEAD.replace("updated", "after: privat\nupdated"), 4, "is called privat", "privacy"),
        ("docs/en/about/rules.md", HEAD + '<script src="//x.org/a.js"></script>', 9, "holds <script>", "Take it out"),
        ("docs/en/about/rules.md", HEAD + '<b onmouseover="x()">', 9, "runs something", "Take the attribute out"),
        ("docs/en/about/rules.md", HEAD + "![](a.png)", 9, "no text in its place", "Say what it shows"),
        ("docs/en/about/rules.md", HEAD + "![x](https://x.org/a.png)", 9, "another host", "Put the file beside"),
        ("docs/en/about/rules.md", HEAD + "[x](javascript:alert(1))", 9, "leads to javascript:", "Lead to a page"),
        ("docs/en/about/a.js", "alert(1)", 1, "not a file a page needs", "Take it out"),
        ("docs/xx/about/rules.md", HEAD, 1, "does not offer `xx`", "Name it in `languages`"),
        ("measures/wages.yaml", MEASURE, 2, "every measure has a source", "describe our-code under sources:"),
        ("measures/wages.yaml", MEASURE + "    sources: [our-cod]\n" + SOURCE, 9, "source `our-cod`", "mean our-code?"),
        ("measures/wages.yaml", MEASURE + "    sources: [ours]\n", 9, "no source `ours`", "at the top of this file"),
        ("measures/wages.yaml", MEASURE + "    sources: our-code\n", 9, "`sources` is not a list", "[one, another]"),
        ("measures/wages.yaml", SOURCE.replace("2026-", "29.11.") + MEASURE, 6, "not written as a day", "2026-11-29"),
        ("measures/overtime.yaml", MEASURE, 2, "`overtime` is neither", "Call the file after a topic: accommodation"),
        ("measures/wage.yaml", MEASURE, 2, "`wage` is neither", "Did you mean wages?"),
        ("measures/wages.yaml", MEASURE.replace("our-measure", "give-rest-now"), 2, "of the library", "another name"),
        ("topics/dust.yaml", "references: [ilo-c155]\n", 1, "the words in `en` are missing", "Add en: below words:"),
        ("topics/dust.yaml", "references: [none-such]\nwords: {}\n", 1, "no source `none-such`", "Describe it"),
        ("word/en.yaml", "site: {}\n", 1, "no part called word", "Its parts are"),
    ],
)  # fmt: skip
def test_a_mistake_names_file_line_and_remedy(
    folder: Folder, file: str, text: str, line: int, said: str, remedy: str
) -> None:
    """Whatever is wrong, somebody who knows no Python finds the place and learns what to do."""
    ours = folder({"brand.yaml": ENGLISH} | {file: text})

    found = [fault for fault in faults(ours) if said in fault]

    assert found, faults(ours)
    place = file.split("/")[0] if file.startswith(("word/", "docs/xx")) else file
    assert found[0].startswith(f"{ours}/{place}"), found
    assert f":{line}: " in found[0], found
    assert remedy in found[0], found


def test_all_mistakes_at_once(folder: Folder) -> None:
    """One look mends them all."""
    ours = folder(
        {"brand.yaml": 'acent: red\ncolours: {accent: "#eeeeee"}\n', "logo.png": "x", "words/en.yaml": "x: y"}
    )

    assert len(faults(ours)) == 4


def test_a_page_lacks_a_translation(folder: Folder) -> None:
    """A page of one's own is in every language the copy offers; a page of ours may be replaced in one."""
    ours = folder({"brand.yaml": "languages: [da, en]\n", "docs/en/about/rules.md": HEAD, "docs/en/law/eu.md": HEAD})

    (found,) = faults(ours)

    assert "docs/en/about/rules.md:1: this page is missing in `da`" in found
    assert "docs/da/about/rules.md" in found


def test_all_missing_languages_at_once(folder: Folder) -> None:
    """One look mends them all."""
    (found,) = faults(folder({"brand.yaml": "privacy: {da: Vi gemmer intet., en: We keep nothing.}\n"}))

    assert "brand.yaml:1: `privacy` is missing in `nl` and `sv`. Add nl: …, sv: … to it" in found


def test_a_page_that_lacks_two_translations_is_told_once(folder: Folder) -> None:
    """With both files to write, not once for each language that has it."""
    pages = {f"docs/{each}/about/rules.md": HEAD for each in ("en", "da")}

    (found,) = faults(folder(pages))

    assert "missing in `nl` and `sv`. Translate it as docs/nl/about/rules.md and docs/sv/about/rules.md" in found


def test_wrong_languages_are_told_alone(folder: Folder) -> None:
    """What is said in them cannot be judged before it is known which they are."""
    texts = "name: {da: Vores, en: Ours}\nprivacy: {da: Intet., en: Nothing.}\nacent: red\n"
    files = {"brand.yaml": f"languages: Danish, English\n{texts}", "docs/da/about/rules.md": HEAD}

    found = faults(folder(files))

    assert len(found) == 2
    assert any("`languages` has" in fault for fault in found)
    assert any("`acent` is not a key" in fault for fault in found)


def test_words_without_spaces_before_them_are_told_once(folder: Folder) -> None:
    """The first line is where it went wrong."""
    (found,) = faults(folder({"words/en.yaml": "site:\nfooter:\nstays: Yours.\n"}))

    assert "words/en.yaml:1: nothing stands below `site:`. Begin the lines that belong to it with two spaces" in found


def test_a_way_out_of_the_folder(folder: Folder, tmp_path: Path) -> None:
    """What only points to another place on the disk is not published."""
    (tmp_path / "secret.md").write_text(HEAD, "utf-8")
    ours = folder({"docs/en/about/x.md": HEAD})
    (ours / "docs/en/about/x.md").unlink()
    (ours / "docs/en/about/x.md").symlink_to(tmp_path / "secret.md")

    (found,) = faults(ours)

    assert "leads out of the folder" in found


def test_nothing_is_wrong(folder: Folder) -> None:
    """Everything is optional: an empty brand.yaml is a brand."""
    assert faults(folder({"brand.yaml": ""})) == []
