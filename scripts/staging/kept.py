"""Takes the words of the site; gives the place on the privacy page where a reader sees and deletes what is stored."""

from __future__ import annotations

import json
from html import escape
from typing import Any


def place(language: str, words: dict[str, dict[str, Any]], home: str) -> str:
    """The place and the module that fills it; without the module there is nothing to press."""
    names = {each: words[each]["language"]["name"] for each in words}
    said = escape(json.dumps(words[language]["kept"] | {"languages": names}, ensure_ascii=False))
    return (
        f'<div class="fs-kept" data-root="{home}../" data-fs-kept="{said}"></div>\n'
        f'<script type="module" src="{home}assets/fs/kept.js"></script>'
    )
