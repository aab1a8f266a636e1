"""Stands in for Python's asyncio in the page: Pyodide imports it at every start, and the planner waits for nothing.

It would bring half a hundred modules along, a tenth of the start. Whoever asks it for anything is told at once.
"""


def __getattr__(name: str) -> object:
    raise AttributeError(f"The planner's Python has no event loop: asyncio.{name} is not there.")
