"""The segments of a document that AC201, AC202 and AC203 flag, and the spans in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from aligncheck import locales
from aligncheck.model import InlineKind, Kind
from aligncheck.untranslated.fixed_lines import is_reference_heading
from aligncheck.untranslated.foreign_span import ForeignSpan, LeftoverLevel
from aligncheck.untranslated.segment_analysis import (
    LEAST_PROBABILITY,
    find_doubtful_segment,
    find_foreign_spans,
    weigh_neighbours,
)
from aligncheck.untranslated.segment_query import SegmentQuery
from aligncheck.untranslated.verbatim_copies import count_least_copied

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from aligncheck.model import Document, Place, Segment
    from aligncheck.text.protected_spans import Range

_LABELS = frozenset({Kind.HEADING, Kind.TABLE_CELL, Kind.CAPTION, Kind.FRONT_MATTER})
_YEAR_OR_ADDRESS = re.compile(r"\b(?:19|20)\d\d\b|https?://|\bdoi\b", re.IGNORECASE)
_SPARED_INLINE = frozenset({InlineKind.CODE, InlineKind.PLACEHOLDER, InlineKind.PROTECTED})


class Leftover(NamedTuple):
    """A span of one segment, or a run of whole segments, in another language."""

    place: Place
    language: str
    level: LeftoverLevel
    confidence: float
    segments: tuple[Segment, ...]


def build_segment_queries(
    document: Document,
    *,
    foreign: tuple[str, ...],
    counterparts: Mapping[int, Sequence[tuple[str, Segment]]],
    spared: Mapping[int, Sequence[Range]],
) -> list[tuple[Segment, SegmentQuery]]:
    """Say of every segment but code what the analysis is to know.

    ``foreign`` are the languages that text may have been left in. By a segment's index,
    ``counterparts`` gives the segments of other versions in its place, with their locale, and
    ``spared`` the ranges of its text that are right as they are (terms).
    """
    own = locales.language(document.locale)
    speakers = (own, *foreign)
    asked = [
        (
            segment,
            SegmentQuery(
                text=segment.text,
                own=own,
                foreign=foreign,
                protected=(*_find_marked_ranges(segment), *spared.get(segment.index, ())),
                copies=tuple(
                    (locales.language(locale), other.text)
                    for locale, other in counterparts.get(segment.index, ())
                ),
                label=segment.kind in _LABELS,
            ),
        )
        for segment in document.segments
        if segment.kind is not Kind.CODE and not _is_listed_reference(segment, speakers)
    ]
    least = count_least_copied([query for _, query in asked])
    return [(segment, query._replace(least_copied=least)) for segment, query in asked]


def _is_listed_reference(segment: Segment, languages: Sequence[str]) -> bool:
    """Tell whether a segment stands in a list of references and names a year or an address."""
    listed = any(is_reference_heading(heading, languages) for heading in segment.section)
    linked = any(one.kind is InlineKind.LINK for one in segment.inline)
    return listed and (linked or _YEAR_OR_ADDRESS.search(segment.text) is not None)


def _find_marked_ranges(segment: Segment) -> Iterator[Range]:
    """Give the ranges that the markup protects."""
    return ((one.start, one.end) for one in segment.inline if one.kind in _SPARED_INLINE)


def find_leftovers(
    document: Document, asked: Sequence[tuple[Segment, SegmentQuery]], level: LeftoverLevel
) -> Iterator[Leftover]:
    """Find what is in another language at one level; neighbouring whole segments are one.

    ``asked`` are the document's segments with their queries, in order.
    """
    found = [(segment, one) for segment, query in asked for one in find_foreign_spans(query)]
    if level is not LeftoverLevel.SEGMENT:
        for segment, span in found:
            if span.level is level:
                place = document.place_of(segment, span.start, span.end)
                yield Leftover(place, span.language, level, span.confidence, (segment,))
        return
    whole = {segment.index: one for segment, one in found if one.level is LeftoverLevel.SEGMENT}
    for segments in _find_neighbours(document, _add_doubtful_neighbours(asked, whole)):
        best = max((whole[s.index] for s in segments), key=lambda span: span.confidence)
        place = document.place(segments)
        yield Leftover(place, best.language, level, best.confidence, segments)


def _add_doubtful_neighbours(
    asked: Sequence[tuple[Segment, SegmentQuery]], whole: dict[int, ForeignSpan]
) -> dict[int, ForeignSpan]:
    """Add the doubtful segments that stand beside foreign ones, as far as these reach."""
    # A doubtful segment that is believed makes its neighbours likelier in turn:
    #   ? ? F . ?      F foreign, ? doubtful, . in its own language
    #   ? F F . ?      first round
    #   F F F . ?      second; the last one stays, as nothing foreign is beside it
    spreading = bool(whole)
    while spreading:
        spreading = False
        for at, (segment, query) in enumerate(asked):
            beside = [asked[n][0].index for n in (at - 1, at + 1) if 0 <= n < len(asked)]
            neighbours = sum(index in whole for index in beside)
            if neighbours and segment.index not in whole and (one := find_doubtful_segment(query)):
                sure = weigh_neighbours(one.confidence, neighbours)
                if sure >= LEAST_PROBABILITY:
                    whole[segment.index] = one._replace(confidence=sure)
                    spreading = True
    return whole


def _find_neighbours(
    document: Document, whole: Mapping[int, ForeignSpan]
) -> Iterator[tuple[Segment, ...]]:
    """Give the runs of neighbouring segments."""
    run: list[Segment] = []
    for segment in document.segments:
        if segment.index in whole:
            run.append(segment)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)
