"""Reading one version of an article into segments with exact spans.

The format is told by the file's suffix: Markdown (``.md``, ``.markdown``, ``.mdx``), HTML
(``.html``, ``.htm``, ``.xhtml``) and, for everything else, plain text.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from aligncheck.errors import UnreadableError
from aligncheck.parsing import markdown
from aligncheck.parsing.assembly import Outline
from aligncheck.parsing.files import read_text
from aligncheck.parsing.source import Source

if TYPE_CHECKING:
    from aligncheck.model import Document

SUFFIXES: Final = (*markdown.SUFFIXES,)
"""The suffixes of files that are articles by their name, lower-case, with the dot."""

__all__ = ["SUFFIXES", "parse"]


def parse(path: str, locale: str, text: str | None = None) -> Document:
    """Read one version of an article.

    The file is read unless its ``text`` is given. Raises UnreadableError, with line and column,
    for a file that is not there, is no text, or holds nothing to compare.
    """
    source = Source.of((read_text(path) if text is None else text).removeprefix("\ufeff"))
    outline = Outline(source)
    markdown.read(source, outline, locale)
    if not outline.segments:
        raise UnreadableError("there is no text in this file")
    return outline.document(PurePath(path).as_posix(), locale)
