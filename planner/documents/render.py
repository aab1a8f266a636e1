"""Takes a template of `planner/templates` and what it shows; gives the text, everything in it escaped."""

from __future__ import annotations

import importlib.util
import pkgutil
from functools import cache
from typing import Any

from jinja2 import BaseLoader, Environment, FunctionLoader, ModuleLoader, StrictUndefined


def source(name: str) -> str:
    """Read a template from the package, be it a folder or a zip."""
    data = pkgutil.get_data("planner", f"templates/{name}")
    assert data is not None, name
    return data.decode("utf-8")


def loader() -> BaseLoader:
    """Give what finds templates; the page has the code Jinja makes of them in their place (scripts/pyodide/pack.py)."""
    made = importlib.util.find_spec("planner_templates")
    return ModuleLoader(made.submodule_search_locations or ()) if made else FunctionLoader(source)


@cache
def environment() -> Environment:
    """Give the one environment: autoescape everywhere, and a missing value is an error, never a blank."""
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        loader=loader(),
    )


def render(name: str, **values: Any) -> str:
    """Fill a template in."""
    return environment().get_template(name).render(**values)
