"""AC302: a word that the glossary forbids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.model import Effect, Flag, Severity, TermStatus
from aligncheck.termbase import MatchKind, select_terms
from aligncheck.termbase.usage.bead_text import join_segments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Document, Segment
    from aligncheck.termbase import TermMatch

SEVERITY: Final = Severity.ERROR
EFFECT: Final = Effect.WORDING
# The figures are chosen, not measured: no labelled case forbids a word.
_CONFIRMED_CONFIDENCE: Final = 0.95
"""Another version names the concept in the same place."""
_UNCONFIRMED_CONFIDENCE: Final = 0.7
"""Chosen lower where no other version names the concept: the word may stand for something else."""
_COMPOUND_FACTOR: Final = 0.9
"""A factor of the probability, chosen: inside a longer word, a form may be another word's by chance."""


def forbidden_term(document: Document, context: Context) -> Iterator[Flag]:
    """A word stands in the text that the glossary forbids.

    Why:
        It is forbidden because readers take it wrong, or because another name was agreed upon.

    How to fix:
        Use the term that the finding suggests. Where the word is right for something else, give
        that its own concept in the glossary.

    Examples:
        Term: heart-valve | en: heart valve | sv: hjärtklaff, hjärtventil! | zh: 心脏瓣膜, 心瓣!
        Term: placebo | en: placebo | sv: placebo, sockerpiller! | zh: 安慰剂

        | en | sv | zh | finds |
        | --- | --- | --- | --- |
        | The heart valve opens. | Hjärtventilen öppnas. | 心脏瓣膜打开。 | AC302 「Hjärtventilen」 |
        | The heart valve opens. | Hjärtklaffen öppnas. | 心瓣打开。 | AC302 「心瓣」 |
        | The heart valve opens. | Hjärtklaffen öppnas. | 心脏瓣膜打开。 | |
        | Half got a placebo. | Hälften fick sockerpiller. | 一半的人服用安慰剂。 | AC302 「sockerpiller」 |
    """
    for segment in document.segments if context.termbase else ():
        text = join_segments(document, (segment,))
        found = context.termbase.find(text.text, document.locale, document.path)
        for match in found:
            spared = text.is_untranslatable(match.start, match.end)
            if not spared and _is_forbidden(match, found, segment, document, context):
                confidence = _find_confidence(match, segment, document, context)
                yield _make_flag(document, segment, match, confidence)


def _is_forbidden(
    match: TermMatch,
    found: tuple[TermMatch, ...],
    segment: Segment,
    document: Document,
    context: Context,
) -> bool:
    """Tell whether the glossary forbids a word, and no other concept allows it here."""
    if match.term.status is not TermStatus.FORBIDDEN:
        return False
    allowed = [
        other
        for other in found
        if (other.start, other.end) == (match.start, match.end)
        and other.term.status is not TermStatus.FORBIDDEN
    ]
    if not allowed:
        return True
    named = _named_elsewhere(segment, document, context)
    return match.concept.id in named and not any(other.concept.id in named for other in allowed)


def _named_elsewhere(segment: Segment, document: Document, context: Context) -> set[str]:
    """Give the concepts that other versions name in the place of a segment."""
    others = context.counterparts.get((document.path, segment.index), ())
    return {
        match.concept.id
        for locale, other in others
        for match in context.termbase.find(other.text, locale)
    }


def _find_confidence(
    match: TermMatch, segment: Segment, document: Document, context: Context
) -> float:
    confirmed = match.concept.id in _named_elsewhere(segment, document, context)
    certainty = _CONFIRMED_CONFIDENCE if confirmed else _UNCONFIRMED_CONFIDENCE
    return certainty * (_COMPOUND_FACTOR if match.kind is MatchKind.COMPOUND else 1.0)


def _make_flag(document: Document, segment: Segment, match: TermMatch, confidence: float) -> Flag:
    place = document.place_of(segment, match.start, match.end)
    better = [
        term.text
        for term in select_terms(match.concept, document.locale)
        if term.status is TermStatus.PREFERRED
    ]
    use = f"; use “{better[0]}”" if better else ""
    note = f" ({match.term.note})" if match.term.note else ""
    return Flag(
        f"“{place.text}” is forbidden by the glossary{use}{note}",
        place,
        confidence=confidence,
        suggestion=better[0] if better else None,
    )
