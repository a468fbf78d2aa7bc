"""From a place in the file back to a stretch of a segment's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aligncheck.model import Segment, SourceRun, Span

_Position = tuple[int, int]


def find_offsets(segment: Segment, span: Span) -> tuple[int, int] | None:
    """Find the stretch ``text[start:end]`` of a segment that stands at a span of the file.

    The inverse of ``Segment.span_of``: what it locates is found again, up to white space that
    the file writes as a line break. Empty for an insertion point, None where the span lies
    outside; a span that cuts into a code point written as several (``&amp;``) takes it whole.
    """
    if not segment.span.overlaps(span):
        return None
    if span.start == span.end:
        point = _end_offset(segment, span.start)
        return point, point
    start, end = _start_offset(segment, span.start), _end_offset(segment, span.end)
    return (start, end) if start < end else None


def _start_offset(segment: Segment, position: _Position) -> int:
    """Give the offset of the first code point that ends after a position."""
    for run in segment.runs:
        if (run.line, run.column + run.width) > position:
            return run.start + (_count_before(run, position) if run.length == run.width else 0)
    return len(segment.text) if segment.runs else 0


def _end_offset(segment: Segment, position: _Position) -> int:
    """Give the offset after the last code point that begins before a position."""
    for run in reversed(segment.runs):
        if (run.line, run.column) < position:
            linear = run.length == run.width
            return run.start + (_count_before(run, position) if linear else run.length)
    return 0 if segment.runs else len(segment.text)


def _count_before(run: SourceRun, position: _Position) -> int:
    """Count the code points of a run that stand before a position."""
    line, column = position
    if line != run.line:
        return 0 if line < run.line else run.length
    return min(max(column - run.column, 0), run.length)
