"""Text that comes in on standard input, from an editor or a hook."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import click

from aligncheck.errors import UsageError
from aligncheck.formats import has_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

STANDARD_INPUT: Final = "-"
"""The path that stands for standard input."""


def read_standard_input(
    paths: Sequence[str], filename: str | None, revision: str | None
) -> tuple[str | bytes, str] | None:
    """Read a text and its file's name where the path is ``-``; None where files are to be checked.

    A file that has no lines is given as its bytes. Raises UsageError where a text is no UTF-8, and
    click's where options contradict each other.
    """
    if STANDARD_INPUT not in paths:
        if filename:
            raise click.UsageError("--stdin-filename needs the path -")
        return None
    if len(paths) > 1 or revision:
        raise click.UsageError("- is checked alone: without other paths and revisions")
    if not filename:
        raise click.UsageError("- needs --stdin-filename, the file that the text stands for")
    if sys.stdin is None:
        raise UsageError("standard input is closed")
    content = sys.stdin.buffer.read()
    if not has_lines(filename):
        return content, filename
    try:
        return content.decode("utf-8"), filename
    except UnicodeDecodeError as error:
        raise UsageError(f"standard input is not UTF-8 text (byte {error.start})") from error
