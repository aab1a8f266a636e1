"""Every command there is. `python3 noxfile.py -s serve` needs nothing but Python 3.11+; `nox -l` lists the rest."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # `nox` and `uvx nox` start from their own folder

if __name__ == "__main__":
    from scripts.bootstrap import main

    raise SystemExit(main(sys.argv[1:]))

import nox

from scripts.environment import prepare, told

nox.needs_version = ">=2025.2"
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["quick"]

NEEDS_A_PROGRAM = ("browser", "documents", "hosting", "pyodide", "site")
PROGRAMS = ("node", "java", "soffice", "uno", "pdftoppm", "chromium", "nginx", "caddy", "apache", "unzip")
CODE = ("planner", "scripts", "tests", "bench", "noxfile.py")


@nox.session
def build(session: nox.Session) -> None:
    """Build the site into site/ (-- --brand DIR --output DIR: a copy for a brand; --brand again for several)."""
    prepare(session, "site", "node")
    told(session, "scripts/build.py", *session.posargs)


@nox.session
def serve(session: nox.Session) -> None:
    """Build the site and serve it on http://127.0.0.1:8000 (-- --brand DIR --port N)."""
    prepare(session, "site", "node")
    told(session, "scripts/serve.py", "--build", *session.posargs)


@nox.session
def quick(session: nox.Session) -> None:
    """The inner loop: lint, layers, types, and the tests that need no other program (-- options of pytest)."""
    prepare(session, "tests")
    _quick(session, *session.posargs)


@nox.session
def fix(session: nox.Session) -> None:
    """Put right what a machine can: the form of the code, the order of imports."""
    prepare(session, "tests")
    session.run("ruff", "check", "--fix", *CODE)
    session.run("ruff", "format", *CODE)


@nox.session
def tests(session: nox.Session) -> None:
    """Build everything and test everything: documents, valid HTML and the browser too."""
    prepare(session, "tests", *PROGRAMS)
    _build(session)
    _quick(session)
    for group in NEEDS_A_PROGRAM:
        shared = ("--numprocesses=2", "--dist=loadgroup") if group == "browser" else ()
        session.run("pytest", "--durations=3", *shared, f"tests/{group}")


@nox.session
def some(session: nox.Session) -> None:
    """Test some of what needs a built site, on the site as it is (-- tests/browser -k word)."""
    prepare(session, "tests", *PROGRAMS)
    session.run("pytest", *session.posargs)


@nox.session
def look(session: nox.Session) -> None:
    """Turn the documents of every example into pictures to look at, in build/look/ (-- da nl: in these languages)."""
    prepare(session, "tests", "soffice", "pdftoppm", "chromium")
    session.run("python", "scripts/bundle.py")
    session.run("python", "scripts/look.py", *session.posargs)


@nox.session(name="brand-new")
def brand_new(session: nox.Session) -> None:
    """Make a commented folder to begin a brand with, in brands/ (-- our-association)."""
    prepare(session, "site")
    told(session, "scripts/brand/new.py", *session.posargs)


@nox.session(name="brand-check")
def brand_check(session: nox.Session) -> None:
    """Say what is wrong with the folder of a brand, with file, line and remedy (-- brands/our-association)."""
    prepare(session, "site")
    told(session, "scripts/brand/check.py", *session.posargs)


@nox.session
def release(session: nox.Session) -> None:
    """Make the zip from which a copy can be dressed without a build, in dist/ (-- --output DIR)."""
    prepare(session, "site", "node")
    session.run("python", "scripts/release/pack.py", *session.posargs)


@nox.session
def icons(session: nox.Session) -> None:
    """Draw the signs of a brand as the icons of an installed app and the logo of documents (-- brands/our-brand)."""
    prepare(session, "tests", "chromium")
    session.run("python", "scripts/icons.py", *session.posargs)


@nox.session
def golden(session: nox.Session) -> None:
    """Write the golden files anew; look at the documents first, and read the diff before you commit."""
    prepare(session, "tests")
    session.run("python", "scripts/bundle.py", silent=True)
    session.run("pytest", "tests/formats/test_golden.py", env={"FAIRSTEPS_GOLDEN": "write"})


@nox.session
def stamp(session: nox.Session) -> None:
    """Mark translations as following the English of now (-- da methods/action-plans.md · -- da documents.yaml)."""
    prepare(session, "site")
    session.run("python", "scripts/stamp.py", *session.posargs)


@nox.session
def reading(session: nox.Session) -> None:
    """Say how long each page of the guide is and how hard to read, in every language."""
    prepare(session, "site")
    session.run("python", "scripts/readability.py", "--pages")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure start, page, documents, build and hosts, the start beside others (-- --rounds N · -- --worth)."""
    prepare(session, "tests", "node", "chromium", "firefox", "webkit", "nginx", "caddy", "wrk")
    session.run("python", "scripts/build.py")
    session.run("python", "bench/start.py", *session.posargs)
    if not session.posargs:
        session.run("python", "bench/page.py")
        session.run("python", "bench/documents.py")
        session.run("python", "bench/build.py")
        session.run("python", "bench/hosts.py")


@nox.session(venv_backend="none")
def verify(session: nox.Session) -> None:
    """Compare a hosted copy, or a folder, with its build.json (-- https://example.org/guide/ · -- site)."""
    session.run(sys.executable, "scripts/verify.py", *session.posargs, external=True)


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the site with the planner as a wheel any Pyodide application can load (--force-python 3.12, or newer)."""
    if session.run("python", "-c", "import sys; print(sys.version_info >= (3, 12))", silent=True) != "True\n":
        session.error("pyodide-build needs Python 3.12 or newer. Run: nox -s wheel --force-python 3.12")
    prepare(session, "wheel", "node")
    session.run("python", "scripts/wheel.py")
    _build(session, "--wheel")


@nox.session
def lock(session: nox.Session) -> None:
    """Write requirements/*.txt from the groups in pyproject.toml (-- --upgrade: with the newest versions)."""
    prepare(session, "lock")
    session.run("python", "scripts/lock.py", *session.posargs)


def _build(session: nox.Session, *options: str) -> None:
    session.run("python", "scripts/build.py", *options, *session.posargs)


def _quick(session: nox.Session, *options: str) -> None:
    session.run("ruff", "check", *CODE)
    session.run("ruff", "format", "--check", *CODE)
    session.run("python", "scripts/bundle.py", silent=True)
    session.run("lint-imports", "--no-cache", silent=True)
    session.run("mypy")
    aside = [f"--ignore=tests/{group}" for group in NEEDS_A_PROGRAM]
    session.run("pytest", "--numprocesses=2", *aside, *options)
