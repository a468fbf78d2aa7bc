"""A whole HTML page, read into segments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.formats.markup.fragments import Fragments
from aligncheck.formats.markup.main_content import PageContent
from aligncheck.formats.markup.tags import tokenize_html
from aligncheck.formats.segments.offsets import Offsets

if TYPE_CHECKING:
    from aligncheck.formats.segments.outline import Outline
    from aligncheck.formats.segments.source import Source


def read_page(source: Source, outline: Outline, locale: str, *, xml: bool) -> None:
    """Add the segments of a page to an outline; ``xml`` for XHTML, where ``<a/>`` is closed."""
    tags = list(tokenize_html(source.body, xml=xml))
    reader = Fragments(source, outline, locale, page=PageContent.find_in(tags))
    reader.read_fragment(Offsets(source.body, (0,), (0,)), tags)
