"""What the rules on languages ask of a document, taken together from the context and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck import locales
from aligncheck.model import TermStatus
from aligncheck.untranslated import build_segment_queries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.engine.context import Context
    from aligncheck.model import Document, Segment
    from aligncheck.untranslated import SegmentQuery


def find_language_queries(
    document: Document, context: Context
) -> Sequence[tuple[Segment, SegmentQuery]]:
    """Say of every segment but code what the analysis is to know; remembered by the context."""
    known = context.queries.get(document.path)
    if known is None or known[0] is not document:
        built = build_segment_queries(
            document,
            foreign=find_foreign_languages(document.locale, context),
            counterparts={
                segment.index: context.counterparts.get((document.path, segment.index), ())
                for segment in document.segments
            },
            spared={
                segment.index: tuple(_find_term_ranges(document, segment, context))
                for segment in document.segments
            },
        )
        known = context.queries[document.path] = document, built
    return known[1]


def _find_term_ranges(
    document: Document, segment: Segment, context: Context
) -> Iterator[tuple[int, int]]:
    """Give the ranges of terms that the termbase lets this version have."""
    if context.termbase:
        for match in context.termbase.find_all(segment.text, document.locale, document.path):
            if match.term.status is not TermStatus.FORBIDDEN:
                yield match.start, match.end


def find_foreign_languages(locale: str, context: Context) -> tuple[str, ...]:
    """Name the languages of the run other than the locale's own, the source's first."""
    source = (context.source,) if context.source else ()
    spoken = (locales.language(other) for other in (*source, *context.locales))
    return tuple(dict.fromkeys(each for each in spoken if each != locales.language(locale)))
