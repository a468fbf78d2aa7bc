"""The output formats: one file per format, found by its name.

A module or room here whose name has no leading underscore is a format (``json_lines.py`` is
``json-lines``): it defines ``render(run: Run) -> str``. Keyword-only parameters of ``render`` are
what the format takes from the reader's terminal; see ``TerminalView``. A format that shows the
articles themselves declares ``NEEDS_ARTICLES = True``, and is given a run that has kept them.
"""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from aligncheck.reporters._writing.quoting import one_line, show_controls

if TYPE_CHECKING:
    from types import ModuleType

    from aligncheck.model import Run

__all__ = [
    "CONFIDENCE_DIGITS",
    "SCHEMA",
    "TerminalView",
    "format_names",
    "needs_articles",
    "one_line",
    "render",
    "show_controls",
]

SCHEMA = 1
"""The version of the JSON contract."""
CONFIDENCE_DIGITS = 4
"""Digits after the point that confidences and similarities are given with: set by hand, finer than
any fit is."""


class TerminalView(TypedDict, total=False):
    """How the reader looks at the output.

    ``width`` counts terminal cells, ``colour`` allows ANSI colours, ``verbose`` asks for the
    suppressed findings too, ``quiet`` for the findings alone, ``statistics`` for counts per rule
    in place of findings.
    """

    width: int
    colour: bool
    verbose: bool
    quiet: bool
    statistics: bool


def format_names() -> tuple[str, ...]:
    """Name the formats, in alphabetical order, importing none of them."""
    folder = Path(__file__).parent
    modules = [path.stem for path in folder.glob("[!_]*.py")]
    rooms = [path.parent.name for path in folder.glob("[!_]*/__init__.py")]
    return tuple(sorted(name.replace("_", "-") for name in (*modules, *rooms)))


def needs_articles(name: str) -> bool:
    """Tell whether a format shows the articles themselves, so that the run must keep them."""
    return bool(getattr(_import_format(name), "NEEDS_ARTICLES", False))


def render(name: str, run: Run, view: TerminalView | None = None) -> str:
    """Write the run in the format of that name, which must be one of ``formats()``.

    Of the view, a format is given what it takes.
    """
    function = _import_format(name).render
    taken = inspect.signature(function).parameters
    options = {key: value for key, value in (view or {}).items() if key in taken}
    text: str = function(run, **options)
    return text


def _import_format(name: str) -> ModuleType:
    return import_module(f"{__name__}.{name.replace('-', '_')}")
