"""Takes the languages' pages; gives the finished site: runtime, root pages, policy, list, siblings; hosts' files.

`python scripts/finish.py [--brand DIR]`, once, after blanks.py.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planner.schema import schema
from scripts import brand as brands
from scripts.finishing import assets, compressed, hosts, modules, offline, policy, roots, styles, templates, ways
from scripts.finishing.library import library
from scripts.staging import ROOT, BuildError, licences
from scripts.staging.config import shared_paths
from scripts.staging.words import site_words
from scripts.work import Work

# Of the theme: its script, maps for its authors, its own picture, search in languages the site is not in. Of ours: what
# stands in the planner's page itself.
SUPERFLUOUS = (
    "assets/**/*.map", "assets/images/favicon.png", "assets/javascripts/bundle.*.js", "assets/javascripts/lunr/*.js",
    "assets/planner/begin.js", "root/*", "sitemap.xml*",
)  # fmt: skip


def main() -> None:
    """Finish the site, or say what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--brand", type=Path, default=brands.DEFAULT)
    try:
        finish(brands.read(parser.parse_args().brand))
    except BuildError as error:
        sys.exit(str(error))


def finish(brand: brands.Brand) -> None:
    """Each step adds to the folder. The list of files comes last; siblings only hold listed bytes, compressed."""
    work, languages = Work(brand.folder), brand.languages
    site, shared = work.site, shared_paths(ROOT / "build", brand)
    for language in languages:
        trim(site / language, languages, absolute=brand.address is not None)
    hashed = planner(site, work.bundles, shared)
    roots.write(site, brand, {language: site_words(language, brand) for language in languages})
    ways.cut(site, languages)
    common = assets.gather(site, languages)
    styles.join(site, common)
    brought = modules.join(site, common)
    hashed.append(assets.name(site, common, languages))
    modules.link(site, site / hashed[-1], brought)
    if brand.address:
        roots.sitemap(site, brand.address, languages)
    policy_ = policy.policy(site)
    policy.write(site, policy_)
    templates.lay(site)
    copy = hosts.described(site, policy_, hashed, brand.address)
    hosts.within(site, copy)
    offline.write(site, languages, shared["runtime"]["path"], shared["bundles"])
    listed = listing(site)
    about = made_of(brand, shared) | hosts.about(copy) | {"files": listed}
    (site / "build.json").write_text(json.dumps(about, indent=1) + "\n", "utf-8")
    print(f"finished: {len(listed)} files, {compressed.write(site)} of them compressed as well")
    hosts.beside(site, copy)


def trim(folder: Path, languages: tuple[str, ...], *, absolute: bool) -> None:
    """Take away what no reader is served. The theme's 404 page needs the address of the site to find its style."""
    for pattern in (*SUPERFLUOUS, *([] if absolute else ["404.html"])):
        for path in folder.glob(pattern):
            path.unlink()
    stemmers = {"lunr.stemmer.support.min.js", *(f"lunr.{each}.min.js" for each in languages)}
    for path in folder.glob("assets/javascripts/lunr/min/*.js"):
        if path.name not in stemmers:
            path.unlink()


def planner(site: Path, bundles: Path, shared: dict[str, Any]) -> list[str]:
    """Runtime and words at paths that name their content, schema and library at paths that stay; gives the hashed."""
    runtime = shared["runtime"]["path"]
    shutil.copytree(ROOT / "build" / "runtime" / Path(runtime).name, site / runtime, dirs_exist_ok=True)
    for language, path in shared["bundles"].items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(bundles / f"{language}.json", site / path)
        made = library(json.loads((bundles / f"{language}.json").read_text("utf-8")))
        text = json.dumps(made, ensure_ascii=False, indent=1)
        (site / "planner" / f"library.{language}.json").write_text(f"{text}\n", "utf-8")
    (site / "planner" / "schema.json").write_text(json.dumps(schema(), indent=1) + "\n", "utf-8")
    return [runtime, PurePosixPath(shared["bundles"]["en"]).parent.as_posix()]


def made_of(brand: brands.Brand, shared: dict[str, Any]) -> dict[str, Any]:
    """What a copy consists of: its version, what it shows, and everything of others in it."""
    found = licences.parts(ROOT / "build" / "runtime" / Path(shared["runtime"]["path"]).name, shared["version"], brand)
    return {
        "version": shared["version"],
        **{name: list(getattr(brand, name)) for name in ("languages", "routes", "topics", "kinds")},
        "parts": {part.name: part.version for part in found if part.group != "content" and part.version},
    }


def listing(site: Path) -> dict[str, str]:
    """The sha256 of every file, by path."""
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path != site / "build.json"
    }


if __name__ == "__main__":
    main()
