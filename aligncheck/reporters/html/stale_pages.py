"""Pages that an earlier report left in a folder, of articles that are no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_OUR_MARK: Final = b'<meta name="generator" content="aligncheck '
"""What the head of every page of ours holds, so that no page of anybody else is taken for one."""
_HEAD: Final = 4096
"""Bytes of a page in which it must stand: chosen as several times what stands before it."""


def find_stale_pages(folder: Path, written: Collection[str]) -> Iterator[Path]:
    """Give the pages of articles in a report's folder that are ours but not of this report.

    ``written`` are the paths of this report's pages, from the folder on, with forward slashes.
    """
    for path in sorted((folder / "articles").glob("*.html")):
        if f"articles/{path.name}" not in written and not path.is_symlink() and _is_ours(path):
            yield path


def _is_ours(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return _OUR_MARK in file.read(_HEAD)
