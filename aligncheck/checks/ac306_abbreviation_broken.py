"""AC306: a parenthesis that ought to hold an abbreviation and holds something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from aligncheck.model import Effect, Flag, Kind, Severity
from aligncheck.termbase.lookup.folding import HAN_CLASS, has_han
from aligncheck.termbase.usage.bead_text import join_segments
from aligncheck.termbase.usage.parentheses import (
    find_parentheses,
    is_lower_words,
    repeats_words_before,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Document, Segment

SEVERITY: Final = Severity.ERROR
EFFECT: Final = Effect.WORDING
# The probabilities are chosen, not measured: labelled cases have one such finding.
_REPEATED_CONFIDENCE: Final = 0.95
"""The parenthesis repeats the words before it: hardly anything else can be meant."""
_REPLACED_CONFIDENCE: Final = 0.8
"""It holds a word that abbreviates nothing before it: chosen lower, as the word may be an
explanation."""
_LONGEST_ABBREVIATION: Final = 8
"""Code points, chosen: what is longer is an explanation and no abbreviation gone wrong."""
_ACRONYM: Final = re.compile(r"[(（]\s*([A-Z][A-Z0-9-]*[A-Z0-9])s?\s*[)）]")
_LATIN: Final = re.compile(r"[A-Za-z]")


def abbreviation_broken(document: Document, context: Context) -> Iterator[Flag]:
    """A parenthesis that should hold a term's abbreviation repeats the term or holds another word.

    Why:
        Later paragraphs use the abbreviation that was to be introduced here; translated by
        machine, it often turns into the term once more, or into a word that it looks like.

    How to fix:
        Put the abbreviation in the parenthesis, the one readers of this language know.

    Examples:
        | en | sv | zh | finds |
        | --- | --- | --- | --- |
        | Magnetic resonance imaging (MRI) helps. | Magnetresonanstomografi (MRT) hjälper. | 磁共振成像 (磁共振成像) 有帮助。 | AC306 「磁共振成像」 |
        | The European Space Agency (ESA) agrees. | Europeiska rymdorganet (ESA) håller med. | 欧洲航天局（他们）同意。 | AC306 「他们」 |
        | The European Space Agency (ESA) agrees. | Europeiska rymdorganet (äta) håller med. | 欧洲航天局（欧空局）同意。 | AC306 「äta」 |
        | Magnetic resonance imaging (MRI) helps. | Magnetresonanstomografi (MRT) hjälper. | 磁共振成像（MRI）有帮助。 | |
        | He lives in New York (New York). | Han bor i New York (New York). | 他住在纽约（纽约州）。 | |
    """
    for segment in document.segments:
        if segment.kind is not Kind.CODE:
            acronyms = _find_acronyms(segment, document, context)
            yield from _flag_broken(document, segment, acronyms)


def _find_acronyms(segment: Segment, document: Document, context: Context) -> list[str]:
    """Give the acronyms that another version has in parentheses here; the longest such list."""
    others = context.counterparts.get((document.path, segment.index), ())
    lists = [_ACRONYM.findall(other.text) for _, other in others]
    return max(lists, key=len, default=[])


def _flag_broken(document: Document, segment: Segment, acronyms: list[str]) -> Iterator[Flag]:
    text, whole = segment.text, join_segments(document, (segment,))
    held = [f for f in find_parentheses(text) if not whole.is_untranslatable(*f.span(1))]
    repeated = [found for found in held if repeats_words_before(text, found)]
    for found in repeated:
        yield _make_flag(document, segment, found.span(1), acronyms, _REPEATED_CONFIDENCE)
    if len(acronyms) == len(held) and not repeated:
        for found, acronym in zip(held, acronyms, strict=True):
            if _replaces_acronym(text[: found.start()], found.group(1), acronym):
                yield _make_flag(document, segment, found.span(1), [acronym], _REPLACED_CONFIDENCE)


def _replaces_acronym(before: str, inside: str, acronym: str) -> bool:
    """Tell whether a parenthesis holds a word that abbreviates nothing before it."""
    if acronym in inside or len(inside) > _LONGEST_ABBREVIATION:
        return False
    if has_han(inside):
        run = re.findall(f"[{HAN_CLASS}]+", before[-40:])
        return _LATIN.search(inside) is None and not _is_shortened(inside, "".join(run[-1:]))
    return is_lower_words(inside)


def _is_shortened(short: str, long: str) -> bool:
    """Tell whether at least half of the characters of one stand in the other."""
    return 2 * sum(character in long for character in short) >= len(short)


def _make_flag(
    document: Document,
    segment: Segment,
    span: tuple[int, int],
    acronyms: list[str],
    confidence: float,
) -> Flag:
    place = document.place_of(segment, *span)
    suggestion = acronyms[0] if len(acronyms) == 1 else None
    return Flag(
        f"“{place.text}” in parentheses is no abbreviation of the term before it"
        + (f"; another version has “{suggestion}”" if suggestion else ""),
        place,
        confidence=confidence,
        suggestion=suggestion,
    )
