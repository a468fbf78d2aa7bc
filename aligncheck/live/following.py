"""Noticing that files change, by looking at their sizes and times."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Traces = dict[str, tuple[int, int] | None]
"""The time of change, in nanoseconds, and the size of every path; None where there is nothing."""


def traces(paths: Iterable[Path]) -> Traces:
    """Look at files and at the two folders above each, where new articles would show."""
    known = list(paths)
    folders = {folder for path in known for folder in list(path.parents)[:2]}
    return {str(path): _trace(path) for path in sorted({*known, *folders})}


def _trace(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_mtime_ns, found.st_size
