"""Reading a file as text, or saying in one line why it cannot be."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from aligncheck.errors import UnreadableError
from aligncheck.formats.segments.source import Source

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_TEXT = re.compile("[\0\ud800-\udfff]")


def read_bytes(path: str) -> bytes:
    """Read a file; raises UnreadableError where it is not there or cannot be read."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError("there is no such file; correct the path") from error
    except IsADirectoryError as error:
        raise UnreadableError("this is a directory; name a file in it") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"the file cannot be read: {reason}") from error


def decode_text(content: bytes) -> str:
    """Decode a file in UTF-8, or in UTF-16 with a byte order mark; the mark is left out.

    Raises UnreadableError, with line and column, at the first bytes that are no text, and where
    there is no text at all.
    """
    encoding, skip = "utf-8", 0
    for bom, name in _BOMS:
        if content.startswith(bom):
            encoding, skip = name, len(bom)
    try:
        text = content[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable_error(content[skip:], encoding, error) from error
    return check_characters(text.removeprefix("\ufeff"))


def check_characters(text: str) -> str:
    """Give a text back; raises UnreadableError where it is empty or holds what no text does."""
    if not text.strip():
        raise UnreadableError("the file is empty; write the article or delete the file")
    match = _NO_TEXT.search(text)
    if not match:
        return text
    line, column = _place_after(text[: match.start()])
    name = "a NUL character" if match.group() == "\0" else "half of a surrogate pair"
    raise UnreadableError(
        f"{name} at line {line}, column {column} is no text; save the file as UTF-8", line, column
    )


def _undecodable_error(content: bytes, encoding: str, error: UnicodeDecodeError) -> UnreadableError:
    line, column = _place_after(content[: error.start].decode(encoding, errors="replace"))
    return UnreadableError(
        f"byte 0x{content[error.start]:02X} at line {line}, column {column} is not "
        f"{encoding.upper()}; save the file as UTF-8",
        line,
        column,
    )


def _place_after(text: str) -> tuple[int, int]:
    """Give the line and column of what follows a text."""
    source = Source.of_text(text)
    return source.locate_offset(len(source.body))
