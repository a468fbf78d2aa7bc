"""Markdown: CommonMark and what documentation sites add to it, MDX among it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.formats.segments.decoding import decode_text
from aligncheck.formats.segments.outline import Outline

if TYPE_CHECKING:
    from aligncheck.formats.segments.request import Request

SUFFIXES: Final = (".md", ".markdown", ".mdx")


def read(content: bytes, request: Request) -> Outline:
    """Read the blocks of a Markdown file, its front matter and the HTML in it."""
    from aligncheck.formats.commonmark.blocks import read_markdown  # noqa: PLC0415 - as needed

    outline = Outline.of_text(decode_text(content))
    read_markdown(outline.source, outline, request.locale, mdx=request.suffix == ".mdx")
    return outline
