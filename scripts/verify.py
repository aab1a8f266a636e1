"""Takes the address or the folder of a copy; gives what differs from its build.json, a line each with the remedy.

    python verify.py https://example.org/guide/
    python verify.py https://example.org/guide/ --build site/build.json    what the build says, not what the copy says
    python verify.py https://example.org/guide/ --files                    without headers: not every host can send them
    python verify.py site/

It ends with 0 when everything is the same, with 1 when something differs, with 2 when there is nothing to compare.
Python alone is enough. It cannot open Brotli: what a host sends only so is not compared.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.message import Message
from fnmatch import fnmatchcase
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urldefrag, urljoin
from urllib.request import Request, urlopen

AT_ONCE = 4
SECONDS = 60
SMALL = 1500
HOSTS_OWN = (".htaccess", "_headers")
"""A host may keep them to itself."""
LINK = re.compile(r'\b(?:href|src)="([^"#?]+)')
TEXT = re.compile(r"^text/|/(javascript|json|wasm|xml)|[+](json|xml)")
SAME = {"application/javascript": "text/javascript", "text/xml": "application/xml"}
UPLOAD = "Upload it again from the build, with its .br and .gz, and empty the cache of the host."
ADDED = "Delete it, or put it into the folder of the brand and build again."
CONFIGURE = "Use the configuration in site-hosting/ of this build, and have the host read it again."
PACK = "Upload the .gz and .br too and have the host send them, or switch on its own compression."
UNWANTED = {
    "Set-Cookie": "The guide sets no cookie, and its privacy page says so: switch off what adds it.",
    "Content-Security-Policy-Report-Only": "It reports readers elsewhere: switch off what adds it.",
    "NEL": "It reports readers elsewhere: switch off what adds it.",
    "Report-To": "It reports readers elsewhere: switch off what adds it.",
    "Reporting-Endpoints": "It reports readers elsewhere: switch off what adds it.",
}
Fault = tuple[str, str, str]
"""What is wrong, with which file, and the remedy."""


class NothingThereError(Exception):
    """There is nothing to compare; the message says why."""


@dataclass(frozen=True)
class Answer:
    """What came back: its bytes opened, its headers as they were."""

    status: int
    address: str
    headers: Any
    body: bytes


def asked(address: str, encoding: str = "identity") -> Answer:
    """Ask as a browser without Brotli would."""
    request = Request(address, headers={"Accept-Encoding": encoding, "User-Agent": "verify.py"})
    try:
        with urlopen(request, timeout=SECONDS) as answer:
            body = answer.read()
            packed = answer.headers.get("Content-Encoding") == "gzip"
            return Answer(answer.status, answer.url, answer.headers, gzip.decompress(body) if packed else body)
    except HTTPError as error:
        return Answer(error.code, address, error.headers, b"")
    except (gzip.BadGzipFile, zlib.error):
        return Answer(200, address, Message(), b"")
    except (OSError, EOFError, HTTPException) as error:
        raise NothingThereError(f"{address} cannot be reached: {getattr(error, 'reason', error)}") from None


def hosted(base: str, built: dict[str, Any], *, headers: bool) -> Iterator[Fault]:
    """Every file of the list, a few at a time; and what lies in the copy that changed pages lead to."""
    files: dict[str, str] = built["files"]
    led = set[str]()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        paths = [path for path in files if path not in HOSTS_OWN]
        for faults, links in pool.map(lambda path: one(base, path, built, headers=headers), paths):
            yield from faults
            led |= links
        known = {*files, "build.json"}
        strange = sorted(path for path in led if re.sub(r"(^|/)$", r"\1index.html", path) not in known)
        for path, answer in zip(strange, pool.map(lambda path: asked(base + quote(path)), strange), strict=True):
            if answer.status == 200:
                yield "added", path, ADDED


def one(base: str, path: str, built: dict[str, Any], *, headers: bool) -> tuple[list[Fault], set[str]]:
    """The faults of one file; of a page that is not the build's own, also what it leads to."""
    address = base + quote(re.sub(r"(^|/)index\.html$", r"\1", path))
    answer = asked(address)
    if answer.status != 200:
        return [("missing", path, f"The host answers {answer.status}. {UPLOAD}")], set()
    if not answer.address.startswith(base):
        return [("changed", path, f"The host leads away to {answer.address}: take that out.")], set()
    kind = built.get("types", {}).get(Path(path).suffix, "")
    packed = asked(address, "gzip") if TEXT.search(kind) and len(answer.body) > SMALL else None
    faults, links = [], set[str]()
    if sha256(answer.body).hexdigest() != built["files"][path]:
        faults.append(("changed", path, UPLOAD))
        found = LINK.findall(answer.body.decode("utf-8", "replace")) if path.endswith(".html") else []
        around = (urldefrag(urljoin(address, link)).url for link in found)
        links = {unquote(each[len(base) :]) for each in around if each.startswith(base)}
    elif packed and packed.body != answer.body:
        faults.append(("changed", f"{path}.gz", UPLOAD))
    if headers and "headers" in built:
        faults += [(what, path, remedy) for what, remedy in wrong_headers(path, kind, answer, packed, built)]
    return faults, links


