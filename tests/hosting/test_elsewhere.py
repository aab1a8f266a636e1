"""What the build writes for hosts that cannot run here: within their limits, and whole."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.finishing.hosts import static, storage, workflows
from scripts.finishing.hosts.told import FOREVER, HIDDEN
from tests.hosting.conftest import SITE

HOSTING = SITE.with_name("site-hosting")
SCHEMAS = {workflows.GITHUB: "vendor.github-workflows", workflows.GITLAB: "vendor.gitlab-ci"}
CHARACTERS, RULES, FILES, LARGEST = 2000, 100, 20_000, 25 * 1024**2
"""The limits of Cloudflare Pages, the narrowest."""


def rules(path: Path) -> dict[str, dict[str, str]]:
    """`_headers` as hosts read it."""
    found: dict[str, dict[str, str]] = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            found[list(found)[-1]][name] = value
        else:
            found[line] = {}
    return found


def test_headers_keep_to_the_limits_of_hosts() -> None:
    """Lines no longer, and rules no more, than are read."""
    lines = (SITE / static.NAME).read_text("utf-8").splitlines()

    assert max(map(len, lines)) <= CHARACTERS
    assert len(rules(SITE / static.NAME)) <= RULES
    assert all(pattern.count("*") == 1 and pattern.endswith("*") for pattern in rules(SITE / static.NAME))


def test_no_header_has_two_values() -> None:
    """Where two patterns fit an address, hosts send what both say, joined."""
    everywhere, *others = rules(SITE / static.NAME).values()

    assert "Content-Security-Policy" in everywhere
    assert others == [{"Cache-Control": FOREVER}] * 3


def test_below_a_path_the_headers_name_it(sites: dict[str, Path]) -> None:
    """The file for the folder that holds the site's; at the root the one in the site is enough."""
    below, root = sites["/guide/"], sites["/"]

    assert rules(below.with_name("site-hosting") / static.NAME).keys() == {
        pattern.replace("/", "/guide/", 1) for pattern in rules(root / static.NAME)
    }
    assert not (root.with_name("site-hosting") / static.NAME).exists()


def test_the_site_fits_a_host_of_static_files() -> None:
    """Neither too many files nor one too large."""
    sizes = [path.stat().st_size for path in SITE.rglob("*") if path.is_file()]

    assert len(sizes) <= FILES
    assert max(sizes) <= LARGEST


def test_the_table_for_object_storage_holds_every_file_once() -> None:
    """With the file to upload, compressed where there is a gzip, its type and how long it may be kept."""
    rows = list(csv.DictReader((HOSTING / storage.NAME).open(encoding="utf-8"), delimiter="\t"))
    files = {path.relative_to(SITE).as_posix() for path in SITE.rglob("*") if path.is_file()}
    plain = {path for path in files if not path.endswith((".br", ".gz")) and path not in HIDDEN}

    kept = rules(SITE / static.NAME).keys() - {"/*"}

    assert {row["key"] for row in rows} == plain
    assert len(rows) == len(plain)
    for row in rows:
        packed = row["Content-Encoding"] == "gzip"
        assert row["file"] == row["key"] + (".gz" if packed else "")
        assert packed == (f"{row['key']}.gz" in files)
        assert row["Content-Type"]
        assert (row["Cache-Control"] == FOREVER) == any(fnmatchcase(f"/{row['key']}", each) for each in kept)


@pytest.mark.parametrize("name", SCHEMAS)
def test_workflows_are_what_their_hosts_read(name: str) -> None:
    """They follow the schema of the host."""
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[name], str(HOSTING / name)]
    done = subprocess.run(check, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_only_actions_of_the_host_each_at_one_commit() -> None:
    """Nobody else's code gets to publish the copy."""
    steps = read(workflows.GITHUB)["jobs"]["publish"]["steps"]
    used = [step["uses"] for step in steps if "uses" in step]

    assert len(used) == 3
    for action in used:
        name, _, commit = action.partition("@")
        assert name.startswith("actions/")
        assert len(commit) == 40


def scripts() -> dict[str, str]:
    """What each host runs before it publishes the folder `public`."""
    *_, upload, _ = steps = read(workflows.GITHUB)["jobs"]["publish"]["steps"]
    (run,) = [step["run"] for step in steps if "run" in step]
    pages = read(workflows.GITLAB)["pages"]
    assert [upload["with"]["path"]] == pages["artifacts"]["paths"] == ["public"]
    return {workflows.GITHUB: run, workflows.GITLAB: "\n".join(pages["script"])}


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("form", ["folder", "zip of the folder", "zip of what is in it"])
def test_what_a_workflow_publishes(name: str, form: str, tmp_path: Path) -> None:
    """Run as the host runs it, whatever the folder or the zip is called: the site, and nothing for other hosts."""
    site = tmp_path / "our site"
    (site / "en").mkdir(parents=True)
    for path in ("build.json", "index.html", "index.html.br", "en/index.html", "_headers", ".htaccess"):
        (site / path).write_text(path, "utf-8")
    (site / "large.wasm").write_text("large" * 1000, "utf-8")
    if form != "folder":
        inside = "our site" if form == "zip of the folder" else "."
        shutil.make_archive(str(tmp_path / "our copy"), "zip", tmp_path if inside != "." else site, inside)
        shutil.rmtree(site)

    subprocess.run(["sh", "-e", "-c", scripts()[name]], cwd=tmp_path, check=True)

    public = tmp_path / "public"
    there = {path.relative_to(public).as_posix() for path in public.rglob("*.*")}
    siblings = {"index.html.br", "large.wasm.gz"} if name == workflows.GITLAB else set()
    assert there == {"build.json", "index.html", "en/index.html", "large.wasm"} | siblings


def test_a_repository_without_a_site_publishes_nothing(tmp_path: Path) -> None:
    """The job fails instead."""
    for script in scripts().values():
        assert subprocess.run(["sh", "-e", "-c", script], cwd=tmp_path, check=False).returncode


def read(name: str) -> Any:
    return yaml.safe_load((HOSTING / name).read_text("utf-8"))
