"""Stands in for Pyodide's event loop, which would import asyncio."""


def _initialize_event_loop() -> None:
    """Pyodide calls this when it starts."""
