"""A copy is held against the list of its build: by its address, or as a folder."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from scripts import verify
from scripts.finishing import hosts
from scripts.serve import serving

PAGE = "<!doctype html><title>{0}</title><a href='/'>start</a><p>" + "text " * 600
FILES = {
    "index.html": PAGE.format("start"),
    "en/index.html": PAGE.format("English"),
    "en/about/index.html": PAGE.format("about"),
    "service-worker.js": "addEventListener('fetch', () => {});",
    "assets/0123456789abcdef/site.js": "export const one = 1;\n" * 200,
    "planner/0123456789abcdef/pyodide.asm.wasm": "\0asm",
}
HASHED = ("assets/0123456789abcdef", "planner/0123456789abcdef")
BASE = "/guide/"
DAMAGED = gzip.compress(b"", mtime=0)[:10] + b"\xff" * 20


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site as the build leaves it: files, headers, list, siblings."""
    folder = tmp_path / "site"
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    (folder / "build.json").write_text("{}", "utf-8")
    copy = hosts.described(folder, "default-src 'self'", HASHED, f"https://example.org{BASE}")
    hosts.within(folder, copy)
    files = {path: sha256((folder / path).read_bytes()).hexdigest() for path in (*FILES, "_headers", ".htaccess")}
    (folder / "build.json").write_text(json.dumps({**hosts.about(copy), "files": files}), "utf-8")
    for path, text in FILES.items():
        if len(text) > 1024:
            (folder / f"{path}.gz").write_bytes(gzip.compress(text.encode()))
    return folder


@contextmanager
def at(site: Path, *, headers: bool = True) -> Iterator[str]:
    with serving(site, base=BASE, headers=headers) as address:
        yield address


