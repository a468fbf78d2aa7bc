"""Puts the segments of a document to the language analysis that AC201, AC202 and AC203 share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck import locales
from aligncheck.language import Level, Query, find_passages
from aligncheck.model import InlineKind, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.checks.context import Context
    from aligncheck.language import Passage
    from aligncheck.model import Document, Place, Segment

LABELS = frozenset({Kind.HEADING, Kind.TABLE_CELL, Kind.CAPTION, Kind.FRONT_MATTER})
SPARED = frozenset({InlineKind.CODE, InlineKind.PLACEHOLDER, InlineKind.PROTECTED})


@dataclass(frozen=True, slots=True)
class Leftover:
    """A passage of one segment, or a run of whole segments, in another language."""

    place: Place
    language: str
    level: Level
    confidence: float
    segments: tuple[Segment, ...]


def leftovers(document: Document, context: Context, level: Level) -> Iterator[Leftover]:
    """Find what is in another language at one level; neighbouring whole segments are one."""
    found = list(_passages(document, context))
    if level is not Level.SEGMENT:
        for segment, passage in found:
            if passage.level is level:
                place = document.place_of(segment, passage.start, passage.end)
                yield Leftover(place, passage.language, level, passage.confidence, (segment,))
        return
    whole = {s.index: (s, p) for s, p in found if p.level is Level.SEGMENT}
    for run in _runs(document, whole):
        segments = tuple(segment for segment, _ in run)
        best = max((passage for _, passage in run), key=lambda passage: passage.confidence)
        yield Leftover(document.place(segments), best.language, level, best.confidence, segments)


def _runs(
    document: Document, whole: dict[int, tuple[Segment, Passage]]
) -> Iterator[list[tuple[Segment, Passage]]]:
    """Give the runs of neighbouring segments; code between two of them does not part them."""
    run: list[tuple[Segment, Passage]] = []
    for segment in document.segments:
        if segment.index in whole:
            run.append(whole[segment.index])
        elif run and segment.kind is not Kind.CODE:
            yield run
            run = []
    if run:
        yield run


def _passages(document: Document, context: Context) -> Iterator[tuple[Segment, Passage]]:
    own = locales.language(document.locale)
    foreign = foreign_languages(document.locale, context)
    for segment in document.segments:
        if segment.kind is not Kind.CODE:
            for passage in find_passages(query(document, segment, own, foreign, context)):
                yield segment, passage


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
        protected=tuple((i.start, i.end) for i in segment.inline if i.kind in SPARED),
        copies=tuple((locales.language(locale), other.text) for locale, other in counterparts),
        label=segment.kind in LABELS,
    )
