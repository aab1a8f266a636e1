"""Takes nothing; gives what every document has in common: its shape, the brand it wears, and the zip it may live in."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import NamedTuple, Protocol, TypedDict, cast

from planner.advice.view import View
from planner.words import Words

FIRST_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
Tell = Callable[[int, int], object]
"""Is told how much of how much is done."""
SELDOM = 10
"""So many steps between two tidings: each takes time itself."""
LOGO_HEIGHT, LOGO_MOST_WIDTH = 10, 60
"""In millimetres."""


class Brand(TypedDict):
    """What a document knows of the organisation that publishes the planner. Colours are `#rrggbb`."""

    name: str
    organisation: str | None
    accent: str
    accent_dark: str
    ink: str
    address: str | None
    footer: Sequence[str]
    """Lines at the foot of every page."""
    logo_png: str | None
    """Base64."""


class Logo(NamedTuple):
    """A brand's logo as Word and Excel draw it, in millimetres."""

    png: bytes
    width: float
    height: float


def logo(brand: Brand) -> Logo | None:
    """Give the brand's logo, as large as a letterhead has it; none where the brand has none."""
    if not brand["logo_png"]:
        return None
    png = base64.b64decode(brand["logo_png"])
    width, height = struct.unpack(">II", png[16:24])  # of its header
    scale = min(LOGO_HEIGHT / height, LOGO_MOST_WIDTH / width)
    return Logo(png, width * scale, height * scale)


class Progress:
    """Counts the steps of a document and tells of them; more steps than expected do not go beyond the end."""

    def __init__(self, tell: Tell | None, steps: int) -> None:
        self._tell, self._steps, self._done = tell, steps, 0

    def step(self, often: int = SELDOM) -> None:
        """Note that one more is done; `often` is 1 where steps are few."""
        self._done += 1
        if self._tell and self._done % often == 0 and self._done <= self._steps:
            self._tell(self._done, self._steps)


class Document(Protocol):
    """One format in which a plan leaves the planner."""

    @property
    def format(self) -> str: ...
    @property
    def extension(self) -> str: ...
    @property
    def media_type(self) -> str: ...

    def write(
        self, view: View, words: Words, brand: Brand, second: Words | None = None, tell: Tell | None = None
    ) -> bytes:
        """Give the file. Where there is a second language, every text that is not typed stands in both."""
        ...


class Writer(Protocol):
    """What a module `to_<format>` offers."""

    def write(
        self, view: View, words: Words, brand: Brand, second: Words | None = None, **tell: Tell | None
    ) -> bytes: ...


class Format(NamedTuple):
    """A document whose module, with the library it needs, is loaded when the first file is written."""

    format: str
    media_type: str
    tells: bool = False
    """Whether its module can say how far it is."""

    @property
    def extension(self) -> str:
        return self.format

    def write(
        self, view: View, words: Words, brand: Brand, second: Words | None = None, tell: Tell | None = None
    ) -> bytes:
        module = cast(Writer, import_module(f"planner.documents.to_{self.format}"))
        if second is not None and second.language == words.language:
            second = None
        return module.write(view, words, brand, second, **({"tell": tell} if self.tells else {}))


def archive(members: Iterable[tuple[str, str | bytes]]) -> bytes:
    """Zip members in the order given; the same members give the same bytes, whenever and wherever."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in members:
            info = zipfile.ZipInfo(name, FIRST_ZIP_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o600 << 16
            file.writestr(info, content)
    return buffer.getvalue()
