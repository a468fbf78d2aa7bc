"""One version of an article, read: its segments, and what stands inside and between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from aligncheck.model.places import Place, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


class Kind(StrEnum):
    """What a segment is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    QUOTE = "quote"
    CODE = "code"
    CAPTION = "caption"
    FRONT_MATTER = "front-matter"


class InlineKind(StrEnum):
    """What a stretch inside a segment is."""

    LINK = "link"
    CODE = "code"
    PLACEHOLDER = "placeholder"
    PROTECTED = "protected"
    """Inside ``translate="no"``, or marked with a ``lang`` other than the document's."""


@dataclass(frozen=True, slots=True)
class SourceRun:
    """A piece of a segment's text that stands unbroken on one line of its source file.

    ``start`` and ``length`` count code points of the text, ``width`` those it takes in the file;
    they differ only where one stands for the other (``&amp;`` for ``&``).
    """

    start: int
    length: int
    line: int
    column: int
    width: int


@dataclass(frozen=True, slots=True)
class Inline:
    """A link, code, placeholder or protected stretch: ``text[start:end]`` of its segment.

    ``value`` is the address of a link, the text of anything else.
    """

    kind: InlineKind
    start: int
    end: int
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Segment:
    """The smallest unit that is aligned: a heading, a paragraph, a list item, a cell.

    ``index`` counts the segments of the document from 0; ``level`` is the heading level or list
    depth (0 elsewhere); ``text`` has its markup stripped and its white space folded; ``raw`` is
    the file's text at ``span``; ``section`` is the path of heading texts above; ``runs`` map
    ``text`` to the file, in order, and may leave out code points that stand for nothing there.
    """

    index: int
    kind: Kind
    level: int
    text: str
    raw: str
    span: Span
    section: tuple[str, ...] = ()
    inline: tuple[Inline, ...] = ()
    runs: tuple[SourceRun, ...] = field(default=(), repr=False)

    def span_of(self, start: int, end: int) -> Span:
        """Locate ``text[start:end]`` in the file; the whole segment where no run covers it."""
        # text     bread & butter
        # file  <b>bread</b> &amp; butter    runs: "bread", "&" (5 wide in the file), "butter"
        inside = self._runs_within(start, max(end, start + 1))
        if not inside:
            return self.span
        first, last = inside[0], inside[-1]
        column = first.column + (start - first.start if _is_linear(first) else 0)
        column = column if start >= first.start else first.column
        reach = min(end - last.start, last.length)
        end_column = last.column + (reach if _is_linear(last) else last.width)
        return Span(first.line, column, last.line, end_column)

    def _runs_within(self, start: int, end: int) -> Sequence[SourceRun]:
        """Give the runs that end after ``start`` and begin before ``end``."""
        first = bisect_right(self.runs, start, key=lambda run: run.start + run.length)
        return self.runs[first : bisect_left(self.runs, end, lo=first, key=lambda run: run.start)]


def _is_linear(run: SourceRun) -> bool:
    return run.length == run.width


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment in the file that speaks to aligncheck: ``body`` is what follows ``aligncheck:``.

    ``following`` is the index of the first segment after the comment (the number of segments
    where none follows).
    """

    body: str
    span: Span
    following: int


@dataclass(frozen=True, slots=True)
class Document:
    """One version of an article; ``path`` is as the user gave it, with forward slashes.

    Where ``has_lines`` is false, the file is no text, and its lines are paragraphs.
    """

    path: str
    locale: str
    segments: tuple[Segment, ...]
    suppressions: tuple[Suppression, ...] = ()
    has_lines: bool = True

    def place(self, segments: Sequence[Segment]) -> Place:
        """Locate a stretch of segments, from the first to the last; texts joined by line breaks."""
        text = "\n".join(segment.text for segment in segments)
        return self.place_at(segments[0].span.to(segments[-1].span), text)

    def place_of(self, segment: Segment, start: int, end: int) -> Place:
        """Locate ``segment.text[start:end]``."""
        return self.place_at(segment.span_of(start, end), segment.text[start:end])

    def insertion_point(self, index: int) -> Place:
        """Locate the point before segment ``index``; the end of the last one past the end."""
        if not self.segments:
            return self.place_at(Span(1, 1, 1, 1), "")
        if index < len(self.segments):
            return self.place_at(self.segments[index].span.at_start(), "")
        return self.place_at(self.segments[-1].span.at_end(), "")

    def place_at(self, span: Span, text: str) -> Place:
        """Locate a span of the file that has a text."""
        under = None if self.has_lines else self._find_heading(span)
        return Place(self.path, self.locale, span, text, under)

    def _find_heading(self, span: Span) -> str:
        """Give the heading that a span stands under; empty where none is above it."""
        starts = [segment.span.start for segment in self.segments]
        above = self.segments[max(bisect_right(starts, span.start) - 1, 0) :][:1]
        return next((segment.section[-1] for segment in above if segment.section), "")
