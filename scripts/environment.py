"""Takes a nox session and what it needs; gives it the packages and the programs, fetching only what changed."""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import nox
from nox.command import CommandFailed

from scripts import tools
from scripts.bootstrap import ended

# nox looks for a program it can do without, and says that it found none as if that were a fault.
logging.getLogger("nox").addFilter(lambda record: record.getMessage() != "uv binary not found.")

ROOT = Path(__file__).resolve().parent.parent


def prepare(session: nox.Session, group: str, *programs: str) -> None:
    """Install the group's pinned requirements and tell the session where its programs are (FAIRSTEPS_NODE, …)."""
    install(session, group)
    folder = Path(session.virtualenv.location)
    for program in programs:
        try:
            found = tools.find(program, folder, lambda packages: install(session, packages))
        except tools.MissingError as missing:
            session.error(str(missing))
        session.env.update(found)
        if program == "node":
            npm(session)


def install(session: nox.Session, group: str) -> None:
    """Install requirements/<group>.txt unless this environment already has exactly that."""
    requirements = ROOT / "requirements" / f"{group}.txt"
    stamp = Path(session.virtualenv.location) / f"{group}.sha256"

    def pip() -> None:
        session.install("--require-hashes", "-r", str(requirements))

    once(session, stamp, requirements, f"packages of requirements/{group}.txt", pip)


def npm(session: nox.Session) -> None:
    """Install node_modules exactly as locked. No package gets to run a script of its own."""
    options = ["--ignore-scripts", "--omit=optional", "--loglevel=error"]
    stamp = ROOT / "node_modules" / ".fairsteps.sha256"

    def ci() -> None:
        session.run("npm", "ci", *options, external=True, silent=True)

    once(session, stamp, ROOT / "package-lock.json", "packages of package-lock.json", ci)


def told(session: nox.Session, *command: str) -> None:
    """Run a program whose own last words say what is wrong: nox would add that the command and the session failed."""
    python = shutil.which("python", path=os.pathsep.join(session.bin_paths or ())) or sys.executable
    environment = {name: value for name, value in (os.environ | session.env).items() if value is not None}
    if code := ended(subprocess.Popen([python, *command], env=environment)):
        raise SystemExit(code)


def once(session: nox.Session, stamp: Path, locked: Path, what: str, action: Callable[[], object]) -> None:
    """Do it unless it has been done for this lock, and say how long it took."""
    wanted = hashlib.sha256(locked.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return
    print(f"Installing the {what} …", flush=True)
    begun = time.monotonic()
    try:
        action()
    except CommandFailed:
        session.error(f"The {what} could not be fetched; what stands above says why. Is there a network?")
    stamp.write_text(wanted, encoding="ascii")
    print(f"Installed in {time.monotonic() - begun:.0f} s.", flush=True)
