"""Finding the files that may be versions of articles."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from aligncheck.errors import UsageError
from aligncheck.formats import has_known_suffix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.discovery.ignoring import Ignored

_NEVER: Final = frozenset({"node_modules", "venv", "__pycache__"})
"""Folders that hold what others wrote; hidden ones are left out as well."""


def absolute_path(path: str) -> str:
    """Give a path from the file system's root, with forward slashes; links stay as they are."""
    return Path(os.path.abspath(path)).as_posix()  # noqa: PTH100  # pathlib keeps ``..``


def typed_path(path: str) -> str:
    """Write a path as seen from the working directory, with forward slashes.

    One that lies outside of it stays absolute or ``../`` as it was given.
    """
    whole, here = PurePath(os.path.normpath(path)), Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


def is_folder(path: str) -> bool:
    """Tell a folder to be searched from a file; UsageError where there is neither.

    A folder that is named like an article and holds none is taken for a file that somebody made
    a folder by mistake: reading it says so.
    """
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  # pathlib hides loops of symbolic links
    except FileNotFoundError as error:
        raise UsageError(f"there is no {path}") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{path}: cannot be looked at ({reason})") from error
    return stat.S_ISDIR(mode) and not _is_mistaken(path)


def walk_articles(folder: str, ignored: Ignored) -> Iterator[str]:
    """Give the files below an absolute folder that may be articles, in order of their names.

    Hidden folders, those with other people's code and what is ignored are left out. Symbolic
    links to files are followed, those to folders are not, so that loops do no harm.
    """
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be read ({error.strerror})") from error
    ignored = ignored.enter_folder(folder)
    for entry in entries:
        path = f"{folder.rstrip('/')}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if _is_open(entry.name) and not ignored.covers_path(f"{path}/"):
                yield from walk_articles(path, ignored)
                yield from [path] if _is_mistaken(path) else []
        elif _is_candidate(entry) and not ignored.covers_path(path):
            yield path


def _is_open(name: str) -> bool:
    return not name.startswith(".") and name not in _NEVER


def _is_mistaken(folder: str) -> bool:
    """Tell whether a folder is named like an article and holds no file that could be one."""
    if not has_known_suffix(folder.rstrip("/")):
        return False
    return not any(has_known_suffix(name) for _, _, names in os.walk(folder) for name in names)


def _is_candidate(entry: os.DirEntry[str]) -> bool:
    """Leave out hidden files, pipes, devices and links to folders.

    A broken link is an article that was lost: reading it says so. Word keeps a file ``~$name.docx``
    beside each document that is open.
    """
    if entry.name.startswith((".", "~$")) or not has_known_suffix(entry.name):
        return False
    return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
