"""Where a key or a text stands in a TOML file, found only when there is something to complain of.

The file's beginnings are parsed until the key turns up, so that every way of writing a key
(quoted, dotted, in a table, inline) is understood exactly as the parser understands it.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PYPROJECT = ("tool", "aligncheck")
"""The table of pyproject.toml that holds the keys."""


def explain_fault(
    path: Path | None, keys: tuple[str, ...], complaint: str, culprit: str | None = None
) -> str:
    """Write one line: file, line, key and complaint; only the last two where it is in no file."""
    label = ".".join(keys)
    if path is None:
        return f"{label}: {complaint}"
    above = PYPROJECT if path.name == "pyproject.toml" else ()
    line = locate_key(path.read_text(encoding="utf-8-sig"), (*above, *keys), culprit)
    where = f"{display_path(path)}:{line}: " if line else ""
    return f"{where}{label}: {complaint}"


def display_path(path: Path) -> str:
    """Write a path as seen from the working directory, if it lies in it."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def locate_key(text: str, keys: Sequence[str], culprit: str | None = None) -> int | None:
    """Give the 1-based line where the key is first set, or of ``culprit`` in its value.

    Keys are compared without regard to case; None where the key is not in the text, or its value
    does not hold the culprit.
    """
    lines = text.splitlines()
    ends = range(1, len(lines) + 1)
    # Once a key is set it stays set, so that the line can be searched by halves: with the lines
    # 1 to n parsed, False False False True True, the first True is the line that sets it.
    place = bisect_left(ends, 1, key=lambda end: int(_sets_key(lines, end, keys)))
    if place == len(lines):
        return None
    if culprit is None:
        return place + 1
    statement = range(place, _end_statement(lines, place + 1))
    hits = (n + 1 for n in statement if culprit.lower() in lines[n].lower())
    return next(hits, None)


def _sets_key(lines: Sequence[str], end: int, keys: Sequence[str]) -> bool:
    """Tell whether the shortest sound beginning of at least ``end`` lines sets the key."""
    node: object = tomllib.loads("\n".join(lines[: _end_statement(lines, end)]))
    for key in keys:
        entries = (
            {name.lower(): entry for name, entry in node.items()} if isinstance(node, dict) else {}
        )
        if key.lower() not in entries:
            return False
        node = entries[key.lower()]
    return True


def _end_statement(lines: Sequence[str], end: int) -> int:
    """Give the first count of lines from ``end`` on that is TOML by itself."""
    while end < len(lines) and not _is_sound("\n".join(lines[:end])):
        end += 1
    return end


def _is_sound(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True
