"""Takes the site in site/; gives it on http://127.0.0.1:8000 with the types and headers a good host sends."""

from __future__ import annotations

import argparse
import errno
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import commands
from scripts.finishing.hosts.told import TYPES

ROOT = Path(__file__).resolve().parent.parent
ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""The siblings the build wrote, the smaller first."""
ENDS = "It does not follow what you change: press Ctrl+C, give the same command again, and load the page anew."


class Handler(SimpleHTTPRequestHandler):
    """Files of one folder, below `base`, compressed where the browser takes it; the nearest 404.html; `_headers`."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

    def __init__(self, *args: Any, base: str = "/", headers: bool = True, quiet: bool = False, **named: Any) -> None:
        self.base, self.with_headers, self.quiet = base, headers, quiet
        self.varies, self.encoding = False, ""
        super().__init__(*args, **named)

    def translate_path(self, path: str) -> str:
        """Below the base only: what lies beside it belongs to somebody else. A folder is its index."""
        self.varies, self.encoding = False, ""
        if not path.startswith(self.base):
            return str(Path(self.directory) / "no such place")
        found = super().translate_path("/" + path.removeprefix(self.base))
        if found.endswith("/") and not Path(found, "index.html").is_file():
            return found
        return str(self.sibling(Path(found, "index.html") if found.endswith("/") else Path(found)))

    def sibling(self, path: Path) -> Path:
        """What to send for this file: the smallest form of it that the browser takes."""
        there = {name: path.with_name(path.name + ending) for name, ending in ENCODINGS.items()}
        there = {name: each for name, each in there.items() if each.is_file() and path.is_file()}
        taken = set(_accepted(self.headers.get("Accept-Encoding", "")))
        self.varies = bool(there)
        self.encoding = next((name for name in there if name in taken), "")
        return there.get(self.encoding, path)

    def guess_type(self, path: Any) -> str:
        """The type of what is compressed, not of the compression."""
        return super().guess_type(str(path).removesuffix(ENCODINGS.get(self.encoding, "")))

    def end_headers(self) -> None:
        """The headers the build wrote for hosts that can send them; what they say nothing of is asked for anew."""
        sent = {"Cache-Control": "no-cache"}
        if self.varies:
            sent["Vary"] = "Accept-Encoding"
        if self.encoding:
            sent["Content-Encoding"] = self.encoding
        if self.with_headers:
            path = "/" + self.path.removeprefix(self.base)
            sent |= dict(_headers(Path(self.directory) / "_headers", path.partition("?")[0]))
        for name, value in sent.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The 404 page nearest to the address, in its language."""
        folder = Path(self.translate_path(self.path))
        page = next((found for parent in folder.parents if (found := parent / "404.html").is_file()), None)
        if code != 404 or page is None:
            super().send_error(code, message, explain)
            return
        body = self.sibling(page).read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing when quiet."""
        if not self.quiet:
            super().log_message(format, *args)


def _accepted(header: str) -> Iterator[str]:
    """The encodings of an Accept-Encoding header, but for those it refuses with a weight of nothing."""
    for part in header.split(","):
        name, _, weight = part.partition(";")
        if not re.fullmatch(r"q=0(\.0*)?", weight.strip()):
            yield name.strip()


def _headers(rules: Path, address: str) -> Iterator[tuple[str, str]]:
    """The headers for an address from a `_headers` file as static hosts read it: patterns, then indented headers."""
    holds = False
    for line in rules.read_text(encoding="utf-8").splitlines() if rules.is_file() else ():
        if line[:1] not in (" ", "\t"):
            holds = fnmatchcase(address, line.strip())
        elif holds and not line.strip().startswith("#"):
            name, _, value = line.strip().partition(":")
            yield name, value.strip()


class Server(ThreadingHTTPServer):
    """Serves on this machine alone."""

    def __init__(self, handler: Any, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page cuts its connections; whatever else happens is told."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(folder: Path, *, base: str = "/", headers: bool = True, port: int = 0) -> Iterator[str]:
    """Serve the folder while the block runs; gives its address. `headers=False` is a host that sends none."""
    handler = partial(Handler, directory=str(folder), base=base, headers=headers, quiet=True)
    server = Server(handler, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()


def main(arguments: list[str]) -> int:
    """Build first when asked to, then serve until Ctrl+C. Nobody waits for a build that could not be served."""
    from scripts import build

    parser = argparse.ArgumentParser(prog="serve", description=__doc__)
    parser.add_argument("--build", action="store_true", help="build the site first")
    parser.add_argument("--port", type=int, default=8000)
    options = build.understood(parser, arguments)
    choices = [f"--{name}" for name in ("untrimmed", "wheel") if getattr(options, name)]
    brand = ["--brand", str(options.brand[-1])] if options.brand else []
    site = options.output or ROOT / "site"
    handler = partial(Handler, directory=str(site))
    try:
        server = Server(handler, options.port)
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        why = "is taken, perhaps by a serve that still runs. End that with Ctrl+C, or use" if taken else "is none. Use"
        other = commands.nox("serve", *map(commands.named, brand), "--port", "8010")
        print(f"The port {options.port} {why} another: {other}", file=sys.stderr)
        return 1
    with server:
        if options.build and build.main([*brand, "--output", str(site), *choices]):
            return 1
        try:
            print(f"Look at http://127.0.0.1:{options.port}. {ENDS}", flush=True)
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    from scripts import build

    raise SystemExit(build.stoppable(main, sys.argv[1:]))
