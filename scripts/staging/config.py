"""Takes the base mkdocs.yml, a brand and the words; gives the MkDocs configuration of one language."""

from __future__ import annotations

import html
import json
import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.brand.colours import DARK
from scripts.staging import DOCUMENT_LANGUAGES, ROOT, fault, glossary
from scripts.staging.install import TOUCH
from scripts.work import Work
from scripts.yamlfile import load

if TYPE_CHECKING:
    from scripts.brand import Brand

LOGO = 36
"""How high the header of a page shows the logo, in points of the screen."""
FORM_WORDS = (
    "form", "terms", "support", "reasons", "kinds", "areas", "topics", "first_hours", "ladder", "reviews", "rules",
)  # fmt: skip


def config(
    language: str, brand: Brand, words: dict[str, dict[str, Any]], home: Path, nav: list[Any], shared: dict[str, Any]
) -> dict[str, Any]:
    """The whole configuration. MkDocs prints its values as they are, so they are escaped here."""
    base = load(ROOT / "mkdocs.yml")
    here = words[language]
    base["site_name"] = html.escape(brand.name[language])
    base["docs_dir"] = "docs"
    base["site_dir"] = os.path.relpath(Work(brand.folder).pages / language, home)
    if brand.address:
        base["site_url"] = f"{brand.address}{language}/"
    base["theme"] |= {
        "language": language,
        "custom_dir": os.path.relpath(ROOT / "overrides", home),
        "logo": "assets/brand/logo.svg",
        "favicon": "assets/brand/favicon.svg",
    }
    base["nav"] = nav
    if brand.docs(language):  # where it replaces a page, ours may lead to a place of the old one
        base["validation"]["links"]["anchors"] = "info"
    if brand.typeface:
        base["extra_css"].remove("assets/fs/fonts.css")
    bundle = json.loads((Work(brand.folder).bundles / f"{language}.json").read_text("utf-8"))
    extensions = base["markdown_extensions"]
    extensions["toc"]["permalink_title"] = here["page"]["permalink"]
    extensions["footnotes"] = {"BACKLINK_TITLE": here["page"]["footnote_back"]}
    base["extra"]["fairsteps"] = shared | {
        "language": language,
        "languages": [{"id": each, "name": words[each]["language"]["name"]} for each in brand.languages],
        "document_languages": [{"id": each, "name": name} for each, name in shared["names"].items()],
        # What the planner's form is made of, from the bundle it will also be filled in with.
        "words": here
        | {name: bundle["words"][name] for name in FORM_WORDS}
        | {"offered": offered(bundle["words"]["terms"], brand)}
        | {"explained": glossary.explained(language, bundle["facts"]["form"])},
        "decimal": bundle["calendar"]["decimal"],
        "form": bundle["facts"]["form"],
        "facts": form_facts(bundle, brand),
        "bundle": shared["bundles"].get(language),
        "brand": {
            "name": brand.name[language],
            "organisation": brand.says(brand.organisation, language),
            "address": brand.address,
            "feedback": brand.says(brand.feedback, language),
            "notice": brand.says(brand.notice, language),
            "logo_width": brand.logo_width(LOGO),
            "theme": [brand.colours["accent"], DARK],
            "touch": f"assets/brand/{TOUCH}" if brand.file(TOUCH) else None,
            "typeface": preloaded(brand),
        },
    }
    return base


def offered(terms: dict[str, Any], brand: Brand) -> dict[str, Any]:
    """The vocabularies the copy offers a part of, in its order; what else a plan holds still has its word."""
    return {name: {id: terms[name][id] for id in getattr(brand, name)} for name in ("kinds", "topics")}


def preloaded(brand: Brand) -> str:
    """The typeface file every page needs at once."""
    own = brand.typeface.get("regular")
    return f"brand/{Path(own).name}" if own else "fonts/source-sans-3-latin-wght-normal.woff2"


def form_facts(bundle: dict[str, Any], brand: Brand) -> dict[str, Any]:
    """The facts the form shows beside its questions, each with the references it rests on."""
    facts = bundle["facts"]
    sources = facts["sources"]
    signs = {topic["id"]: topic["signs"] for topic in facts["topics"]}

    def references(fact: dict[str, Any]) -> list[str]:
        return list(dict.fromkeys(sources[source]["reference"] for source in fact["sources"]))

    return {
        "countries": bundle["calendar"]["countries"],
        "areas": facts["areas"],
        "topics": [{"id": topic, "signs": signs[topic]} for topic in brand.topics],
        "first_hours": [{"id": one["id"], "hours": hours(one["within"])} for one in facts["first_hours"]["steps"]],
        "ladder": [step | {"references": references(step)} for step in facts["ladder"]["steps"]],
        "forms": facts["reviews"]["forms"],
        "rules": [
            {"id": rule["rule"], "sources": [sources[source] for source in rule["sources"]]} for rule in facts["rules"]
        ],
    }


def hours(duration: str) -> str:
    """The hours in `PT24H`, for people to read."""
    return duration.removeprefix("PT").removesuffix("H")


def shared_paths(build: Path, brand: Brand) -> dict[str, Any]:
    """Version, runtime and bundles by their content-hashed paths, relative to the root of the site."""
    runtime = build / "runtime.json"
    if not runtime.exists():
        raise fault(runtime, "the Python runtime has not been built", "Run: python scripts/build.py")
    made = json.loads(runtime.read_text("utf-8"))
    folder = f"planner/{made['path']}"
    whole, version, names = sha256(), "", {}
    for language in DOCUMENT_LANGUAGES:
        path = Work(brand.folder).bundles / f"{language}.json"
        if not path.exists():
            raise fault(path, "the word bundle has not been built", "Run: python scripts/bundle.py")
        whole.update(path.read_bytes())
        bundle = json.loads(path.read_bytes())
        version, names[language] = bundle["version"], bundle["about"]["name"]
    place = f"planner/bundles/{whole.hexdigest()[:16]}"
    return {
        "version": version,
        "runtime": {"path": folder, "files": {name: f"{folder}/{name}" for name in sorted(made["files"])}},
        "bundles": {language: f"{place}/{language}.json" for language in names},
        "names": names,
    }
