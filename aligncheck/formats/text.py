"""Plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.formats.segments.decoding import decode_text
from aligncheck.formats.segments.outline import Outline

if TYPE_CHECKING:
    from aligncheck.formats.segments.request import Request

SUFFIXES: Final = (".txt",)
FORM: Final = "plain"


def read(content: bytes, request: Request) -> Outline:
    """Read the paragraphs, lists and headings of a text without markup."""
    from aligncheck.formats.plain.paragraphs import read_plain_text  # noqa: PLC0415 - as needed

    del request
    outline = Outline.of_text(decode_text(content))
    read_plain_text(outline.source, outline)
    return outline
