"""Stands in for Pyodide's loader of packages, of which the page has none: it would import two dozen modules every time.

Pyodide asks it at the start where packages would lie and which are there, and nothing else.
"""

from site import getsitepackages

from pyodide_js import loadedPackages  # noqa: F401 - a kept start counts on its place in the order of things


class Place:
    """A path that tells what it is: JavaScript takes an object here, not a text."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = Place(getsitepackages()[0])
DSO_DIR = Place("/usr/lib")


def init_loaded_packages() -> None:
    """None are there."""
