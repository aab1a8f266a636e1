"""Takes a JSON value; gives it with nothing in it that a document cannot hold, and remarks on what was replaced."""

from __future__ import annotations

import json
import re
from typing import Any

from planner.errors import Remark

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters XML 1.0 cannot hold, hence no Word or Excel file either; lone surrogates are not text at all."""
ESCAPED = re.compile(r"\\[bfru]")
"""Where a JSON text may hold one of them, or the end of a line as Windows writes it."""


def is_clean(text: str) -> bool:
    """Tell whether a JSON text holds nothing to replace: what is forbidden is escaped in it, or stands for itself."""
    if ESCAPED.search(text) or "\ufffe" in text or "\uffff" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return False
    return True


def clean(value: Any, path: str = "") -> tuple[Any, list[Remark]]:
    """Replace what no document can hold by U+FFFD, everywhere in a JSON value, and remark where."""
    if is_clean(json.dumps(value, ensure_ascii=False)):  # one search for the whole of a plan
        return value, []
    remarks: list[Remark] = []
    return _clean(value, path, remarks), remarks


def _clean(value: Any, path: str, remarks: list[Remark]) -> Any:
    if isinstance(value, str):
        text, count = FORBIDDEN.subn("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
        if count:
            remarks.append(Remark(path=path, code="replaced-characters", weight="advice"))
        return text
    if isinstance(value, list):
        return [_clean(one, f"{path}[{index}]", remarks) for index, one in enumerate(value)]
    if isinstance(value, dict):
        return {_clean(name, "", []): _clean(one, f"{path}.{name}".lstrip("."), remarks) for name, one in value.items()}
    return value
