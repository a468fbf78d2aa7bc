"""What stands inside a Markdown paragraph, written as text with its links, code and captions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from aligncheck.formats.markup.protection import protects_text
from aligncheck.formats.markup.tags import Tag, TagKind, split_references, tokenize_html
from aligncheck.formats.segments.text_writer import Mark, TextWriter
from aligncheck.model import InlineKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markdown_it.token import Token

    from aligncheck.formats.segments.offsets import Offsets
    from aligncheck.formats.segments.source import Source

_CODE_ELEMENTS: Final = frozenset({"code", "kbd", "samp", "tt"})
_VOID: Final = frozenset({"br", "img", "hr", "wbr", "input"})
_INLINE_REACH: Final = 32
"""Open elements that an end tag looks up for its start tag; chosen because a paragraph nests a
handful, and because without a bound, a line of a thousand tags would be read in a million steps."""


class Aside(NamedTuple):
    """A text inside a paragraph that is a segment of its own: an image's alt text, an inline note.

    ``start`` and ``end`` are its stretch of the file.
    """

    caption: bool
    writer: TextWriter
    start: int
    end: int


class Surroundings(NamedTuple):
    """What a paragraph's text depends on outside the paragraph."""

    source: Source
    locale: str
    notes: Mapping[int, Mapping[str, Any]]
    comment: Callable[[str, int, int], None]


def write_inline(
    tokens: Sequence[Token], offsets: Offsets, around: Surroundings
) -> tuple[TextWriter, tuple[Aside, ...]]:
    """Write a paragraph's inline tokens as its text; give what is no part of it beside it."""
    writer = _InlineWriter(around, offsets)
    return writer.write_tokens(tokens), tuple(writer.asides)


