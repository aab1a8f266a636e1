"""Takes a folder; gives a host of it that can fall silent and bring another build; and makes such builds."""

from __future__ import annotations

import os
import re
import threading
from contextlib import suppress
from functools import partial
from hashlib import sha256
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self

from scripts.finishing import offline
from scripts.finishing.assets import FOLDER
from scripts.finishing.compressed import ENDINGS
from scripts.languages import site_languages
from scripts.serve import Handler

SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
MODULE = re.compile(r'<script type="module"[^>]* src="([^"]+)"')
PAGE = "en/company/index.html"
"""The page that differs between two builds, with its first style sheet and its first module."""


class Host:
    """One address for as long as the test runs, whatever lies behind it."""

    def __init__(self, folder: Path, base: str = "/") -> None:
        self.folder, self.silent = folder, False
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, self, base=base, quiet=True))
        self.address = f"http://127.0.0.1:{self.server.server_port}{base}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *args: object) -> None:
        self.server.shutdown()
        self.server.server_close()


class _Handler(Handler):
    """Hangs up while the host is silent."""

    def __init__(self, host: Host, *args: Any, **named: Any) -> None:
        self.host = host
        super().__init__(*args, directory=str(host.folder), **named)

    def handle_one_request(self) -> None:
        """A device may be switched off at any time."""
        with suppress(ConnectionError):
            super().handle_one_request()

    def parse_request(self) -> bool:
        """Nothing is answered. Builds of the same second are told apart all the same."""
        if self.host.silent:
            self.close_connection = True
            return False
        self.directory = str(self.host.folder)  # a connection outlives a change of folder
        understood = super().parse_request()
        if understood:
            del self.headers["If-Modified-Since"]
        return understood


def another_build(site: Path, folder: Path, mark: str) -> Path:
    """The same site with a marked page, style sheet and module, in a folder of assets with a name of its own."""
    (assets,) = (path.name for path in (site / FOLDER).iterdir())
    renamed = sha256(mark.encode()).hexdigest()[:16]
    for path in site.rglob("*"):
        if path.is_file() and path.suffix not in ENDINGS:
            place = folder / path.relative_to(site).as_posix().replace(assets, renamed)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(path)
    for place in (*folder.rglob("*.html"), *folder.rglob("*.webmanifest")):
        if assets in (text := place.read_text("utf-8")):
            rewrite(place, text.replace(assets, renamed))
    page = (folder / PAGE).read_text("utf-8")
    rewrite(folder / PAGE, page.replace("<h1", f'<p id="mark">{mark}</p><h1', 1))
    shown = f'document.documentElement.dataset.mark = "{mark}";'
    for tag, text in ((SHEET, f":root {{ --mark: {mark} }}"), (MODULE, shown)):
        found = tag.search(page)
        assert found
        place = Path(os.path.normpath((folder / PAGE).parent / found[1]))
        rewrite(place, f"{place.read_text('utf-8')}\n{text}\n")
    offline.write_again(folder, site_languages())
    return folder


def rewrite(path: Path, text: str) -> None:
    """Another file in the place of one that two folders share."""
    path.unlink()
    path.write_text(text, "utf-8")
