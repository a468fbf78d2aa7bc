"""AC305: an admitted term where the glossary prefers another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.model import Effect, Flag, Severity, TermStatus
from aligncheck.termbase import select_terms
from aligncheck.termbase.lookup.term_patterns import is_case_sensitive
from aligncheck.termbase.usage.bead_text import join_segments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Bitext, Term
    from aligncheck.termbase import TermMatch
    from aligncheck.termbase.usage.bead_text import BeadText

SEVERITY: Final = Severity.INFO
EFFECT: Final = Effect.WORDING
_CONFIDENCE: Final = 0.9
"""A probability, chosen: the glossary says so itself, but a word may stand for something else."""


def admitted_not_preferred(bitext: Bitext, context: Context) -> Iterator[Flag]:
    """A term that the glossary only admits is used in a translation, where it prefers another.

    Why:
        Both are right, but a text that keeps to one name is easier to read and to search.

    How to fix:
        Use the preferred term, or leave it: this is no more than information. Acronyms are spared,
        as they stand for the full name once that has been given.

    Examples:
        Term: x-ray | en: X-ray | sv: röntgenbild, röntgenplåt~ | zh: X光片
        Term: who | en: World Health Organization | sv: Världshälsoorganisationen, WHO~

        | en | sv | finds |
        | --- | --- | --- |
        | The X-ray shows it. | Röntgenplåten visar det. | AC305 「Röntgenplåten」 |
        | The X-ray shows it. | Röntgenbilden visar det. | |
        | The World Health Organization agrees. | WHO håller med. | |
    """
    for bead in bitext.beads if context.termbase else ():
        target = join_segments(bitext.target, bead.target if bead.source else ())
        found = context.termbase.find(target.text, bitext.target.locale, bitext.target.path)
        for match in found:
            better = _find_preferred(match, bitext.target.locale)
            if better and not _is_allowed(match, found, target):
                place = target.locate(match.start, match.end)
                message = f"“{place.text}” is admitted, but the glossary prefers “{better.text}”"
                yield Flag(message, place, confidence=_CONFIDENCE, suggestion=better.text)


def _find_preferred(match: TermMatch, locale: str) -> Term | None:
    if match.term.status is not TermStatus.ADMITTED or is_case_sensitive(match.term):
        return None
    terms = select_terms(match.concept, locale)
    return next((term for term in terms if term.status is TermStatus.PREFERRED), None)


def _is_allowed(match: TermMatch, found: tuple[TermMatch, ...], target: BeadText) -> bool:
    """Tell whether another concept prefers the word, or it stands in code or the like."""
    return target.is_untranslatable(match.start, match.end) or any(
        other.term.status is TermStatus.PREFERRED
        for other in found
        if (other.start, other.end) == (match.start, match.end)
    )