@dataclass(slots=True)
class _InlineWriter:
    """Writes inline tokens, whose positions count from ``base`` of what ``offsets`` locates."""

    around: Surroundings
    offsets: Offsets
    base: int = 0
    asides: list[Aside] = field(default_factory=list)
    writer: TextWriter = field(init=False)
    _links: list[Mark] = field(default_factory=list)
    _elements: list[tuple[str, Mark | None]] = field(default_factory=list)
    _in_autolink: bool = False

    def __post_init__(self) -> None:
        self.writer = TextWriter(self.around.source)

    def write_tokens(self, tokens: Sequence[Token]) -> TextWriter:
        for token in tokens:
            handler = _HANDLERS.get(token.type)
            if handler:
                handler(self, token)
        self._close_elements(0)
        return self.writer

    def _content_extent(self, token: Token) -> tuple[int, int]:
        """Give the content offsets a token was made from."""
        start = self.base + token.meta["at"]
        return start, self.base + token.meta.get("to", token.meta["at"] + len(token.content))

    def _file_extent(self, token: Token) -> tuple[int, int]:
        """Give the stretch of the file a token was made from."""
        start, end = self._content_extent(token)
        return self.offsets.file_offset(start), self.offsets.file_end(end)

    def _copy_content(self, start: int, end: int) -> None:
        for text, at in self.offsets.unbroken_pieces(start, end):
            self.writer.write_text(text, at)

    def write_words(self, token: Token) -> None:
        if not self._in_autolink and token.content:
            start = self.base + token.meta["at"]
            self._copy_content(start, start + len(token.content))

    def write_special(self, token: Token) -> None:
        start, end = self._content_extent(token)
        if self.offsets.content[start:end] == token.content:
            self._copy_content(start, end)
        else:
            at = self.offsets.file_offset(start)
            self.writer.write_replacement(token.content, at, self.offsets.file_end(end) - at)

    def soft_break(self, _: Token) -> None:
        self.writer.add_space(soft=True)

    def hard_break(self, _: Token) -> None:
        self.writer.add_space()

    def write_code(self, token: Token) -> None:
        start, end = self._content_extent(token)
        width = len(token.markup)
        mark = self.writer.open_mark(Mark(InlineKind.CODE))
        self._copy_content(start + width, end - width)
        self.writer.close_mark(mark)

    def write_template(self, token: Token) -> None:
        mark = self.writer.open_mark(Mark(InlineKind.PLACEHOLDER))
        self._copy_content(*self._content_extent(token))
        self.writer.close_mark(mark)

    def link_open(self, token: Token) -> None:
        address = str(token.attrs.get("href", ""))
        mark = self.writer.open_mark(Mark(InlineKind.LINK, address, self._file_extent(token)))
        self._links.append(mark)
        if token.info == "auto":
            self._in_autolink = True
            start, end = self._content_extent(token)
            self._copy_content(start + 1, end - 1)

    def link_close(self, _: Token) -> None:
        self._in_autolink = False
        self.writer.close_mark(self._links.pop())

    def read_image(self, token: Token) -> None:
        # children count from the alt text, which begins after "![":  ![alt text](x.png)
        start, _ = self._content_extent(token)
        inner = _InlineWriter(self.around, self.offsets, start + 2)
        inner.write_tokens(token.children or ())
        self._add_aside(inner, token, caption=True)

    def read_note(self, token: Token) -> None:
        if "label" not in token.meta:
            start, _ = self._content_extent(token)
            inner = _InlineWriter(self.around, self.offsets, start + 2)
            inner.write_tokens(self.around.notes[token.meta["id"]]["tokens"])
            self._add_aside(inner, token, caption=False)

    def _add_aside(self, inner: _InlineWriter, token: Token, *, caption: bool) -> None:
        # [![alt](x.png)](page.md): the alt text is a segment of its own and part of the link
        for link in self._links if caption else ():
            inner.writer.marks.append(
                Mark(InlineKind.LINK, link.value, link.extent, 0, inner.writer.length)
            )
        start, end = self._file_extent(token)
        self.asides.append(Aside(caption, inner.writer, start, end))
        self.asides += inner.asides

    def read_comment(self, token: Token) -> None:
        self.around.comment(token.content, *self._file_extent(token))

    def read_html(self, token: Token) -> None:
        for tag in tokenize_html(token.content):
            if tag.kind is TagKind.COMMENT:
                self.around.comment(tag.body, *self._file_extent(token))
            elif tag.kind is TagKind.START:
                self._open_element(tag, token)
            elif tag.kind is TagKind.END:
                self._leave_element(tag.name)

    def _open_element(self, tag: Tag, token: Token) -> None:
        if tag.name == "br":
            self.writer.add_space()
        elif tag.name == "img":
            self._html_image(tag, token)
        elif tag.name not in _VOID:
            mark = _mark_of(tag, self.around.locale)
            self._elements.append((tag.name, mark and self.writer.open_mark(mark)))

    def _html_image(self, tag: Tag, token: Token) -> None:
        alt = tag.attributes.get("alt")
        if alt:
            start, _ = self._content_extent(token)
            writer = TextWriter(self.around.source)
            for text, at, width in split_references(token.content, alt.start, alt.end):
                place = self.offsets.file_offset(start + at)
                if len(text) == width:
                    writer.write_text(text, place)
                else:
                    writer.write_replacement(text, place, width)
            start, end = self._file_extent(token)
            self.asides.append(Aside(caption=True, writer=writer, start=start, end=end))

    def _leave_element(self, name: str) -> None:
        last = len(self._elements) - 1
        for depth in range(last, max(last - _INLINE_REACH, -1), -1):
            # <b><i>…</b>: what was opened inside and never closed ends here as well
            if self._elements[depth][0] == name:
                self._close_elements(depth)
                return

    def _close_elements(self, depth: int) -> None:
        while len(self._elements) > depth:
            _, mark = self._elements.pop()
            if mark:
                self.writer.close_mark(mark)


def _mark_of(tag: Tag, locale: str) -> Mark | None:
    """Give what an HTML element makes of its text."""
    if protects_text(tag, locale):
        return Mark(InlineKind.PROTECTED)
    if tag.name in _CODE_ELEMENTS:
        return Mark(InlineKind.CODE)
    if tag.name == "a" and tag.get_attribute("href"):
        return Mark(InlineKind.LINK, tag.get_attribute("href"))
    return None


_HANDLERS: Final[Mapping[str, Callable[[_InlineWriter, Token], None]]] = {
    "text": _InlineWriter.write_words,
    "text_special": _InlineWriter.write_special,
    "softbreak": _InlineWriter.soft_break,
    "hardbreak": _InlineWriter.hard_break,
    "code_inline": _InlineWriter.write_code,
    "template": _InlineWriter.write_template,
    "link_open": _InlineWriter.link_open,
    "link_close": _InlineWriter.link_close,
    "image": _InlineWriter.read_image,
    "footnote_ref": _InlineWriter.read_note,
    "comment": _InlineWriter.read_comment,
    "html_inline": _InlineWriter.read_html,
}
