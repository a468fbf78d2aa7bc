"""Puts the segments of a document to the language analysis that AC201, AC202 and AC203 share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from aligncheck import locales
from aligncheck.model import InlineKind, Kind, TermStatus
from aligncheck.untranslated import (
    LEAST,
    Level,
    Query,
    doubtful_segment,
    find_passages,
    is_reference_heading,
    reconsider,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from aligncheck.engine.context import Context
    from aligncheck.model import Document, Place, Segment
    from aligncheck.untranslated import Passage

LABELS = frozenset({Kind.HEADING, Kind.TABLE_CELL, Kind.CAPTION, Kind.FRONT_MATTER})
YEAR = re.compile(r"\b(?:19|20)\d\d\b|https?://|\bdoi\b", re.IGNORECASE)
SPARED = frozenset({InlineKind.CODE, InlineKind.PLACEHOLDER, InlineKind.PROTECTED})


class Leftover(NamedTuple):
    """A passage of one segment, or a run of whole segments, in another language."""

    place: Place
    language: str
    level: Level
    confidence: float
    segments: tuple[Segment, ...]


def leftovers(document: Document, context: Context, level: Level) -> Iterator[Leftover]:
    """Find what is in another language at one level; neighbouring whole segments are one."""
    asked = queries(document, context)
    found = [(segment, one) for segment, query in asked for one in find_passages(query)]
    if level is not Level.SEGMENT:
        for segment, passage in found:
            if passage.level is level:
                place = document.place_of(segment, passage.start, passage.end)
                yield Leftover(place, passage.language, level, passage.confidence, (segment,))
        return
    whole = {segment.index: one for segment, one in found if one.level is Level.SEGMENT}
    for segments in _runs(document, _with_neighbours(asked, whole)):
        best = max((whole[s.index] for s in segments), key=lambda passage: passage.confidence)
        place = document.place(segments)
        yield Leftover(place, best.language, level, best.confidence, segments)


def _with_neighbours(
    asked: Sequence[tuple[Segment, Query]], whole: dict[int, Passage]
) -> dict[int, Passage]:
    """Add the doubtful segments that stand beside foreign ones, as far as these reach."""
    spreading = bool(whole)
    while spreading:
        spreading = False
        for at, (segment, query) in enumerate(asked):
            beside = [asked[n][0].index for n in (at - 1, at + 1) if 0 <= n < len(asked)]
            neighbours = sum(index in whole for index in beside)
            if neighbours and segment.index not in whole and (one := doubtful_segment(query)):
                sure = reconsider(one.confidence, neighbours)
                if sure >= LEAST:
                    whole[segment.index] = one._replace(confidence=sure)
                    spreading = True
    return whole


def _runs(document: Document, whole: Mapping[int, Passage]) -> Iterator[tuple[Segment, ...]]:
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


def queries(document: Document, context: Context) -> Sequence[tuple[Segment, Query]]:
    """Say of every segment but code what the analysis is to know; remembered by the context."""
    known = context.queries.get(document.path)
    if known is None or known[0] is not document:
        known = context.queries[document.path] = document, _queries(document, context)
    return known[1]


def _queries(document: Document, context: Context) -> list[tuple[Segment, Query]]:
    own = locales.language(document.locale)
    foreign = foreign_languages(document.locale, context)
    return [
        (segment, query(document, segment, own, foreign, context))
        for segment in document.segments
        if segment.kind is not Kind.CODE and not _is_listed_reference(segment)
    ]


def _is_listed_reference(segment: Segment) -> bool:
    """Tell whether a segment stands in a list of references and names a year or an address."""
    listed = any(is_reference_heading(heading) for heading in segment.section)
    linked = any(one.kind is InlineKind.LINK for one in segment.inline)
    return listed and (linked or YEAR.search(segment.text) is not None)


def _marked(segment: Segment) -> Iterator[tuple[int, int]]:
    """Give the ranges that the markup protects."""
    return ((one.start, one.end) for one in segment.inline if one.kind in SPARED)


def _terms(document: Document, segment: Segment, context: Context) -> Iterator[tuple[int, int]]:
    """Give the ranges of terms that the termbase lets this version have."""
    if context.termbase:
        for match in context.termbase.find_all(segment.text, document.locale, document.path):
            if match.term.status is not TermStatus.FORBIDDEN:
                yield match.start, match.end


def foreign_languages(locale: str, context: Context) -> tuple[str, ...]:
    """Name the languages of the run other than the locale's own, the source's first."""
    source = (context.source,) if context.source else ()
    tongues = (locales.language(other) for other in (*source, *context.locales))
    return tuple(dict.fromkeys(t for t in tongues if t != locales.language(locale)))


def query(
    document: Document, segment: Segment, own: str, foreign: tuple[str, ...], context: Context
) -> Query:
    """Say what the analysis is to know of a segment."""
    counterparts = context.counterparts.get((document.path, segment.index), ())
    return Query(
        text=segment.text,
        own=own,
        foreign=foreign,
        protected=(*_marked(segment), *_terms(document, segment, context)),
        copies=tuple((locales.language(locale), other.text) for locale, other in counterparts),
        label=segment.kind in LABELS,
    )
