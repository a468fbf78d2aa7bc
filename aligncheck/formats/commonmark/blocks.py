"""The blocks of a Markdown text, read into segments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from aligncheck.errors import UnreadableError
from aligncheck.formats.commonmark import front_matter, inline
from aligncheck.formats.commonmark.inline import Surroundings
from aligncheck.formats.commonmark.syntax import is_plain, make_parser
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
            # blanks instead of the front matter: lines and offsets stay those of the file
            body = _BLANKED.sub(" ", body[:begin]) + body[begin:]
        _read_body(body, _Reader(source, outline, locale, make_parser(mdx=mdx)))
    except RecursionError as error:
        raise UnreadableError("markup is nested too deeply; flatten it") from error


def _read_body(body: str, reader: _Reader) -> None:
    tokens: list[Token] = []
    reader.md.block.parse(body, reader.md, reader.env, tokens)
    reader.read_tokens(tokens)


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

    def read_tokens(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            handler = _HANDLERS.get(token.type)
            if handler:
                handler(self, token)

    def open_container(self, token: Token) -> None:
        self._containers.append(_Container(token.type.removesuffix("_open")))

    def close_container(self, _: Token) -> None:
        self._containers.pop()

    def count_depth(self, token: Token) -> None:
        self._depth += token.nesting

    def open_row(self, token: Token) -> None:
        assert token.map  # the parser gives every row its line  # noqa: S101
        end = self.source.line_start(token.map[0]) + len(self.source.line_text(token.map[0]))
        at = token.meta["at"]
        self._cells = list(Offsets.of_cells(self.source.body[at:end], at))[::-1]

    def open_heading(self, token: Token) -> None:
        self.open_container(token)
        self._level = int(token.tag[1])

    def read_inline(self, token: Token) -> None:
        assert token.map  # the parser gives every inline token its lines  # noqa: S101
        # Where the content stands in the file. The parser gives lines alone, and has taken off
        # what precedes it ("> ", "  - "), so that each kind of block is looked up in its way: a
        # cell by the pipes of its row, a title by the column its rule noted, all else line by line.
        kind, level = self._tell_kind()
        if kind is Kind.TABLE_CELL:
            offsets = self._cells.pop() if self._cells else None
        elif "at" in token.meta:
            offsets = Offsets(token.content, (0,), (token.meta["at"],))
        else:
            first = first_line(token.content, self.source, token.map)
            offsets = Offsets.of_lines(token.content, self.source, first)
        if offsets and offsets.content:
            self._read_paragraph(*self._without_markers(kind, level, offsets))
        if self._containers:
            self._containers[-1].begun = True

    def _tell_kind(self) -> tuple[Kind, int]:
        container = self._containers[-1] if self._containers else _Container("")
        kind = _KINDS.get(container.type, Kind.PARAGRAPH)
        if kind is Kind.HEADING:
            return kind, self._level
        # - One          the item, at depth 1
        #
        #   Two          a further paragraph of it: begun
        #   - Three      an item at depth 2
        if kind is Kind.LIST_ITEM:
            return (Kind.PARAGRAPH, 0) if container.begun else (kind, max(self._depth, 1))
        return kind, 0

    def _without_markers(
        self, kind: Kind, level: int, offsets: Offsets
    ) -> tuple[Kind, int, Offsets]:
        """Cut off a task box, an alert's type, a heading's attributes."""
        content = offsets.content
        if kind is Kind.HEADING and (attributes := _HEADING_ATTRIBUTES.search(content)):
            offsets = offsets.cut_ends(0, attributes.start())
        elif kind is Kind.LIST_ITEM and (box := _TASK_BOX.match(content)):
            offsets = offsets.cut_ends(box.end())
        elif kind is Kind.QUOTE and (alert := _ALERT.match(content)):
            # "> [!NOTE]" is a box and no quotation: nor are the paragraphs that follow in it
            self._containers[-1].type = "alert"
            return Kind.PARAGRAPH, 0, offsets.cut_ends(alert.end())
        return kind, level, offsets

    def _read_paragraph(self, kind: Kind, level: int, offsets: Offsets) -> None:
        content = offsets.content
        extent = offsets.file_offset(0), offsets.file_end(len(content))
        if is_plain(content):
            plain = TextWriter(self.source)
            for text, at in offsets.unbroken_pieces(0, len(content)):
                plain.write_text(text, at)
            self._add_segment(kind, level, plain, extent)
            return
        tokens = self.md.inline.parse(content, self.md, self.env, [])
        around = Surroundings(
            self.source, self.locale, self._inline_notes(), self.outline.add_comment
        )
        writer, asides = inline.write_inline(tokens, offsets, around)
        self._add_segment(kind, level, writer, extent)
        for aside in asides:
            aside_kind = Kind.CAPTION if aside.caption else Kind.PARAGRAPH
            self._add_segment(aside_kind, 0, aside.writer, (aside.start, aside.end))

    def _inline_notes(self) -> Mapping[int, Mapping[str, Any]]:
        """Give the inline notes met so far, by the number the footnote plugin gave them."""
        notes: Mapping[int, Mapping[str, Any]] = self.env.get("footnotes", {}).get("list", {})
        return notes

    def _add_segment(
        self, kind: Kind, level: int, writer: TextWriter, extent: tuple[int, int]
    ) -> None:
        whole = self._fragments is not None and self._fragments.protected
        self.outline.add_segment(kind, level, writer, *extent, whole=whole)

    def read_code(self, token: Token) -> None:
        assert token.map  # the parser gives every block its lines  # noqa: S101
        first, last = token.map
        content = token.content.removesuffix("\n")
        offsets = Offsets.of_lines(content, self.source, first + (token.type == "fence"))
        writer = TextWriter(self.source)
        for code, at in offsets.unbroken_pieces(0, len(content)):
            writer.write_code(code, at)
        while last > first + 1 and not self.source.line_text(last - 1).strip():
            last -= 1
        start, stop = self._find_edges(first, last)
        self._add_segment(Kind.CODE, 0, writer, (start, stop))

    def _find_edges(self, first: int, last: int) -> tuple[int, int]:
        """Give where the lines of a block begin and end, without indent and trailing space."""
        head, tail = self.source.line_text(first), self.source.line_text(last - 1)
        start = self.source.line_start(first) + len(head) - len(head.lstrip())
        return start, self.source.line_start(last - 1) + len(tail.rstrip())

    def read_comment(self, token: Token) -> None:
        self.outline.add_comment(token.content, token.meta["at"], token.meta["to"])

    def read_html(self, token: Token) -> None:
        assert token.map  # the parser gives every block its lines  # noqa: S101
        offsets = Offsets.of_lines(token.content, self.source, token.map[0])
        if self._fragments is None:
            from aligncheck.formats.markup.fragments import Fragments  # noqa: PLC0415 - few files hold any

            self._fragments = Fragments(self.source, self.outline, self.locale)
        self._fragments.read_fragment(offsets)


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
    **{f"{container}_open": _Reader.open_container for container in _CONTAINERS},
    **{f"{container}_close": _Reader.close_container for container in (*_CONTAINERS, "heading")},
    **{
        f"{container}_{edge}": _Reader.count_depth
        for container in ("bullet_list", "ordered_list", "dl")
        for edge in ("open", "close")
    },
    "heading_open": _Reader.open_heading,
    "tr_open": _Reader.open_row,
    "inline": _Reader.read_inline,
    "fence": _Reader.read_code,
    "code_block": _Reader.read_code,
    "comment": _Reader.read_comment,
    "html_block": _Reader.read_html,
}
