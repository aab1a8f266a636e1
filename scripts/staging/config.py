"""Takes the base mkdocs.yml, a brand and the words; gives the MkDocs configuration of one language."""

from __future__ import annotations

import html
import json
import os
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from scripts.bundle import BUNDLES
from scripts.staging import DOCUMENT_LANGUAGES, LANGUAGES, ROOT, fault, glossary
from scripts.staging.brand import GROUNDS
from scripts.staging.install import TOUCH
from scripts.yamlfile import load

if TYPE_CHECKING:
    from pathlib import Path

    from scripts.staging.brand import Brand

FORM_WORDS = (
    "form", "terms", "support", "reasons", "kinds", "areas", "topics", "first_hours", "ladder", "reviews", "rules",
)  # fmt: skip


def config(
    language: str, brand: Brand, words: dict[str, dict[str, Any]], home: Path, site: Path, shared: dict[str, Any]
) -> dict[str, Any]:
    """The whole configuration. MkDocs prints its values as they are, so they are escaped here."""
    base = load(ROOT / "mkdocs.yml")
    here = words[language]
    base["site_name"] = html.escape(brand.name)
    base["docs_dir"] = "docs"
    base["site_dir"] = os.path.relpath(site / language, home)
    if brand.address:
        base["site_url"] = f"{brand.address}{language}/"
    base["theme"] |= {
        "language": language,
        "custom_dir": os.path.relpath(ROOT / "overrides", home),
        "logo": "assets/brand/logo.svg",
        "favicon": "assets/brand/favicon.svg",
    }
    base["nav"] = _nav(base["nav"], brand, here["nav"], language)
    bundle = json.loads((BUNDLES / f"{language}.json").read_text("utf-8"))
    extensions = base["markdown_extensions"]
    extensions["toc"]["permalink_title"] = here["page"]["permalink"]
    extensions["footnotes"] = {"BACKLINK_TITLE": here["page"]["footnote_back"]}
    base["extra"]["fairsteps"] = shared | {
        "language": language,
        "languages": [{"id": each, "name": words[each]["language"]["name"]} for each in LANGUAGES],
        "document_languages": [{"id": each, "name": name} for each, name in shared["names"].items()],
        # What the planner's form is made of, from the bundle it will also be filled in with.
        "words": here
        | {name: bundle["words"][name] for name in FORM_WORDS}
        | {"explained": glossary.explained(language, bundle["facts"]["form"])},
        "decimal": bundle["calendar"]["decimal"],
        "form": bundle["facts"]["form"],
        "facts": form_facts(bundle),
        "bundle": shared["bundles"].get(language),
        "brand": {
            "name": brand.name,
            "organisation": brand.organisation,
            "address": brand.address,
            "feedback": brand.feedback.get(language),
            "theme": [brand.accent, GROUNDS["accent_dark"]],
            "touch": f"assets/brand/{TOUCH}" if (brand.folder / TOUCH).exists() else None,
        },
    }
    return base


def form_facts(bundle: dict[str, Any]) -> dict[str, Any]:
    """The facts the form shows beside its questions, each with the references it rests on."""
    facts = bundle["facts"]
    sources = facts["sources"]

    def references(fact: dict[str, Any]) -> list[str]:
        return list(dict.fromkeys(sources[source]["reference"] for source in fact["sources"]))

    return {
        "countries": bundle["calendar"]["countries"],
        "areas": facts["areas"],
        "topics": [{"id": topic["id"], "signs": topic["signs"]} for topic in facts["topics"]],
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


def _nav(items: list[Any], brand: Brand, words: dict[str, str], language: str) -> list[Any]:
    """The ids of the base turned into words, with the pages a brand adds at the end of their section."""

    def word(key: str) -> str:
        if key not in words:
            raise fault(
                ROOT / "planner" / "locales" / language / "site.yaml",
                f"`nav.{key}` is missing",
                "Add the word, in the brand's own site.yaml if the page is the brand's",
                "nav",
            )
        return html.escape(words[key])

    def turned(item: dict[str, Any]) -> dict[str, Any]:
        ((key, value),) = item.items()
        if isinstance(value, str):
            return {word(key): value}
        return {word(key): [turned(each) for each in [*value, *brand.nav.get(key, [])]]}

    known = {key for item in items for key, value in item.items() if isinstance(value, list)}
    for key in brand.nav.keys() - known:
        raise fault(
            brand.folder / "brand.yaml",
            f"the site has no section `{key}`",
            f"Use {', '.join(sorted(known))}",
            "nav",
            key,
        )
    return [turned(item) for item in items]


def shared_paths(build: Path) -> dict[str, Any]:
    """Version, runtime and bundles by their content-hashed paths, relative to the root of the site."""
    runtime = build / "runtime.json"
    if not runtime.exists():
        raise fault(runtime, "the Python runtime has not been built", "Run: python scripts/runtime.py")
    made = json.loads(runtime.read_text("utf-8"))
    folder = f"planner/{made['path']}"
    whole, version, names = sha256(), "", {}
    for language in DOCUMENT_LANGUAGES:
        path = BUNDLES / f"{language}.json"
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
