"""The segments of a document in the order they stand in, under their headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from aligncheck.formats.segments.source import Source
from aligncheck.formats.segments.text_writer import Mark
from aligncheck.model import Document, Inline, InlineKind, Kind, Segment, Suppression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.formats.segments.text_writer import TextWriter

_PLACEHOLDER = re.compile(
    r"""\$\{[^{}]{1,200}\}                                  # ${name}
    | \{\{[^{}]{1,200}\}\}                                  # {{ name }}
    | \{(?:[A-Za-z_][\w.-]{0,100}|\d{0,3})(?:[!:][^{}\s]{1,40})?\}  # {name} {0} {} {x:.2f}
    | (?<![\w%])%(?:\(\w{1,100}\)|\d{1,2}\$)?[-+\#0]?\d{0,3}(?:\.\d{1,2})?[sdifuxXeEgGc@](?!\w)
    """,
    re.VERBOSE,
)
_PLACEHOLDER_SIGN = re.compile("[{%]")
_TEMPLATE = re.compile(r"\{\{[^{}]*+\}\}|\{%[^%{]*+%\}")
_SUPPRESSION = re.compile(r"\s*aligncheck:\s*(.*\S)?\s*", re.DOTALL)


@dataclass(slots=True)
class Outline:
    """The segments of a document in the order they were read, under their headings."""

    source: Source
    segments: list[Segment] = field(default_factory=list)
    _headings: list[tuple[int, str]] = field(default_factory=list)
    _comments: list[tuple[str, int, int]] = field(default_factory=list)

    @classmethod
    def of_text(cls, text: str) -> Outline:
        """Begin the outline of a file that is text."""
        return cls(Source.of_text(text))

    def add_segment(
        self,
        kind: Kind,
        level: int,
        writer: TextWriter,
        start: int | None = None,
        end: int | None = None,
        *,
        whole: bool = False,
    ) -> None:
        """Append what was written as a segment that takes ``start`` to ``end`` of the file.

        Without them, it takes as much as its text. Nothing is appended where nothing was written
        but template tags. ``whole`` protects all of its text.
        """
        text = writer.text
        if not text.strip() or (kind is not Kind.CODE and _is_template(text)):
            return
        if whole:
            writer.marks.append(Mark(InlineKind.PROTECTED, start=0, end=len(text)))
        if kind is Kind.HEADING:
            self._leave_headings(level)
        first = writer.first if start is None else min(start, writer.first)
        last = writer.last if end is None else max(end, writer.last)
        span = self.source.span_between(first, last)
        segment = Segment(
            index=len(self.segments),
            kind=kind,
            level=level,
            text=text,
            raw=self.source.raw_text(span),
            span=span,
            section=tuple(heading for _, heading in self._headings),
            runs=writer.runs,
        )
        self.segments.append(_with_inline(segment, writer, self.source))
        if kind is Kind.HEADING:
            self._headings.append((level, text))

    def leave_sections(self) -> None:
        """Let what follows stand under no heading."""
        self._headings.clear()

    def add_comment(self, body: str, start: int, end: int) -> None:
        """Take note of a comment; only one that speaks to aligncheck is kept."""
        match = _SUPPRESSION.fullmatch(body)
        if match:
            self._comments.append((match[1] or "", start, end))

    def finish_document(self, path: str, locale: str, *, has_lines: bool) -> Document:
        """Give the finished document; ``has_lines`` as in `Document`."""
        starts = [segment.span.start for segment in self.segments]
        suppressions = tuple(
            Suppression(body, span, bisect_left(starts, span.end))
            for body, span in ((b, self.source.span_between(s, e)) for b, s, e in self._comments)
        )
        return Document(path, locale, tuple(self.segments), suppressions, has_lines)

    def _leave_headings(self, level: int) -> None:
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()


def _is_template(text: str) -> bool:
    """Tell whether a text is made of template tags alone (``{{ content }}``, ``{% endif %}``)."""
    return text[0] == "{" and not _TEMPLATE.sub("", text).strip()


def _with_inline(segment: Segment, writer: TextWriter, source: Source) -> Segment:
    """Add the inline stretches of a text: those marked while it was written, and placeholders."""
    if not writer.marks and not _PLACEHOLDER_SIGN.search(segment.text):
        return segment
    marks = [mark for mark in writer.marks if 0 <= mark.start < mark.end]
    if segment.kind is not Kind.CODE:
        marks += _find_placeholders(segment.text, marks)
    if not marks:
        return segment
    inline = sorted(
        (_make_inline(mark, segment, source) for mark in marks),
        key=lambda found: (found.start, -found.end),
    )
    return replace(segment, inline=tuple(inline))


def _find_placeholders(text: str, marks: list[Mark]) -> Iterator[Mark]:
    """Find the placeholders of a text outside its code and those already marked."""
    kinds = {InlineKind.CODE, InlineKind.PLACEHOLDER}
    taken = sorted((m for m in marks if m.kind in kinds), key=lambda mark: mark.start)
    starts = [mark.start for mark in taken]
    for match in _PLACEHOLDER.finditer(text):
        before = bisect_left(starts, match.end())
        if not before or taken[before - 1].end <= match.start():
            yield Mark(InlineKind.PLACEHOLDER, start=match.start(), end=match.end())


def _make_inline(mark: Mark, segment: Segment, source: Source) -> Inline:
    span = (
        source.span_between(*mark.extent) if mark.extent else segment.span_of(mark.start, mark.end)
    )
    value = segment.text[mark.start : mark.end] if mark.value is None else mark.value
    return Inline(mark.kind, mark.start, mark.end, span, value)
