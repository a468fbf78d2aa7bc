"""The text of one side of a bead, searched as a whole and located segment by segment."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.model import InlineKind, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aligncheck.model import Document, Place, Segment

_UNTRANSLATABLE: Final = frozenset({InlineKind.CODE, InlineKind.PLACEHOLDER, InlineKind.PROTECTED})
_LEFT_OUT: Final = frozenset({Kind.CODE})


class BeadText(NamedTuple):
    """Segments of one version with their texts joined by line breaks.

    ``starts`` are the offsets of the segments in ``text``.
    """

    document: Document
    segments: tuple[Segment, ...]
    text: str
    starts: Sequence[int]

    def locate(self, start: int, end: int) -> Place:
        """Locate ``text[start:end]``, which lies in one segment, in the file."""
        at = bisect_right(self.starts, start) - 1
        offset = self.starts[at]
        return self.document.place_of(self.segments[at], start - offset, end - offset)

    def locate_all(self) -> Place:
        """Locate all of it."""
        return self.document.place(self.segments)

    def find_segment(self, offset: int) -> tuple[Segment, int]:
        """Give the segment that holds an offset of ``text``, and the offset in it."""
        at = bisect_right(self.starts, offset) - 1
        return self.segments[at], offset - self.starts[at]

    def is_untranslatable(self, start: int, end: int) -> bool:
        """Tell whether a stretch lies in code, a placeholder or what is marked as protected."""
        segment, offset = self.find_segment(start)
        length = end - start
        return any(
            inline.kind in _UNTRANSLATABLE
            and inline.start < offset + length
            and offset < inline.end
            for inline in segment.inline
        )


def join_segments(document: Document, segments: Iterable[Segment]) -> BeadText:
    """Join segments of a version; code is left out."""
    kept = tuple(segment for segment in segments if segment.kind not in _LEFT_OUT)
    starts, at = [], 0
    for segment in kept:
        starts.append(at)
        at += len(segment.text) + 1
    return BeadText(document, kept, "\n".join(segment.text for segment in kept), starts)
