"""Reading one version of an article into segments with exact spans.

The format is told by the file's suffix: Markdown (``.md``, ``.markdown``, ``.mdx``), HTML
(``.html``, ``.htm``, ``.xhtml``) and, for everything else, plain text.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from aligncheck.errors import UnreadableError
from aligncheck.formats.assembly import Outline
from aligncheck.formats.files import checked, read_text
from aligncheck.formats.source import Source

if TYPE_CHECKING:
    from aligncheck.model import Document

_MARKDOWN: Final = (".md", ".markdown", ".mdx")
_HTML: Final = (".html", ".htm", ".xhtml")
SUFFIXES: Final = (*_MARKDOWN, *_HTML, ".txt")
"""The suffixes of files that are articles by their name, lower-case, with the dot."""

__all__ = ["SUFFIXES", "parse"]


def parse(path: str, locale: str, text: str | None = None) -> Document:
    """Read one version of an article.

    The file is read unless its ``text`` is given; the format goes by the suffix of ``path``.
    A segment's span holds its text and the markup inside it, not what marks its block (``#``,
    ``-``, quotes round a title); a fenced code block's holds its fences. The span of an inline
    link reaches over its address. Raises UnreadableError, with line and column, for a file that
    is not there, is no text, or holds nothing to compare.
    """
    content = (read_text(path) if text is None else text).removeprefix("\ufeff")
    outline = Outline(Source.of(checked(content)))
    _read(outline, locale, PurePath(path).suffix.lower())
    if not outline.segments:
        raise UnreadableError("the file holds no text to compare, only markup")
    return outline.document(PurePath(path).as_posix(), locale)


def _read(outline: Outline, locale: str, suffix: str) -> None:
    """Add the segments of a file to its outline by the parser of its format, loaded when needed."""
    if suffix in _MARKDOWN:
        from aligncheck.formats import markdown  # noqa: PLC0415 - only for this format

        markdown.read(outline.source, outline, locale, mdx=suffix == ".mdx")
    elif suffix in _HTML:
        from aligncheck.formats import html  # noqa: PLC0415 - only for this format

        html.read(outline.source, outline, locale, xml=suffix == ".xhtml")
    else:
        from aligncheck.formats import text as plain_text  # noqa: PLC0415 - only for this format

        plain_text.read(outline.source, outline)
