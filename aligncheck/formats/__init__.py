"""Reading one version of an article into segments with exact spans: one file per format.

A module here whose name has no leading underscore is an input format, found by its name. It says:

- ``SUFFIXES``: the ends of the names of its files, lower-case, with the dot. No list of suffixes
  stands anywhere else.
- ``read(content: bytes, request: Request) -> Outline``: the segments of a file's bytes.
- ``FORM``, where it is not ``"text"``: versions of an article share a form, so that the page that
  was made of a text is no second version of it.
- ``HAS_LINES``, where it is ``False``: the file is no text, and its places count paragraphs.
- ``read_language(content: bytes) -> str | None``, where a file says what language it is in.

What several formats need stands in ``segments/``, what serves one in a room of its own that is
imported when a file of the format is read: looking for files costs no parser.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from aligncheck.errors import UnreadableError
from aligncheck.formats._registry import InputFormat, find_format, known_suffixes, load_formats
from aligncheck.formats.segments.decoding import check_characters, read_bytes
from aligncheck.formats.segments.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aligncheck.model import Document

__all__ = [
    "InputFormat",
    "find_declared_language",
    "find_format",
    "has_known_suffix",
    "has_lines",
    "known_suffixes",
    "load_formats",
    "read_document",
    "split_suffix",
]


def read_document(
    path: str,
    locale: str,
    content: str | bytes | None = None,
    *,
    beside: Iterable[str] = (),
) -> Document:
    """Read one version of an article; ``beside`` are the locales of its other versions.

    The file is read unless its ``content`` is given; the format goes by the suffix of ``path``,
    and is plain text where no format claims it. A segment's span holds its text and the markup
    inside it, not what marks its block (``#``, ``-``, quotes round a title); a fenced code block's
    holds its fences. The span of an inline link reaches over its address. Raises UnreadableError,
    with line and column, for a file that is not there, is not of its format, or holds nothing to
    compare.
    """
    if content is None:
        content = read_bytes(path)
    elif isinstance(content, str):
        content = check_characters(content).encode()
    suffix = PurePath(path).suffix.lower()
    request = Request(suffix, locale, frozenset(beside) - {locale})
    form = find_format(suffix)
    outline = form.read(content, request)
    if not outline.segments:
        raise UnreadableError("the file holds no text to compare, only markup")
    return outline.finish_document(PurePath(path).as_posix(), locale, has_lines=form.has_lines)


def find_declared_language(path: str) -> str | None:
    """Give the BCP 47 tag that a file says it is in, None where its format or it says nothing.

    A file that cannot be read says nothing either: reading it will tell.
    """
    read_language = find_format(PurePath(path).suffix.lower()).read_language
    try:
        return read_language(read_bytes(path)) if read_language else None
    except UnreadableError:
        return None


def has_known_suffix(path: str) -> bool:
    """Tell whether a file of this name is an article by its suffix."""
    return path.lower().endswith(known_suffixes())


def split_suffix(path: str) -> tuple[str, str]:
    """Take the suffix off a path, and tell the form that versions of an article share."""
    lower = path.lower()
    suffix = next((each for each in known_suffixes() if lower.endswith(each)), "")
    return path[: len(path) - len(suffix)], find_format(suffix).form if suffix else "text"


def has_lines(path: str) -> bool:
    """Tell whether the places in a file are its lines; in one that is no text, paragraphs."""
    return find_format(PurePath(path).suffix.lower()).has_lines
