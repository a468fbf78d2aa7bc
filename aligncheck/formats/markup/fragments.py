"""Pieces of HTML read into segments: a whole page, or the blocks of it that stand in Markdown.

Neither selectolax nor lxml says at which column an element or a text stands, so tokens come from
:mod:`aligncheck.formats.markup.tags`; the tests hold its text against that of selectolax.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from aligncheck.formats.markup.elements import BLOCKS, VOID, Elements, is_skipped
from aligncheck.formats.markup.tags import Tag, TagKind, split_references, tokenize_html
from aligncheck.formats.segments.offsets import Offsets
from aligncheck.formats.segments.text_writer import TextWriter
from aligncheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.formats.markup.elements import Element
    from aligncheck.formats.markup.main_content import PageContent
    from aligncheck.formats.markup.tags import Attribute
    from aligncheck.formats.segments.outline import Outline
    from aligncheck.formats.segments.source import Source


@dataclass(slots=True)
class Fragments:
    """Reads pieces of HTML in order; elements left open in one are open in the next.

    ``page`` is None for the HTML blocks of a Markdown file.
    """

    source: Source
    outline: Outline
    locale: str
    page: PageContent | None = None
    elements: Elements = field(init=False)
    _offsets: Offsets = field(init=False)
    _writer: TextWriter = field(init=False)
    _start: int = -1
    _end: int = -1
    _captions: list[tuple[TextWriter, int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin outside all elements."""
        self.elements = Elements(self.locale)
        self._writer = TextWriter(self.source)
        self._offsets = Offsets("", (0,), (0,))

    @property
    def protected(self) -> bool:
        """Whether an element that is not to be translated is open."""
        return self.elements.current.protected

    def read_fragment(self, offsets: Offsets, tags: Sequence[Tag] | None = None) -> None:
        """Read a piece of HTML; ``tags`` are its tokens where they are known already."""
        self._offsets = offsets
        for tag in tokenize_html(offsets.content) if tags is None else tags:
            if tag.kind is TagKind.TEXT:
                self._read_text(tag)
            elif tag.kind is TagKind.START:
                self._open_tag(tag)
            elif tag.kind is TagKind.END:
                self._close_tag(tag)
            elif tag.kind is TagKind.COMMENT:
                self.outline.add_comment(
                    tag.body, offsets.file_offset(tag.start), offsets.file_end(tag.end)
                )
        self._end_paragraph()
        self._close_marks(self.elements.leave_element("p"))

    def _is_shown(self) -> bool:
        """Tell whether text that stands here is text of the article."""
        current = self.elements.current
        outside = self.page is not None and bool(self.page.main) and not current.content
        return not (current.skipped or outside)

    def _read_text(self, tag: Tag) -> None:
        if self.elements.current.name == "title" and self.page:
            self._front_matter(tag.start, tag.end)
        elif self._is_shown():
            code = self.elements.current.kind is Kind.CODE
            self._write_decoded(self._writer, tag.start, tag.end, code=code)

    def _write_decoded(
        self, writer: TextWriter, start: int, end: int, *, code: bool = False
    ) -> None:
        for text, at, width in split_references(self._offsets.content, start, end):
            if width != len(text) or self._offsets.content[at] != text[0]:
                writer.write_replacement(text, self._offsets.file_offset(at), width)
                continue
            for piece, place in self._offsets.unbroken_pieces(at, at + width):
                if code:
                    writer.write_code(piece, place)
                else:
                    writer.write_text(piece, place)

    def _front_matter(self, start: int, end: int) -> None:
        writer = TextWriter(self.source)
        self._write_decoded(writer, start, end)
        self.outline.add_segment(Kind.FRONT_MATTER, 0, writer, writer.first, writer.last)

    def _open_tag(self, tag: Tag) -> None:
        if tag.name in BLOCKS:
            self._end_paragraph()
        if tag.name == "br":
            self._line_break(tag)
        elif tag.name == "img":
            self._read_image(tag)
        elif tag.name == "meta" and self.page:
            self._read_meta(tag)
        if tag.name in VOID:
            return
        header = self.page is not None and tag.start in self.page.headers
        main = self.page is not None and tag.start in self.page.main
        boilerplate = header and not self.elements.current.content
        element, closed = self.elements.enter_element(
            tag, skipped=boilerplate or is_skipped(tag), content=main
        )
        self._close_marks(closed)
        if element.mark and self._is_shown():
            self._writer.open_mark(element.mark)
        if tag.name not in BLOCKS:
            self._reach_over(tag)
        if tag.closed:
            self._close_marks(self.elements.leave_element(tag.name))

    def _close_tag(self, tag: Tag) -> None:
        if tag.name in BLOCKS:
            self._end_paragraph()
        elif self._writer.length:
            self._reach_over(tag)
        self._close_marks(self.elements.leave_element(tag.name))

    def _close_marks(self, closed: Sequence[Element]) -> None:
        """Close the marks of elements that were closed."""
        for element in closed:
            if element.mark:
                self._writer.close_mark(element.mark)

    def _reach_over(self, tag: Tag) -> None:
        """Let the paragraph reach over an inline tag."""
        if self._is_shown():
            self._start = self._offsets.file_offset(tag.start) if self._start < 0 else self._start
            self._end = self._offsets.file_end(tag.end)

    def _line_break(self, tag: Tag) -> None:
        if self.elements.current.kind is Kind.CODE:
            self._writer.write_code("\n", self._offsets.file_offset(tag.start))
        else:
            self._writer.add_space()

    def _read_image(self, tag: Tag) -> None:
        alt = tag.attributes.get("alt")
        if alt and self._is_shown():
            self._captions.append((self._write_value(alt), *self._file_extent(tag)))

    def _read_meta(self, tag: Tag) -> None:
        content = tag.attributes.get("content")
        if content and (tag.get_attribute("name") or "").lower() == "description":
            writer = self._write_value(content)
            self.outline.add_segment(Kind.FRONT_MATTER, 0, writer, writer.first, writer.last)

    def _write_value(self, attribute: Attribute) -> TextWriter:
        writer = TextWriter(self.source)
        self._write_decoded(writer, attribute.start, attribute.end)
        return writer

    def _file_extent(self, tag: Tag) -> tuple[int, int]:
        return self._offsets.file_offset(tag.start), self._offsets.file_end(tag.end)

    def _end_paragraph(self) -> None:
        """End the paragraph: add it and the captions of the images in it."""
        current, writer = self.elements.current, self._writer
        if writer.length:
            marked = self.elements.marked_elements()
            self._close_marks(marked)
            kind, level = self._tell_kind(current)
            start = self._start if self._start >= 0 else writer.first
            self.outline.add_segment(kind, level, writer, start, self._end, whole=current.protected)
            self._writer = TextWriter(self.source)
            for element in marked:
                if element.mark:
                    element.mark = self._writer.open_mark(replace(element.mark, start=-1, end=-1))
        for caption, start, end in self._captions:
            self.outline.add_segment(Kind.CAPTION, 0, caption, start, end, whole=current.protected)
        self._captions.clear()
        self._start = self._end = -1

    def _tell_kind(self, current: Element) -> tuple[Kind, int]:
        holder = current.holder
        if current.kind is Kind.LIST_ITEM and holder:
            begun, holder.begun = holder.begun, True
            return (Kind.PARAGRAPH, 0) if begun else (Kind.LIST_ITEM, current.level)
        return current.kind, current.level
