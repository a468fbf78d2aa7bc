"""The output formats: one file per format, found by its name.

A module here whose name has no leading underscore is a format (``json_lines.py`` is
``json-lines``): it defines ``render(report: Report) -> str``. Keyword-only parameters of
``render`` are what the format takes from the reader's terminal; see ``View``.
"""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from aligncheck.reporters._writing.quoting import one_line, visible

if TYPE_CHECKING:
    from aligncheck.model import Report

__all__ = ["CONFIDENCE_DIGITS", "SCHEMA", "View", "formats", "one_line", "render", "visible"]

SCHEMA = 1
"""The version of the JSON contract."""
CONFIDENCE_DIGITS = 4
"""Digits after the point that confidences and similarities are given with."""


class View(TypedDict, total=False):
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


def formats() -> tuple[str, ...]:
    """Name the formats, in alphabetical order, importing none of them."""
    stems = sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py"))
    return tuple(stem.replace("_", "-") for stem in stems)


def render(name: str, report: Report, view: View | None = None) -> str:
    """Write the report in the format of that name, which must be one of ``formats()``.

    Of the view, a format is given what it takes.
    """
    function = import_module(f"{__name__}.{name.replace('-', '_')}").render
    taken = inspect.signature(function).parameters
    options = {key: value for key, value in (view or {}).items() if key in taken}
    text: str = function(report, **options)
    return text
