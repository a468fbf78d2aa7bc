"""HTML pages: what of a page is the article, without navigation and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.formats.segments.decoding import decode_text
from aligncheck.formats.segments.outline import Outline

if TYPE_CHECKING:
    from aligncheck.formats.segments.request import Request

SUFFIXES: Final = (".html", ".htm", ".xhtml")
FORM: Final = "page"


def read(content: bytes, request: Request) -> Outline:
    """Read the title, the description and the main content of a page."""
    from aligncheck.formats.markup.page import read_page  # noqa: PLC0415 - as needed

    outline = Outline.of_text(decode_text(content))
    read_page(outline.source, outline, request.locale, xml=request.suffix == ".xhtml")
    return outline