def wrong_headers(
    path: str, kind: str, answer: Answer, packed: Answer | None, built: dict[str, Any]
) -> Iterator[tuple[str, str]]:
    """What is not sent, not as it should be, sent twice, or sent without being wanted."""
    wanted = {"Cache-Control": "no-cache"} | ({"Content-Type": kind} if kind else {})
    for pattern, rule in built["headers"].items():
        wanted |= rule if fnmatchcase(f"/{path}", pattern) else {}
    for name, value in wanted.items():
        sent = answer.headers.get_all(name) or []
        if len(sent) > 1:
            yield f"{name} is sent {len(sent)} times", "Let only one part of the host set it."
        elif not sent:
            yield f"{name} is not sent", CONFIGURE
        elif not alike(name, sent[0].lower(), value.lower()):
            yield f"{name} is “{sent[0]:.60}”, not “{value:.60}”", CONFIGURE
    if packed and "Content-Encoding" not in packed.headers:
        yield "Content-Encoding is not sent: the file comes uncompressed", PACK
    for name, remedy in UNWANTED.items():
        if name in answer.headers:
            yield f"{name} is sent", remedy


def alike(name: str, sent: str, wanted: str) -> bool:
    """Hosts may word the same thing differently."""
    if name == "Content-Type":
        sent, wanted = (re.sub(r"\s*;.*", "", each) for each in (sent, wanted))
        return SAME.get(sent, sent) == SAME.get(wanted, wanted)
    parts, needed = (set(re.split(r"\s*,\s*", each)) for each in (sent, wanted))
    if name == "Cache-Control":
        return bool(parts & {"no-cache", "no-store", "max-age=0"}) if wanted == "no-cache" else parts >= needed
    return sent.split() == wanted.split()


def lying(folder: Path, built: dict[str, Any]) -> Iterator[Fault]:
    """The files of a folder, and those that are no part of the build."""
    known = {f"{path}{ending}" for path in (*built["files"], "build.json") for ending in ("", ".br", ".gz")}
    for path, digest in built["files"].items():
        place = folder / path
        packed = place.with_name(f"{place.name}.gz")
        if not place.is_file():
            yield "missing", path, UPLOAD
        elif sha256(place.read_bytes()).hexdigest() != digest:
            yield "changed", path, UPLOAD
        elif packed.is_file() and opened(packed) != place.read_bytes():
            yield "changed", f"{path}.gz", UPLOAD
    for place in sorted(folder.rglob("*")):
        path = place.relative_to(folder).as_posix()
        if place.is_file() and path not in known:
            yield "added", path, ADDED


def opened(packed: Path) -> bytes:
    """What a gzip holds; of a broken one, nothing."""
    try:
        return gzip.decompress(packed.read_bytes())
    except (OSError, EOFError, zlib.error):
        return b""


def listed(text: bytes, where: str) -> dict[str, Any]:
    """The list of a build, whose paths stay inside the copy."""
    try:
        built = json.loads(text)
        paths = [Path(path) for path in built["files"]]
    except (ValueError, KeyError, TypeError):
        raise NothingThereError(f"{where} is not the list of a build. Is this the root of the copy?") from None
    if any(path.is_absolute() or ".." in path.parts for path in paths):
        raise NothingThereError(f"{where} names files outside the copy.")
    return dict(built)


def lines(faults: Iterable[Fault]) -> list[str]:
    """A line for each file that differs; one for what is wrong with a header, however many files it is wrong for."""
    told = dict[tuple[str, str], list[str]]()
    for what, path, remedy in faults:
        told.setdefault((what if " " in what else f"{what:<8} {path}", remedy), []).append(path)
    return [
        f"{what}. {remedy}" if what.endswith(paths[0]) else f"{what}: {paths[0]}, {len(paths)} in all. {remedy}"
        for (what, remedy), paths in told.items()
    ]


def compared(copy: str, build: Path | None, *, headers: bool) -> tuple[list[str], int]:
    """What differs, and how many files there should be."""
    if not re.match(r"https?://", copy):
        place = build or Path(copy) / "build.json"
        built = listed(place.read_bytes(), str(place))
        return lines(lying(Path(copy), built)), len(built["files"])
    answer = asked(f"{copy.rstrip('/')}/build.json")
    built = listed(build.read_bytes() if build else answer.body, str(build or answer.address))
    base = answer.address.removesuffix("build.json")  # where http leads on to https
    return lines(hosted(base, built, headers=headers)), len(built["files"])


def main(arguments: list[str]) -> int:
    """Compare, and say what differs."""
    parser = argparse.ArgumentParser(prog="verify", description="Compares a copy with the list of its build.")
    parser.add_argument("copy", help="address or folder of the copy")
    parser.add_argument("--build", type=Path, help="a build.json to trust instead of the one of the copy")
    parser.add_argument("--files", action="store_true", help="compare the files alone: not every host can send headers")
    options = parser.parse_args(arguments)
    try:
        told, files = compared(options.copy, options.build, headers=not options.files)
    except (NothingThereError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join([*told, f"{files} files compared: {f'{len(told)} to put right' if told else 'all the same'}."]))
    return 1 if told else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
