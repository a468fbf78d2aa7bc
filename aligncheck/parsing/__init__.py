"""Reading one version of an article into segments with exact spans.

The format is told by the file's suffix: Markdown (``.md``, ``.markdown``, ``.mdx``), HTML
(``.html``, ``.htm``, ``.xhtml``) and, for everything else, plain text.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from aligncheck.errors import UnreadableError
from aligncheck.parsing import html, markdown
from aligncheck.parsing import text as plain_text
from aligncheck.parsing.assembly import Outline
from aligncheck.parsing.files import checked, read_text
from aligncheck.parsing.source import Source

if TYPE_CHECKING:
    from aligncheck.model import Document

SUFFIXES: Final = (*markdown.SUFFIXES, *html.SUFFIXES, *plain_text.SUFFIXES)
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
    source = Source.of(checked(content))
    outline = Outline(source)
    suffix = PurePath(path).suffix.lower()
    if suffix in markdown.SUFFIXES:
        markdown.read(source, outline, locale, mdx=suffix == ".mdx")
    elif suffix in html.SUFFIXES:
        html.read(source, outline, locale, xml=suffix == ".xhtml")
    else:
        plain_text.read(source, outline)
    if not outline.segments:
        raise UnreadableError("the file holds no text to compare, only markup")
    return outline.document(PurePath(path).as_posix(), locale)
