"""Takes a folder and a line; gives an address that serves it as a good static host does, and counts every byte sent.

Below /bench/ lies what measures: a page to leave from and the script that tells when the planner has answered. It is
neither counted nor slowed down.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from bench.line import PIECE, Line
from scripts.serve import Handler, Server

HERE = Path(__file__).resolve().parent
OURS = "/bench/"


class Count:
    """What one visit has asked for, been sent, and told."""

    def __init__(self) -> None:
        self.sent, self.running, self.last = 0, 0, time.monotonic()
        self.told: dict[str, float] = {}
        self.sent_at: dict[str, int] = {}
        self.requests: list[str] = []
        self.changed, self.over = threading.Condition(), threading.Event()

    def tell(self, what: str, after: float) -> None:
        """Keep what the page says, the first time it says it, and how much had been sent by then."""
        with self.changed:
            self.told.setdefault(what, after)
            self.sent_at.setdefault(what, self.sent)
            self.changed.notify_all()

    def wait(self, *whats: str, seconds: float) -> bool:
        """Wait until the page has told one of these."""
        with self.changed:
            return self.changed.wait_for(lambda: any(what in self.told for what in whats), seconds)

    def quiet(self, *, still: float, seconds: float) -> None:
        """Wait until nothing has gone over the line for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.running and time.monotonic() - self.last > still:
                return
            time.sleep(0.1)


class Counting(Server):
    """A server with the count of the visit it has; the next visit gets a new one."""

    def __init__(self, handler: Any) -> None:
        self.count = Count()
        super().__init__(handler)


class Host(Handler):
    """The project's own server, on a line."""

    server: Counting
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, line: Line, compressed: bool, **named: Any) -> None:
        self.line, self.compressed, self.ours = line, compressed, True
        super().__init__(*args, quiet=True, **named)

    def setup(self) -> None:
        """Everything sent goes through `write`."""
        super().setup()
        self.line.wait()
        self._out, self.wfile = self.wfile, self  # type: ignore[assignment]

    def write(self, data: bytes) -> int:
        """Send piece by piece, counted."""
        count = self.server.count
        for at in range(0, len(data), PIECE):
            piece = data[at : at + PIECE]
            if not self.ours:
                self.line.take(len(piece))
                count.sent += len(piece)
                count.last = time.monotonic()
            self._out.write(piece)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    closed = False

    def close(self) -> None:
        """The socket closes with the connection."""

    def sibling(self, path: Path) -> Path:
        """A host that does not compress sends the file itself."""
        return super().sibling(path) if self.compressed else path

    def do_GET(self) -> None:  # noqa: N802 - the name http.server calls
        """Ours is answered here; the rest by the project's server, after the way there and back."""
        count = self.server.count
        self.ours = self.path.startswith(OURS)
        self.with_headers = not self.ours  # the policy of the site is for the site
        if self.ours:
            self._answer(urlsplit(self.path))
            return
        count.running += 1
        count.requests.append(self.path)
        try:
            self.line.wait()
            super().do_GET()
        finally:
            count.running -= 1

    def _answer(self, asked: Any) -> None:
        self.varies, self.encoding = False, ""  # the last answer on this connection may have been compressed
        given, name = dict(parse_qsl(asked.query)), asked.path.removeprefix(OURS)
        body = b""
        if name == "told":
            self.server.count.tell(given["what"], float(given["after"]))
        elif name == "over":
            self.server.count.over.wait()  # answered when the visit is
        elif name in ("watch.js", "leave.html"):
            body = (HERE / "pages" / name).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if name.endswith("html") else "text/javascript")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self._out.write(body)
        if name == "leave.html":
            self.server.count.tell("leaving", 0)


@contextmanager
def hosting(folder: Path, line: Line, *, compressed: bool = True) -> Iterator[Counting]:
    """Serve while the block runs; `server.count` is what the visit was sent, and may be replaced for the next."""
    handler = partial(Host, directory=str(folder), line=line, compressed=compressed)
    server = Counting(handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
