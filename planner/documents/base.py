"""Takes nothing; gives what every document has in common: its shape and the brand it wears. Every start reads this."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple, Protocol, TypedDict, cast

from planner.advice.view import View
from planner.words import Words

Tell = Callable[[int, int], object]
"""Is told how much of how much is done."""
SELDOM = 10
"""So many steps between two tidings: each takes time itself."""


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
