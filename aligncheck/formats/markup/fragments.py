"""Pieces of HTML read into segments: a whole page, or the blocks of it that stand in Markdown.

Neither selectolax nor lxml says at which column an element or a text stands, so tokens come from
:mod:`aligncheck.formats.markup.tags`; the tests hold its text against that of selectolax.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from aligncheck.formats.markup.elements import BLOCKS, VOID, Elements, skipped
from aligncheck.formats.markup.tags import Tag, TagKind, references, tokenize
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

    def feed(self, offsets: Offsets, tags: Sequence[Tag] | None = None) -> None:
        """Read a piece of HTML; ``tags`` are its tokens where they are known already."""
        self._offsets = offsets
        for tag in tokenize(offsets.content) if tags is None else tags:
            if tag.kind is TagKind.TEXT:
                self._text(tag)
            elif tag.kind is TagKind.START:
                self._open(tag)
            elif tag.kind is TagKind.END:
                self._close(tag)
            elif tag.kind is TagKind.COMMENT:
                self.outline.comment(tag.body, offsets.at(tag.start), offsets.end(tag.end))
        self._flush()
        self._left(self.elements.leave("p"))

    def _shown(self) -> bool:
        """Tell whether text that stands here is text of the article."""
        current = self.elements.current
        outside = self.page is not None and bool(self.page.main) and not current.content
        return not (current.skipped or outside)

    def _text(self, tag: Tag) -> None:
        if self.elements.current.name == "title" and self.page:
            self._front_matter(tag.start, tag.end)
        elif self._shown():
            code = self.elements.current.kind is Kind.CODE
            self._write(self._writer, tag.start, tag.end, code=code)

    def _write(self, writer: TextWriter, start: int, end: int, *, code: bool = False) -> None:
        for text, at, width in references(self._offsets.content, start, end):
            if width != len(text) or self._offsets.content[at] != text[0]:
                writer.write_for(text, self._offsets.at(at), width)
                continue
            for piece, place in self._offsets.pieces(at, at + width):
                if code:
                    writer.write_code(piece, place)
                else:
                    writer.write(piece, place)

    def _front_matter(self, start: int, end: int) -> None:
        writer = TextWriter(self.source)
        self._write(writer, start, end)
        self.outline.add(Kind.FRONT_MATTER, 0, writer, writer.first, writer.last)

    def _open(self, tag: Tag) -> None:
        if tag.name in BLOCKS:
            self._flush()
        if tag.name == "br":
            self._line_break(tag)
        elif tag.name == "img":
            self._image(tag)
        elif tag.name == "meta" and self.page:
            self._meta(tag)
        if tag.name in VOID:
            return
        header = self.page is not None and tag.start in self.page.headers
        main = self.page is not None and tag.start in self.page.main
        boilerplate = header and not self.elements.current.content
        element, closed = self.elements.enter(
            tag, skipped=boilerplate or skipped(tag), content=main
        )
        self._left(closed)
        if element.mark and self._shown():
            self._writer.open(element.mark)
        if tag.name not in BLOCKS:
            self._touch(tag)
        if tag.closed:
            self._left(self.elements.leave(tag.name))

    def _close(self, tag: Tag) -> None:
        if tag.name in BLOCKS:
            self._flush()
        elif self._writer.length:
            self._touch(tag)
        self._left(self.elements.leave(tag.name))

    def _left(self, closed: Sequence[Element]) -> None:
        """Close the marks of elements that were closed."""
        for element in closed:
            if element.mark:
                self._writer.close(element.mark)

    def _touch(self, tag: Tag) -> None:
        """Let the paragraph reach over an inline tag."""
        if self._shown():
            self._start = self._offsets.at(tag.start) if self._start < 0 else self._start
            self._end = self._offsets.end(tag.end)

    def _line_break(self, tag: Tag) -> None:
        if self.elements.current.kind is Kind.CODE:
            self._writer.write_code("\n", self._offsets.at(tag.start))
        else:
            self._writer.space()

    def _image(self, tag: Tag) -> None:
        alt = tag.attributes.get("alt")
        if alt and self._shown():
            self._captions.append((self._value(alt), *self._place(tag)))

    def _meta(self, tag: Tag) -> None:
        content = tag.attributes.get("content")
        if content and (tag.value("name") or "").lower() == "description":
            writer = self._value(content)
            self.outline.add(Kind.FRONT_MATTER, 0, writer, writer.first, writer.last)

    def _value(self, attribute: Attribute) -> TextWriter:
        writer = TextWriter(self.source)
        self._write(writer, attribute.start, attribute.end)
        return writer

    def _place(self, tag: Tag) -> tuple[int, int]:
        return self._offsets.at(tag.start), self._offsets.end(tag.end)

    def _flush(self) -> None:
        """End the paragraph: add it and the captions of the images in it."""
        current, writer = self.elements.current, self._writer
        if writer.length:
            marked = self.elements.marked()
            self._left(marked)
            kind, level = self._kind(current)
            start = self._start if self._start >= 0 else writer.first
            self.outline.add(kind, level, writer, start, self._end, whole=current.protected)
            self._writer = TextWriter(self.source)
            for element in marked:
                if element.mark:
                    element.mark = self._writer.open(replace(element.mark, start=-1, end=-1))
        for caption, start, end in self._captions:
            self.outline.add(Kind.CAPTION, 0, caption, start, end, whole=current.protected)
        self._captions.clear()
        self._start = self._end = -1

    def _kind(self, current: Element) -> tuple[Kind, int]:
        holder = current.holder
        if current.kind is Kind.LIST_ITEM and holder:
            begun, holder.begun = holder.begun, True
            return (Kind.PARAGRAPH, 0) if begun else (Kind.LIST_ITEM, current.level)
        return current.kind, current.level
