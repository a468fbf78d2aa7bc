"""Word documents, in which editors hold their drafts; ``.docm`` is known, and refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from aligncheck.formats.segments.outline import Outline
    from aligncheck.formats.segments.request import Request

SUFFIXES: Final = (".docx", ".docm")
HAS_LINES: Final = False


def read(content: bytes, request: Request) -> Outline:
    """Read the paragraphs of a Word document, all changes accepted."""
    from aligncheck.formats.wordprocessing.blocks import read_word_document  # noqa: PLC0415

    return read_word_document(content, request)


def read_language(content: bytes) -> str | None:
    """Give the locale that most of the document is marked with; None where nothing is marked."""
    from aligncheck.formats.wordprocessing.blocks import find_document_language  # noqa: PLC0415

    return find_document_language(content)
