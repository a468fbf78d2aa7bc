"""The blocks of a Markdown text, read into segments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from aligncheck.errors import UnreadableError
from aligncheck.formats.commonmark import front_matter, inline
from aligncheck.formats.commonmark.inline import Surroundings
from aligncheck.formats.commonmark.syntax import is_plain, parser
from aligncheck.formats.segments.offsets import Offsets, first_line
from aligncheck.formats.segments.text_writer import TextWriter
from aligncheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from aligncheck.formats.markup.fragments import Fragments
    from aligncheck.formats.segments.outline import Outline
    from aligncheck.formats.segments.source import Source

_BLANKED: Final = re.compile(r"[^\n]")
_TASK_BOX: Final = re.compile(r"\[[ xX]\]\s+")
_ALERT: Final = re.compile(r"\[![A-Za-z]+\][+-]?[ \t]*\n?")
_HEADING_ATTRIBUTES: Final = re.compile(r"(?<!\s)\s*+\{:?\s*+[#.][^{}]*+\}$")


def read_markdown(source: Source, outline: Outline, locale: str, *, mdx: bool) -> None:
    """Add the segments of a Markdown text to an outline; ``mdx`` knows no indented code."""
    try:
        begin = front_matter.read_front_matter(source, outline)
        body = source.body
        if begin:
            body = _BLANKED.sub(" ", body[:begin]) + body[begin:]
        _read_body(body, _Reader(source, outline, locale, parser(mdx=mdx)))
    except RecursionError as error:
        raise UnreadableError("markup is nested too deeply; flatten it") from error


def _read_body(body: str, reader: _Reader) -> None:
    tokens: list[Token] = []
    reader.md.block.parse(body, reader.md, reader.env, tokens)
    reader.read(tokens)


@dataclass(slots=True)
class _Container:
    """A list item, quote, cell … that is open, and whether its first paragraph was read."""

    type: str
    begun: bool = False


@dataclass(slots=True)
class _Reader:
    """Walks the block tokens of a document."""

    source: Source
    outline: Outline
    locale: str
    md: MarkdownIt
    env: dict[str, Any] = field(default_factory=dict)
    _fragments: Fragments | None = None
    """The HTML blocks read so far; None before the first."""
    _containers: list[_Container] = field(default_factory=list)
    _depth: int = 0
    _level: int = 0
    _cells: list[Offsets] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            handler = _HANDLERS.get(token.type)
            if handler:
                handler(self, token)

    def open(self, token: Token) -> None:
        self._containers.append(_Container(token.type.removesuffix("_open")))

    def close(self, _: Token) -> None:
        self._containers.pop()

    def list(self, token: Token) -> None:
        self._depth += token.nesting

    def row(self, token: Token) -> None:
        assert token.map  # the parser gives every row its line  # noqa: S101
        end = self.source.line_start(token.map[0]) + len(self.source.line(token.map[0]))
        at = token.meta["at"]
        self._cells = list(Offsets.of_cells(self.source.body[at:end], at))[::-1]

    def heading(self, token: Token) -> None:
        self.open(token)
        self._level = int(token.tag[1])

    def inline(self, token: Token) -> None:
        assert token.map  # the parser gives every inline token its lines  # noqa: S101
        kind, level = self._kind()
        if kind is Kind.TABLE_CELL:
            offsets = self._cells.pop() if self._cells else None
        elif "at" in token.meta:
            offsets = Offsets(token.content, (0,), (token.meta["at"],))
        else:
            first = first_line(token.content, self.source, token.map)
            offsets = Offsets.of_lines(token.content, self.source, first)
        if offsets and offsets.content:
            self._paragraph(*self._without_markers(kind, level, offsets))
        if self._containers:
            self._containers[-1].begun = True

    def _kind(self) -> tuple[Kind, int]:
        container = self._containers[-1] if self._containers else _Container("")
        kind = _KINDS.get(container.type, Kind.PARAGRAPH)
        if kind is Kind.HEADING:
            return kind, self._level
        if kind is Kind.LIST_ITEM:
            return (Kind.PARAGRAPH, 0) if container.begun else (kind, max(self._depth, 1))
        return kind, 0

    def _without_markers(
        self, kind: Kind, level: int, offsets: Offsets
    ) -> tuple[Kind, int, Offsets]:
        """Cut off a task box, an alert's type, a heading's attributes."""
        content = offsets.content
        if kind is Kind.HEADING and (attributes := _HEADING_ATTRIBUTES.search(content)):
            offsets = offsets.cut(0, attributes.start())
        elif kind is Kind.LIST_ITEM and (box := _TASK_BOX.match(content)):
            offsets = offsets.cut(box.end())
        elif kind is Kind.QUOTE and (alert := _ALERT.match(content)):
            self._containers[-1].type = "alert"
            return Kind.PARAGRAPH, 0, offsets.cut(alert.end())
        return kind, level, offsets

    def _paragraph(self, kind: Kind, level: int, offsets: Offsets) -> None:
        content = offsets.content
        extent = offsets.at(0), offsets.end(len(content))
        if is_plain(content):
            plain = TextWriter(self.source)
            for text, at in offsets.pieces(0, len(content)):
                plain.write(text, at)
            self._add(kind, level, plain, extent)
            return
        tokens = self.md.inline.parse(content, self.md, self.env, [])
        around = Surroundings(self.source, self.locale, self._notes(), self.outline.comment)
        writer, asides = inline.write(tokens, offsets, around)
        self._add(kind, level, writer, extent)
        for aside in asides:
            aside_kind = Kind.CAPTION if aside.caption else Kind.PARAGRAPH
            self._add(aside_kind, 0, aside.writer, (aside.start, aside.end))

    def _notes(self) -> Mapping[int, Mapping[str, Any]]:
        """Give the inline notes met so far, by the number the footnote plugin gave them."""
        notes: Mapping[int, Mapping[str, Any]] = self.env.get("footnotes", {}).get("list", {})
        return notes

    def _add(self, kind: Kind, level: int, writer: TextWriter, extent: tuple[int, int]) -> None:
        whole = self._fragments is not None and self._fragments.protected
        self.outline.add(kind, level, writer, *extent, whole=whole)

    def code(self, token: Token) -> None:
        assert token.map  # the parser gives every block its lines  # noqa: S101
        first, last = token.map
        content = token.content.removesuffix("\n")
        offsets = Offsets.of_lines(content, self.source, first + (token.type == "fence"))
        writer = TextWriter(self.source)
        for code, at in offsets.pieces(0, len(content)):
            writer.write_code(code, at)
        while last > first + 1 and not self.source.line(last - 1).strip():
            last -= 1
        start, stop = self._edges(first, last)
        self._add(Kind.CODE, 0, writer, (start, stop))

    def _edges(self, first: int, last: int) -> tuple[int, int]:
        """Give where the lines of a block begin and end, without indent and trailing space."""
        head, tail = self.source.line(first), self.source.line(last - 1)
        start = self.source.line_start(first) + len(head) - len(head.lstrip())
        return start, self.source.line_start(last - 1) + len(tail.rstrip())

    def comment(self, token: Token) -> None:
        self.outline.comment(token.content, token.meta["at"], token.meta["to"])

    def html(self, token: Token) -> None:
        assert token.map  # the parser gives every block its lines  # noqa: S101
        offsets = Offsets.of_lines(token.content, self.source, token.map[0])
        if self._fragments is None:
            from aligncheck.formats.markup.fragments import Fragments  # noqa: PLC0415 - few files hold any

            self._fragments = Fragments(self.source, self.outline, self.locale)
        self._fragments.feed(offsets)


_KINDS: Final[Mapping[str, Kind]] = {
    "heading": Kind.HEADING,
    "list_item": Kind.LIST_ITEM,
    "dt": Kind.LIST_ITEM,
    "dd": Kind.LIST_ITEM,
    "th": Kind.TABLE_CELL,
    "td": Kind.TABLE_CELL,
    "blockquote": Kind.QUOTE,
}
_CONTAINERS: Final = (
    "list_item",
    "title",
    "dt",
    "dd",
    "th",
    "td",
    "blockquote",
    "footnote_reference",
)
_HANDLERS: Final[Mapping[str, Callable[[_Reader, Token], None]]] = {
    **{f"{container}_open": _Reader.open for container in _CONTAINERS},
    **{f"{container}_close": _Reader.close for container in (*_CONTAINERS, "heading")},
    **{
        f"{container}_{edge}": _Reader.list
        for container in ("bullet_list", "ordered_list", "dl")
        for edge in ("open", "close")
    },
    "heading_open": _Reader.heading,
    "tr_open": _Reader.row,
    "inline": _Reader.inline,
    "fence": _Reader.code,
    "code_block": _Reader.code,
    "comment": _Reader.comment,
    "html_block": _Reader.html,
}
