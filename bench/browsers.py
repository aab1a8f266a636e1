"""Takes an engine, a profile and an address; gives a browser that shows it, with nothing between it and the page.

No driver: an automated session keeps nothing from one visit to the next in some engines, and costs time of its own.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

# Nothing of the browser's own is asked for or shown on the first start.
FIREFOX_PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    # Else it visits a page a second time in hiding, to make a small picture of it.
    "browser.pagethumbnails.capturing_disabled": True,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.sessionstore.resume_from_crash": False,
    "browser.startup.homepage_override.mstone": "ignore",
    # The page closes its window when the visit is over: told by a signal, Firefox forgets what it kept.
    "dom.allow_scripts_to_close_windows": True,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "http://127.0.0.1:9",
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    # As over https, which a public site uses: without it Firefox takes Brotli from no other host.
    "network.http.accept-encoding": "gzip, deflate, br",
}


@dataclass(frozen=True)
class Engine:
    """How one browser is started, and what it says of its version."""

    name: str
    command: Callable[[Path, str], list[str]]
    version: Callable[[], str]
    ends_alone: bool = True
    """Whether it ends its processes itself; else all of them are told to end."""


def chromium(profile: Path, address: str) -> list[str]:
    """Chromium, with the arguments of the tests."""
    arguments = os.environ.get("FAIRSTEPS_CHROMIUM_ARGS", "").split()
    return [os.environ["FAIRSTEPS_CHROMIUM"], *arguments, "--headless=new", f"--user-data-dir={profile}", address]


def firefox(profile: Path, address: str) -> list[str]:
    """Firefox with a profile of its own."""
    lines = [f'user_pref("{name}", {_js(value)});' for name, value in FIREFOX_PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines) + "\n", encoding="ascii")
    return [os.environ["FAIRSTEPS_FIREFOX"], "--headless", "--no-remote", "--profile", str(profile), address]


def webkit(profile: Path, address: str) -> list[str]:
    """WebKitGTK's small browser on a screen nobody sees; it keeps what it keeps below the profile."""
    del profile
    return ["xvfb-run", "--auto-servernum", os.environ["FAIRSTEPS_WEBKIT"], address]


ENGINES = {
    "chromium": Engine("Chromium", chromium, lambda: _said(os.environ["FAIRSTEPS_CHROMIUM"])),
    "firefox": Engine("Firefox", firefox, lambda: _said(os.environ["FAIRSTEPS_FIREFOX"])),
    "webkit": Engine("WebKitGTK", webkit, lambda: _said(os.environ["FAIRSTEPS_WEBKIT"]), ends_alone=False),
}


@contextmanager
def showing(engine: Engine, profile: Path, address: str) -> Iterator[subprocess.Popen[bytes]]:
    """The browser while the block runs; it is asked to end, so that it writes down what it keeps."""
    homes = {"HOME": str(profile), "XDG_CACHE_HOME": str(profile / "cache"), "XDG_DATA_HOME": str(profile / "data")}
    log = profile / "browser.log"
    with log.open("ab") as said:
        command = engine.command(profile, address)
        browser = subprocess.Popen(command, env=os.environ | homes, stdout=said, stderr=said, start_new_session=True)
    try:
        yield browser
    finally:
        with suppress(ProcessLookupError):
            (os.kill if engine.ends_alone else os.killpg)(browser.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            browser.wait(20)
        with suppress(ProcessLookupError):
            os.killpg(browser.pid, signal.SIGKILL)
        browser.wait(10)


def _js(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def _said(program: str) -> str:
    run = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    return run.stdout.strip().splitlines()[-1] if run.stdout.strip() else program.rpartition("/")[2]
