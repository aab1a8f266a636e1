"""Takes a contender and a condition; gives its first visit, in a new browser, and the next in the same profile."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bench.browsers import ENGINES, showing
from bench.line import Line
from bench.server import Count, Counting, hosting
from bench.slow import slowed

PATIENCE = 120
"""Seconds until a planner must have answered; a slow processor and a slow line together take one minute."""
KEEPING = 20
"""Seconds a page may take to keep what makes the next visit faster."""
STILL = 2.0
WRITTEN = 2.5
"""Seconds the disk may still write: half a second later `leave.html` leaves."""
TRIES = 2


@dataclass(frozen=True)
class Condition:
    """A browser, the line it has, and how many times slower its processor is."""

    name: str
    title: str
    engine: str
    bits: float = 0
    latency: float = 0
    slower: float = 1


@dataclass(frozen=True)
class Contender:
    """A page that starts the planner, and the folder it is served from."""

    name: str
    title: str
    folder: Path
    page: str
    in_webkit: str = ""
    """The page for WebKit, if it needs another."""
    compressed: bool = True
    keeps: bool = False
    """Whether the page says when it has kept something for the next visit."""


@dataclass(frozen=True)
class Visit:
    """Seconds from leaving for the page until the planner had answered; bytes until then, and until nothing came."""

    seconds: float
    bytes_ready: int
    bytes_quiet: int


CONDITIONS = (
    Condition("chromium", "Chromium", "chromium"),
    Condition("line", "Chromium, 10 Mbit/s and 40 ms", "chromium", bits=10e6, latency=0.04),
    Condition("slow", "Chromium, processor 4 times slower", "chromium", slower=4),
    Condition("firefox", "Firefox", "firefox"),
    Condition("webkit", "WebKitGTK", "webkit"),
)


class VisitError(Exception):
    """A page did not come so far; the message says which, and what the browser said."""


def pair(contender: Contender, condition: Condition) -> tuple[Visit, Visit]:
    """First visit and repeat visit; once more from the beginning if a browser did not get through."""
    for left in reversed(range(TRIES)):
        profile = Path(tempfile.mkdtemp(prefix="visit-"))
        line = Line(condition.bits, condition.latency)
        try:
            with hosting(contender.folder, line, compressed=contender.compressed) as server:
                return visit(server, profile, contender, condition), visit(server, profile, contender, condition)
        except VisitError as failed:
            if not left:
                raise
            print(f"    again: {failed}", flush=True)
        finally:
            shutil.rmtree(profile, ignore_errors=True)
    raise AssertionError


def visit(server: Counting, profile: Path, contender: Contender, condition: Condition) -> Visit:
    """One visit, by a browser started for it."""
    count = server.count = Count()
    page = (contender.in_webkit if condition.engine == "webkit" else "") or contender.page
    home = f"http://127.0.0.1:{server.server_port}"
    with showing(ENGINES[condition.engine], profile, f"{home}/bench/leave.html?to=/{page}") as browser:
        if not count.wait("leaving", seconds=60):
            raise VisitError(f"{condition.title} did not start. {_last_words(profile)}")
        at_rest()
        with slowed(browser.pid, condition.slower):
            if not count.wait("ready", "failed", seconds=PATIENCE) or "ready" not in count.told:
                said = ", ".join(count.requests[-5:])
                raise VisitError(
                    f"{contender.name} in {condition.title}: no answer. Last: {said}. {_last_words(profile)}"
                )
        if contender.keeps:
            count.wait("kept", seconds=KEEPING)
        count.quiet(still=STILL, seconds=KEEPING)
        count.over.set()
        if condition.engine == "firefox":
            with suppress(subprocess.TimeoutExpired):
                browser.wait(KEEPING)
    return Visit(count.told["ready"] / 1000, count.sent_at["ready"], count.sent)


def at_rest() -> None:
    """Let the disk have behind it what earlier visits wrote, before the page that waits leaves."""
    begun = time.monotonic()
    os.sync()
    if time.monotonic() - begun > WRITTEN:
        raise VisitError("The disk was still writing when the visit began.")


def _last_words(profile: Path) -> str:
    log = profile / "browser.log"
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-8:]) if log.is_file() else ""
