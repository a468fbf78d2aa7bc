"""The text of one side of a bead, searched as a whole and located segment by segment."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.model import InlineKind, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aligncheck.model import Document, Place, Segment

UNTRANSLATABLE: Final = frozenset({InlineKind.CODE, InlineKind.PLACEHOLDER, InlineKind.PROTECTED})
SPARED: Final = frozenset({Kind.CODE})


class Passage(NamedTuple):
    """Segments of one version with their texts joined by line breaks.

    ``starts`` are the offsets of the segments in ``text``.
    """

    document: Document
    segments: tuple[Segment, ...]
    text: str
    starts: Sequence[int]

    def place(self, start: int, end: int) -> Place:
        """Locate ``text[start:end]``, which lies in one segment, in the file."""
        at = bisect_right(self.starts, start) - 1
        offset = self.starts[at]
        return self.document.place_of(self.segments[at], start - offset, end - offset)

    def whole(self) -> Place:
        """Locate all of it."""
        return self.document.place(self.segments)

    def segment_at(self, offset: int) -> tuple[Segment, int]:
        """Give the segment that holds an offset of ``text``, and the offset in it."""
        at = bisect_right(self.starts, offset) - 1
        return self.segments[at], offset - self.starts[at]

    def is_spared(self, start: int, end: int) -> bool:
        """Tell whether a stretch lies in code, a placeholder or what is marked as protected."""
        segment, offset = self.segment_at(start)
        length = end - start
        return any(
            inline.kind in UNTRANSLATABLE and inline.start < offset + length and offset < inline.end
            for inline in segment.inline
        )


def passage(document: Document, segments: Iterable[Segment]) -> Passage:
    """Join segments of a version; code is left out."""
    kept = tuple(segment for segment in segments if segment.kind not in SPARED)
    starts, at = [], 0
    for segment in kept:
        starts.append(at)
        at += len(segment.text) + 1
    return Passage(document, kept, "\n".join(segment.text for segment in kept), starts)
