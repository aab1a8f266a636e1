"""Takes a site in no clothes and a brand; gives its pages and documents the brand's names, colours and words."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from scripts.brand import Brand, overrides, pictures
from scripts.brand.values import link
from scripts.bundle import FILES, letterhead, own_words
from scripts.finishing import templates
from scripts.finishing.library import library
from scripts.finishing.policy import pages
from scripts.languages import LOCALES, site_languages
from scripts.release.blank import COLOURS, LEFT, TEXTS, form, mark
from scripts.release.words import Anew, in_all
from scripts.staging.install import MASKED, TOUCH, manifest, masked
from scripts.yamlfile import load, written

PLAIN = {".css", ".js", ".svg", ".html", ".json", ".webmanifest", ".xml"}
OFFICE = {".docx", ".xlsx"}
XML = (".xml", ".rels")
"""How the names of their parts end that are text."""
ICON = re.compile(r'<link rel="icon" href="([^"]*/brand/)favicon.svg">')
LOGO = re.compile(r'(<img src="[^"]*/brand/logo\.svg" alt="") width="(\d+)" height="\2"')
PARAGRAPH = r"<p\b[^>]*>(?:(?!</p>).)*{}(?:(?!</p>).)*</p>\s*"
IMPRINT = re.compile(
    r'<h2 id="imprint">.*?</h2>\s*|<li\b[^>]*>\s*<a\b[^>]*href="#imprint"[^>]*>.*?</a>\s*</li>\s*', re.DOTALL
)


def dress(site: Path, brand: Brand) -> list[str]:
    """Everything that shows a brand shows this one; gives the words of the pages it could not put in their place."""
    anew = {each: Anew(brand, each) for each in site_languages()}
    words = {each: load(LOCALES / each / "site.yaml") for each in site_languages()}
    templates.take_back(site)
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        if path.suffix in OFFICE:
            _office(path, lambda text: LEFT.sub("", _marks(text, brand=brand, written=escape)))
        elif path.parent.parent.name == "bundles":
            _bundle(path, brand)
        elif path.suffix in PLAIN:
            text = path.read_text("utf-8")
            if path.suffix == ".html" or path.name == "search_index.json":
                text = optional(text, brand, words, quoted=path.suffix == ".json")
            path.write_text(_marks(text, brand=brand, written=_written(path)), "utf-8")
    for page in pages(site):
        text, language = _logo(page.read_text("utf-8"), brand), page.relative_to(site).parts[0]
        said = _touch(anew[language].page(text), brand) if language in anew else in_all(text, anew, brand.main)
        page.write_text(said, "utf-8")
    templates.lay(site)
    _signs(site, brand)
    for language in site_languages():
        _manifest(site / language / "manifest.webmanifest", brand, language, words[language])
    for path in sorted(site.glob("planner/bundles/*/*.json")):
        made = library(json.loads(path.read_text("utf-8")))
        text = json.dumps(made, ensure_ascii=False, indent=1)
        (site / "planner" / f"library.{path.stem}.json").write_text(f"{text}\n", "utf-8")
    return [
        f"words/{language}.yaml: `{'.'.join(way)}`"
        for language, said in anew.items()
        for way in sorted(said.unmet)
        if way[0] == overrides.SITE
    ]


def _touch(page: str, brand: Brand) -> str:
    """A page that names the icon of a device as well, beside that of the tab."""
    if not brand.file(TOUCH):
        return page
    return ICON.sub(lambda icon: f'{icon[0]}\n<link rel="apple-touch-icon" href="{icon[1]}{TOUCH}">', page, count=1)


def _logo(page: str, brand: Brand) -> str:
    """A page that keeps as much room for the logo as it takes."""
    return LOGO.sub(lambda logo: f'{logo[1]} width="{brand.logo_width(int(logo[2]))}" height="{logo[2]}"', page)


def _marks(text: str, *, brand: Brand, written: Callable[[str], str]) -> str:
    """Names and colours in the place of their marks; colours in the letters they were written in."""
    for language in site_languages():
        for key in TEXTS:
            said = brand.says(getattr(brand, key), language)
            if said and (token := mark(key, language)) in text:
                text = text.replace(token, written(said))
        where = brand.says(brand.feedback, language)
        text = text.replace(form(language), written(where)) if where else text
    for name, colour in COLOURS.items():
        new = brand.colours[name].removeprefix("#")
        text = text.replace(colour[1:], new.lower()).replace(colour[1:].upper(), new.upper())
    return text


def _written(path: Path) -> Callable[[str], str]:
    """How a text is written in a file of this kind."""
    if path.name == "search_index.json":
        return lambda text: json.dumps(escape(text), ensure_ascii=False)[1:-1]
    if path.suffix in (".json", ".webmanifest", ".js"):
        return lambda text: json.dumps(text, ensure_ascii=False)[1:-1]
    return escape


def optional(text: str, brand: Brand, words: dict[str, dict[str, Any]], *, quoted: bool) -> str:
    """A page without the lines for what the brand does not say, and with links and paragraphs in what it does."""
    written: Callable[[str], str] = (lambda made: json.dumps(made, ensure_ascii=False)[1:-1]) if quoted else str
    for language in site_languages():
        publisher = words[language]["publisher"]
        said = {key: brand.says(getattr(brand, key), language) for key in (*TEXTS, "feedback")}
        for promise in () if said["feedback"] else promises(publisher, language):
            text = text.replace(written(f"<p>{escape(promise)}</p>"), "")
        if not said["organisation"] and mark("organisation", language) in text:
            text = re.sub(rf"[^<>\n]*{mark('organisation', language)} · ", "", text)
            text = text.replace(mark("organisation", language), written(escape(said["name"])))
        if not said["notice"]:
            text = text.replace(f' data-notice="{mark("notice", language)}"', "")
        if not said["imprint"] and mark("imprint", language) in text:
            text = _without(text, mark("imprint", language))
            text = IMPRINT.sub("", text)
        lone = f"<p>{escape(publisher['no_contact'])}</p>" if not said["feedback"] else ""
        for key, token, instead in (
            ("contact", mark("contact", language), lone),
            ("feedback", form(language), ""),
            ("notice", mark("notice", language), ""),
        ):
            text = text if said[key] else _without(text, token, written(instead))
        for key, made in (("contact", linked), ("imprint", paragraphs), ("privacy", paragraphs)):
            filled = made(said[key] or (publisher["no_host"] if key == "privacy" else ""))
            text = text.replace(mark(key, language), written(filled))
    return text


def promises(publisher: dict[str, str], language: str) -> tuple[str, str]:
    """What pages say of a form for feedback; the search has its words without the link."""
    words = re.sub(r"\[([^\]]*)\]\(.*?\)", r"\1", publisher["contact"])
    return publisher["ends"], words.format(organisation=mark("organisation", language))


def _without(text: str, token: str, instead: str = "") -> str:
    """A page without the paragraphs that hold a mark."""
    if token not in text:
        return text
    return re.sub(PARAGRAPH.format(re.escape(token)), lambda _: instead, text, flags=re.DOTALL)


def linked(where: str) -> str:
    """An address as a link, words as words."""
    return link(where) or escape(where)


def paragraphs(said: str) -> str:
    """The lines of a text within the paragraph that holds its mark."""
    return "</p>\n<p>".join(escape(line.strip()) for line in said.splitlines() if line.strip())


def _bundle(path: Path, brand: Brand) -> None:
    """The words of a language as a build makes them, but for what only a build can add."""
    bundle = json.loads(path.read_text("utf-8"))
    language = bundle["language"]
    bundle["words"], _ = overrides.laid_over(bundle["words"], brand, language, FILES)
    bundle["words"] |= own_words(bundle["words"], brand, language)
    bundle["brand"] = letterhead(brand, language)
    path.write_text(json.dumps(bundle, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _office(path: Path, change: Callable[[str], str]) -> None:
    """The parts of a document, in their order and with their own times, so that the same brand gives the same bytes."""
    with zipfile.ZipFile(path) as before:
        members = [(member, before.read(member)) for member in before.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for member, content in members:
            is_text = member.filename.endswith(XML)
            after.writestr(member, change(content.decode("utf-8")).encode() if is_text else content)


def _signs(site: Path, brand: Brand) -> None:
    """Logo, icons and the brand's own style."""
    (own,) = site.glob("assets/*/brand")
    for path in own.iterdir():
        path.unlink()
    (own / "logo.svg").write_text(brand.logo(), "utf-8")
    (own / "favicon.svg").write_text(brand.favicon(), "utf-8")
    (own / MASKED).write_text(masked(brand.favicon(), brand.colours["accent"]), "utf-8")
    for name in (*pictures.SQUARES, pictures.DARK_LOGO):
        if found := brand.file(name):
            (own / name).write_bytes(found.read_bytes())
    sheet = brand.file("tokens.css")
    style = brand.dark_logo("brand/") + (written(sheet) if sheet else "")
    for path in own.parent.glob("*.css") if style else ():
        path.write_text(path.read_text("utf-8") + style, "utf-8")


def _manifest(path: Path, brand: Brand, language: str, words: dict[str, Any]) -> None:
    """As a build writes it, with pictures from the folder that is named by its content."""
    place = json.loads(path.read_text("utf-8"))["icons"][0]["src"].rpartition("/")[0]
    words = overrides.laid_over({overrides.SITE: words}, brand, language, (overrides.SITE,))[0][overrides.SITE]
    said = manifest(language, brand, words)
    said["icons"] = [icon | {"src": f"{place}/{Path(icon['src']).name}"} for icon in said["icons"]]
    path.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", "utf-8")


def left(site: Path) -> Iterator[str]:
    """Places where a mark still stands: nothing the brand can help."""
    for path in sorted(path for path in site.rglob("*") if path.suffix in PLAIN | OFFICE):
        if any(LEFT.search(text) for text in _texts(path)):
            yield path.relative_to(site).as_posix()


def _texts(path: Path) -> Iterator[str]:
    if path.suffix in PLAIN:
        yield path.read_text("utf-8")
        return
    with zipfile.ZipFile(path) as packed:
        for member in packed.namelist():
            if member.endswith(XML):
                yield packed.read(member).decode("utf-8")
