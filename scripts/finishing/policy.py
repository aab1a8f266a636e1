"""Takes the pages of a site; gives one content security policy for all of them, and writes it into every page."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from scripts.staging import BuildError
from scripts.yamlfile import shown

SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
INLINE = re.compile(r"\s(style|on[a-z]+)\s*=", re.IGNORECASE)
QUOTED = re.compile(r"=\s*(\"[^\"]*\"|'[^']*')")
CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)


def pages(site: Path) -> list[Path]:
    """Every page of the site. Blank templates are documents people take away: they stay as the planner wrote them."""
    return sorted(set(site.rglob("*.html")) - set(site.glob("*/downloads/*.html")))


def policy(site: Path) -> str:
    """The policy: own origin only; inline scripts and styles by their hash; WebAssembly, and nothing evaluated.

    The planner's worker begins as a blob so that it inherits this policy on hosts without headers (worker-src blob:).
    Its preview is an iframe of text, which inherits it as well: its style sheet is that of the blank documents.
    """
    scripts, styles = set[str](), set[str]()
    for path in pages(site):
        text = path.read_text("utf-8")
        _refuse_inline(path, text)
        scripts.update(_hash(code) for about, code in SCRIPT.findall(text) if _runs(about))
        styles.update(map(_hash, STYLE.findall(text)))
    for path in sorted(site.glob("*/downloads/*.html")):
        text = path.read_text("utf-8")
        _refuse_inline(path, text)
        styles.update(map(_hash, STYLE.findall(text)))
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self' 'wasm-unsafe-eval'", *sorted(scripts))),
            " ".join(("style-src 'self'", *sorted(styles))),
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "frame-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def write(site: Path, policy_: str) -> None:
    """Put the same policy into every page, before anything it governs."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy_}">'
    for path in pages(site):
        text, found = CHARSET.subn(lambda charset: charset[0] + meta, path.read_text("utf-8"), count=1)
        if not found:
            raise BuildError(
                f"{shown(path)}:1: the page has no <meta charset>. Keep it in the template: the policy follows it."
            )
        path.write_text(text, "utf-8")


def _runs(about: str) -> bool:
    return "src=" not in about and ("type=" not in about or "module" in about or "javascript" in about)


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(code.encode()).digest()).decode()}'"


def _refuse_inline(path: Path, text: str) -> None:
    """A style attribute or a handler in a tag would be blocked in silence."""
    for place, tag in _tags(text):
        found = INLINE.search(QUOTED.sub("=", tag))
        if found:
            line = text.count("\n", 0, place) + 1
            raise BuildError(
                f"{shown(path)}:{line}: `{found[1]}` stands in a tag, which the policy blocks. "
                "Use a class, or a listener in a module."
            )


def _tags(text: str) -> Iterable[tuple[int, str]]:
    blank = SCRIPT.sub(lambda script: " " * len(script[0]), text)

    def found() -> Iterator[tuple[int, str]]:
        for tag in TAG.finditer(blank):
            yield tag.start(), tag[0]

    return found()