def said(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> list[str]:
    """What is printed, a line each."""
    assert verify.main(list(arguments)) == code
    captured = capsys.readouterr()
    return (captured.out + captured.err).splitlines()


def test_a_copy_as_it_was_built(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to put right; what the host keeps to itself is not asked for."""
    with at(site) as address:
        assert said(capsys, 0, address) == ["8 files compared: all the same."]


def test_the_address_may_lack_its_slash(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As people copy it."""
    with at(site) as address:
        assert said(capsys, 0, address.rstrip("/"))


def test_a_folder_as_it_was_built(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same, without a host."""
    assert said(capsys, 0, str(site)) == ["8 files compared: all the same."]


def spoil(site: Path) -> None:
    """Change a page so that it leads to one nobody has built, and take a file away."""
    (site / "en" / "index.html").write_text('<title>changed</title><a href="extra/">', "utf-8")
    (site / "en" / "index.html.gz").unlink()
    (site / "en" / "extra").mkdir()
    (site / "en" / "extra" / "index.html").write_text("added", "utf-8")
    (site / "planner" / "0123456789abcdef" / "pyodide.asm.wasm").unlink()


def test_changed_missing_and_added_files_at_an_address(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line each, with its remedy."""
    spoil(site)
    with at(site) as address:
        lines = said(capsys, 1, address)

    assert lines == [
        f"changed  en/index.html. {verify.UPLOAD}",
        f"missing  planner/0123456789abcdef/pyodide.asm.wasm. The host answers 404. {verify.UPLOAD}",
        f"added    en/extra/. {verify.ADDED}",
        "8 files compared: 3 to put right.",
    ]


def test_changed_missing_and_added_files_in_a_folder(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder shows all there is."""
    spoil(site)

    assert said(capsys, 1, str(site)) == [
        f"changed  en/index.html. {verify.UPLOAD}",
        f"missing  planner/0123456789abcdef/pyodide.asm.wasm. {verify.UPLOAD}",
        f"added    en/extra/index.html. {verify.ADDED}",
        "8 files compared: 3 to put right.",
    ]


@pytest.mark.parametrize("content", [gzip.compress(b"of an older build", mtime=0), b"no gzip at all", DAMAGED])
def test_an_old_gzip_is_found(content: bytes, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Browsers get that, not the file beside it."""
    (site / "en" / "index.html.gz").write_bytes(content)

    assert said(capsys, 1, str(site))[0] == f"changed  en/index.html.gz. {verify.UPLOAD}"
    with at(site) as address:
        assert said(capsys, 1, address)[0] == f"changed  en/index.html.gz. {verify.UPLOAD}"


@pytest.mark.parametrize("name", ["copy", "copy-hosting"])
def test_what_is_no_copy_is_not_written_over(name: str, tmp_path: Path) -> None:
    """Neither where the copy goes, nor where its host's files go; what an earlier build left there is."""
    place, made = tmp_path / "copy", tmp_path / name
    made.mkdir()
    assert hosts.stranger(place) is None
    (made / "own.conf").write_text("mine", "utf-8")
    assert hosts.stranger(place) == made
    for mark in ("build.json", "verify.py"):
        (made / mark).write_text("ours", "utf-8")
    assert hosts.stranger(place) is None


def test_a_host_without_headers(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each header, however many files lack it; the files alone are as they should be."""
    with at(site, headers=False) as address:
        lines = said(capsys, 1, address)
        assert said(capsys, 0, address, "--files") == ["8 files compared: all the same."]

    assert lines[0] == f"Content-Security-Policy is not sent: index.html, 6 in all. {verify.CONFIGURE}"
    assert [line.partition(" ")[0] for line in lines[1:-1]] == [
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cache-Control",
    ]
    assert "Cache-Control is “no-cache”, not “public, max-age=31536000, immutable”" in lines[-2]


def test_a_header_of_an_older_build(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The policy the host still sends would stop scripts of the new pages."""
    rules = (site / "_headers").read_text("utf-8")
    (site / "_headers").write_text(rules.replace("default-src 'self'", "default-src 'none'"), "utf-8")
    with at(site) as address:
        (line, _) = said(capsys, 1, address)

    assert line.startswith("Content-Security-Policy is “default-src 'none'; frame-ancestors 'self'”, not “default-src")


def test_what_the_host_adds(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The privacy page promises that there is no cookie."""
    rules = (site / "_headers").read_text("utf-8")
    (site / "_headers").write_text(rules.replace("/*\n", "/*\n  Set-Cookie: seen=1\n", 1), "utf-8")
    with at(site) as address:
        (line, _) = said(capsys, 1, address)

    assert line == f"Set-Cookie is sent: index.html, 6 in all. {verify.UNWANTED['Set-Cookie']}"


def test_a_host_that_does_not_compress(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Large files would arrive four times as large."""
    for packed in site.rglob("*.gz"):
        packed.unlink()
    with at(site) as address:
        (line, _) = said(capsys, 1, address)

    assert line.startswith("Content-Encoding is not sent")
    assert line.endswith(verify.PACK)


def test_the_list_of_ones_own_build_is_trusted_more(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever changes a page on the host can change the list there too."""
    own = tmp_path / "own.json"
    own.write_bytes((site / "build.json").read_bytes())
    (site / "index.html").write_text("changed", "utf-8")
    (site / "index.html.gz").unlink()
    built = json.loads(own.read_text("utf-8"))
    built["files"]["index.html"] = sha256(b"changed").hexdigest()
    (site / "build.json").write_text(json.dumps(built), "utf-8")

    assert said(capsys, 0, str(site))
    with at(site) as address:
        assert said(capsys, 1, address, "--build", str(own))[0] == f"changed  index.html. {verify.UPLOAD}"


@pytest.mark.parametrize(
    "text", ["<!doctype html>", "[]", '{"files": ["/etc/passwd"]}', '{"files": {"../outside": ""}}']
)
def test_no_list_is_nothing_to_compare(text: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page in its place, or paths that lead out of the copy."""
    (site / "build.json").write_text(text, "utf-8")

    assert len(said(capsys, 2, str(site))) == 1
    with at(site) as address:
        assert len(said(capsys, 2, address)) == 1


def test_wrong_use_and_nobody_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Told in one line."""
    with at(tmp_path) as address:
        closed = address
    assert "cannot be reached" in said(capsys, 2, closed)[0]
    assert len(said(capsys, 2, str(tmp_path / "no-such-folder"))) == 1
    with pytest.raises(SystemExit) as ended:
        verify.main([])
    assert ended.value.code == 2


def test_the_file_works_alone(site: Path, tmp_path: Path) -> None:
    """As the build lays it beside the site: nothing else of the project is needed."""
    hosts.beside(site, hosts.described(site, "default-src 'self'", HASHED, None))
    command = [sys.executable, "-I", str(hosts.folder(site) / "verify.py"), str(site)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "8 files compared: all the same.\n")
