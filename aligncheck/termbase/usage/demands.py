"""What the terms of a source passage ask of its translation, and whether that is met."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.languages import find_language
from aligncheck.model import TermStatus
from aligncheck.termbase.lookup.folding import has_han
from aligncheck.termbase.lookup.glossary_style import is_capitalized
from aligncheck.termbase.lookup.termbase import select_terms
from aligncheck.termbase.lookup.word_forms import MatchKind
from aligncheck.termbase.usage.bead_text import join_segments
from aligncheck.termbase.usage.occurrence_kinds import (
    OccurrenceKind,
    classify_occurrence,
    find_double_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.model import Bitext, Concept, Term
    from aligncheck.termbase.lookup.term_matches import TermMatch
    from aligncheck.termbase.lookup.termbase import Termbase
    from aligncheck.termbase.usage.bead_text import BeadText

_LONGEST_NAME: Final = 80
"""Code points that are searched back for a name a term is part of; chosen, to bound the search."""
_JOINED: Final = re.compile(r"[\w]+(?:[./_-]+[\w]+)+|/[\w./-]+")
"""A name or path: words joined by hyphens, dots, slashes or underscores."""
LABEL_OCCURRENCES = frozenset(
    {OccurrenceKind.LABEL, OccurrenceKind.NAMED, OccurrenceKind.OPENING, OccurrenceKind.PART}
)
"""Occurrences that only the term as it is written meets."""


class TermDemand(NamedTuple):
    """A stretch of the source that names concepts, any of which the target may name.

    ``expected`` are the terms that would do, the one to suggest first; ``occurrence``
    tells how the source term is meant, ``kind`` in which form it stands there.
    """

    start: int
    end: int
    concepts: tuple[Concept, ...]
    expected: tuple[Term, ...]
    occurrence: OccurrenceKind
    kind: MatchKind


class BeadTerms(NamedTuple):
    """The two sides of a bead with the terms found in each.

    ``asked`` are the longest matches in the source; ``offered`` those in the target, with what is
    nested in longer ones where the script parts words.
    """

    source: BeadText
    target: BeadText
    demands: tuple[TermDemand, ...]
    target_terms: tuple[TermMatch, ...]


def find_bead_terms(bitext: Bitext, termbase: Termbase) -> Iterator[BeadTerms]:
    """Give the beads of a bitext that have text on both sides, with their terms.

    Terms in code, placeholders and protected stretches of the source ask for nothing, nor does a
    source that was left as it is.
    """
    names = find_double_names(bitext.source.segments)
    for bead in bitext.beads if termbase else ():
        source = join_segments(bitext.source, bead.source)
        target = join_segments(bitext.target, bead.target)
        if source.segments and target.segments and source.text != target.text:
            yield BeadTerms(
                source,
                target,
                tuple(_find_demands(source, target, termbase, names)),
                _find_target_terms(target, termbase),
            )


def _find_target_terms(target: BeadText, termbase: Termbase) -> tuple[TermMatch, ...]:
    document = target.document
    found = termbase.find_all(
        target.text, document.locale, document.path, loosest=MatchKind.EMBEDDED
    )
    # Where the longer one is a term too, the ends decide:
    #   全麦|黑麦粉   黑麦粉 ends with it: the head, named as well
    #   大学|生      大学 ends before it: something else, left out
    han = [match for match in found if has_han(match.term.text)]
    return tuple(
        match for match in found if not any(_covers_han_part(other, match) for other in han)
    )


def _covers_han_part(other: TermMatch, match: TermMatch) -> bool:
    """Tell whether a Chinese term is only a part of a longer one of another sense.

    The head of a Chinese word comes last: 黑麦粉 is named in 全麦黑麦粉, not 大学 in 大学生.
    """
    return has_han(match.term.text) and match.lies_within(other) and match.end != other.end


def _find_demands(
    source: BeadText, target: BeadText, termbase: Termbase, names: frozenset[str]
) -> Iterator[TermDemand]:
    """Give what the source terms ask for; concepts without a term in the target ask nothing."""
    document, locale = source.document, target.document.locale
    # Homonyms stand on one stretch ("bank", of a river and for money): they make one demand,
    # which a term of either meets, since nothing here tells which was meant.
    found = termbase.find(source.text, document.locale, document.path)
    for (start, end), group in groupby(found, key=lambda match: (match.start, match.end)):
        matches = [match for match in group if match.term.status is not TermStatus.FORBIDDEN]
        expected = tuple(
            term
            for match in matches
            for term in select_terms(match.concept, locale)
            if term.status is not TermStatus.FORBIDDEN
        )
        if (
            expected
            and not source.is_untranslatable(start, end)
            and not _in_kept_name(source, target, start, end)
        ):
            concepts = tuple(match.concept for match in matches)
            segment, offset = source.find_segment(start)
            local = matches[0]._replace(start=offset, end=offset + end - start)
            style = termbase.find_style(document.locale)
            occurrence = classify_occurrence(segment, local, style, names, document.locale)
            kind = min(match.kind for match in matches)
            yield TermDemand(start, end, concepts, expected, occurrence, kind)


def select_translatable_demands(bead: BeadTerms) -> Iterator[TermDemand]:
    """Give the demands for a translation."""
    yield from (d for d in bead.demands if not all(t.do_not_translate for t in d.expected))


def select_name_demands(bead: BeadTerms) -> Iterator[TermDemand]:
    """Give the demands for a name to stand as it is, one per name."""
    seen = set()
    for demand in bead.demands:
        name = demand.expected[0].text
        if all(term.do_not_translate for term in demand.expected) and name not in seen:
            seen.add(name)
            yield demand


def is_name_kept(demand: TermDemand, bead: BeadTerms) -> bool:
    """Tell whether a name stands in the target as it is, alone or in a longer word."""
    return any(term.text in bead.target.text for term in demand.expected)


def _in_kept_name(source: BeadText, target: BeadText, start: int, end: int) -> bool:
    """Tell whether a term is a part of a name or path that the target keeps (debian-installer)."""
    # "installer" in "debian-installer": the first name that ends behind the term decides
    for whole in _JOINED.finditer(source.text, max(0, start - _LONGEST_NAME)):
        if whole.start() <= start and end <= whole.end():
            return len(whole.group()) > end - start and whole.group() in target.text
        if whole.start() > start:
            break
    return False


def is_demand_met(demand: TermDemand, bead: BeadTerms) -> bool:
    """Tell whether the target names what a demand asks for.

    A word is met by any form. A label is met where it stands out as one, by its capital or by
    marks about it; where it does not, by what the text has beyond its use as a common word::

        en   Click Save to save it.                  one label, one common word
        sv   Klicka på Sök för att spara det.        "spara" once: taken by the common word, unmet
        sv   Klicka på ”spara” för att spara det.    twice: one is left for the label, met
    """
    names = {concept.id for concept in demand.concepts}
    found = [match for match in bead.target_terms if _is_use(match, names)]
    if demand.occurrence not in LABEL_OCCURRENCES:
        return bool(found)
    text = bead.target.text
    found = [match for match in found if match.kind is not MatchKind.EMBEDDED]
    if any(stands_out(text, match.start, match.end) for match in found):
        return True
    texts = {term.text.lower() for term in demand.expected}
    common = [
        other
        for other in bead.demands
        if other.occurrence in {OccurrenceKind.COMMON, OccurrenceKind.PHRASE}
        and texts & {term.text.lower() for term in other.expected}
    ]
    return len({(match.start, match.end) for match in found}) > len(common)


def knows_forms(demand: TermDemand, locale: str) -> bool:
    """Tell whether the forms of what a demand asks for are known, so that it may be said to lack.

    They are where the file of the locale's language declares its inflection, and of Chinese words,
    which have one form; elsewhere the term may stand there inflected.
    """
    language = find_language(locale)
    inflected = language is not None and language.inflection is not None
    return inflected or all(has_han(term.text) for term in demand.expected)


def uses_forbidden_term(demand: TermDemand, bead: BeadTerms) -> bool:
    """Tell whether the target uses a form that is forbidden for what a demand asks for."""
    names = {concept.id for concept in demand.concepts}
    return any(
        match.concept.id in names
        and match.term.status is TermStatus.FORBIDDEN
        and match.kind is not MatchKind.EMBEDDED
        for match in bead.target_terms
    )


def stands_out(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch is written as a label: with a capital, or between marks or blanks.

    Chinese has no capitals; labels are quoted, parted by blanks, or on a path of menus.
    """
    if not has_han(text[start:end]):
        return is_capitalized(text[start:end])
    around = text[max(start - 1, 0) : start] or "\n", text[end : end + 1] or "\n"
    return any(_MARK.match(character) for character in around)


_MARK: Final = re.compile(r"[\s「」『』“”\"‘’'《》<>\[\]→-]")


def _is_use(match: TermMatch, names: set[str]) -> bool:
    return match.concept.id in names and match.term.status is not TermStatus.FORBIDDEN
