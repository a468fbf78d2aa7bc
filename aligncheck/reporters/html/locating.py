"""Where the findings of an article stand: in the text, in a gap, or at the head of a version."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from aligncheck.model import Effect
from aligncheck.reporters.html.offsets import find_offsets
from aligncheck.reporters.html.text_pieces import FindingRange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from aligncheck.model import Document, Place, Segment, Span
    from aligncheck.reporters.html.entries import FindingEntry
    from aligncheck.reporters.html.grouping import SegmentGroup, SegmentKey

ABOUT_A_VERSION: Final = frozenset(
    {Effect.UNUSABLE_FILE, Effect.UNRELATED_PAIR, Effect.UNCERTAIN_PAIR}
)
"""What is about a version as a whole, wherever the finding is located in it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A finding about what a version lacks; the first of several gaps in a row refers to it."""

    entry: FindingEntry
    refers: bool


@dataclass(frozen=True, slots=True)
class Located:
    """The findings of an article by their places.

    ``stretches`` are keyed by segment, ``gaps`` by the path of the version that lacks something
    and the identity of the group it lacks, ``heads`` by locale.
    """

    stretches: Mapping[SegmentKey, list[FindingRange]] = field(
        default_factory=lambda: defaultdict(list)
    )
    gaps: Mapping[tuple[str, int], list[Gap]] = field(default_factory=lambda: defaultdict(list))
    heads: Mapping[str, list[FindingEntry]] = field(default_factory=lambda: defaultdict(list))


def locate_findings(
    entries: Iterable[FindingEntry], documents: Sequence[Document], groups: Iterable[SegmentGroup]
) -> Located:
    """Find the place of every finding; each is referred to exactly once."""
    by_path = {document.path: document for document in documents}
    by_segment = {
        (path, segment.index): group
        for group in groups
        for path, segments in group.segments.items()
        for segment in segments
    }
    found = Located()
    for entry in entries:
        if entry.finding.effect in ABOUT_A_VERSION or not (
            _in_gaps(found, entry, by_path, by_segment) or _in_text(found, entry, by_path)
        ):
            found.heads[entry.finding.locale].append(entry)
    return found


def _in_gaps(
    found: Located,
    entry: FindingEntry,
    by_path: Mapping[str, Document],
    by_segment: Mapping[SegmentKey, SegmentGroup],
) -> bool:
    """Put a finding about lacking segments into the gaps beside them."""
    # A gap is a place without extent in the version that lacks something; what it lacks is the
    # finding's source. Of the rows that show that, those where this version has a cell are none.
    finding = entry.finding
    source = by_path.get(finding.source.path) if finding.source else None
    if source is None or finding.source is None or finding.span.start != finding.span.end:
        return False
    if finding.path not in by_path:
        return False
    lacking = {
        id(group): group
        for segment in _segments_within(source, finding.source.span)
        for group in [by_segment[source.path, segment.index]]
        if finding.path not in group.segments
    }
    for position, identity in enumerate(lacking):
        found.gaps[finding.path, identity].append(Gap(entry, refers=position == 0))
    return bool(lacking)


def _in_text(found: Located, entry: FindingEntry, by_path: Mapping[str, Document]) -> bool:
    """Put a finding on the words at fault, and on their counterpart."""
    finding = entry.finding
    document = by_path.get(finding.path)
    faulty = list(_find_ranges(document, finding.span)) if document else []
    if document is None or not faulty:
        return False
    for position, (segment, start, end) in enumerate(faulty):
        stretch = FindingRange(start, end, entry, fault=True, refers=position == 0)
        found.stretches[document.path, segment.index].append(stretch)
    if finding.source:
        _mark_counterpart(found, entry, finding.source, by_path)
    return True


def _mark_counterpart(
    found: Located, entry: FindingEntry, place: Place, by_path: Mapping[str, Document]
) -> None:
    """Mark the words of the other version, unless they are whole segments: the row shows those."""
    source = by_path.get(place.path)
    for segment, start, end in _find_ranges(source, place.span) if source else ():
        if start < end and (start, end) != (0, len(segment.text)):
            stretch = FindingRange(start, end, entry, fault=False, refers=False)
            found.stretches[place.path, segment.index].append(stretch)


def _find_ranges(document: Document, span: Span) -> Iterator[tuple[Segment, int, int]]:
    for segment in _segments_within(document, span):
        stretch = find_offsets(segment, span)
        if stretch is not None:
            yield segment, *stretch
            if span.start == span.end:
                return


def _segments_within(document: Document, span: Span) -> list[Segment]:
    return [segment for segment in document.segments if segment.span.overlaps(span)]
