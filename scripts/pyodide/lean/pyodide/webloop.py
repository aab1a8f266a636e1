"""Stands in for Pyodide's event loop, which would import asyncio.

What Pyodide's own takes from JavaScript is taken here too: a kept start counts on its place in the order of things.
"""

from pyodide_js._api import scheduleCallback  # noqa: F401


def _initialize_event_loop() -> None:
    """Pyodide calls this when it starts."""
