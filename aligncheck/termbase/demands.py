"""What the terms of a source passage ask of its translation, and whether that is met."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.model import TermStatus
from aligncheck.termbase.base import terms_in
from aligncheck.termbase.folding import has_han
from aligncheck.termbase.manners import Manner, double_names, is_capitalized, manner_of
from aligncheck.termbase.morphology import How
from aligncheck.termbase.passages import passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.model import Bitext, Concept, Term
    from aligncheck.termbase.base import Termbase
    from aligncheck.termbase.matching import TermMatch
    from aligncheck.termbase.passages import Passage

LONGEST_NAME: Final = 80
_JOINED: Final = re.compile(r"[\w]+(?:[./_-]+[\w]+)+|/[\w./-]+")
"""A name or path: words joined by hyphens, dots, slashes or underscores."""
STRICT_MANNERS = frozenset({Manner.LABEL, Manner.NAMED, Manner.OPENING, Manner.PART})
"""Occurrences that only the term as it is written meets."""


class Demand(NamedTuple):
    """A stretch of the source that names concepts, any of which the target may name.

    ``expected`` are the terms that would do, the one to suggest first; ``manner`` and ``how`` tell
    how the source term is meant and how it stands there.
    """

    start: int
    end: int
    concepts: tuple[Concept, ...]
    expected: tuple[Term, ...]
    manner: Manner
    how: How


class Exchange(NamedTuple):
    """The two sides of a bead with the terms found in each.

    ``asked`` are the longest matches in the source; ``offered`` those in the target, with what is
    nested in longer ones where the script parts words.
    """

    source: Passage
    target: Passage
    demands: tuple[Demand, ...]
    offered: tuple[TermMatch, ...]


def exchanges(bitext: Bitext, termbase: Termbase) -> Iterator[Exchange]:
    """Give the beads of a bitext that have text on both sides, with their terms.

    Terms in code, placeholders and protected stretches of the source ask for nothing, nor does a
    source that was left as it is.
    """
    names = double_names(bitext.source.segments)
    for bead in bitext.beads if termbase else ():
        source = passage(bitext.source, bead.source)
        target = passage(bitext.target, bead.target)
        if source.segments and target.segments and source.text != target.text:
            yield Exchange(
                source,
                target,
                tuple(_demands(source, target, termbase, names)),
                _offered(target, termbase),
            )


def _offered(target: Passage, termbase: Termbase) -> tuple[TermMatch, ...]:
    document = target.document
    found = termbase.find_all(target.text, document.locale, document.path, worst=How.EMBEDDED)
    han = [match for match in found if has_han(match.term.text)]
    return tuple(match for match in found if not any(_hides(other, match) for other in han))


def _hides(other: TermMatch, match: TermMatch) -> bool:
    """Tell whether a Chinese term is only a part of a longer one of another sense.

    The head of a Chinese word comes last: 黑麦粉 is named in 全麦黑麦粉, not 大学 in 大学生.
    """
    return has_han(match.term.text) and match.within(other) and match.end != other.end


def _demands(
    source: Passage, target: Passage, termbase: Termbase, names: frozenset[str]
) -> Iterator[Demand]:
    """Give what the source terms ask for; concepts without a term in the target ask nothing."""
    document, locale = source.document, target.document.locale
    found = termbase.find(source.text, document.locale, document.path)
    for (start, end), group in groupby(found, key=lambda match: (match.start, match.end)):
        matches = [match for match in group if match.term.status is not TermStatus.FORBIDDEN]
        expected = tuple(
            term
            for match in matches
            for term in terms_in(match.concept, locale)
            if term.status is not TermStatus.FORBIDDEN
        )
        if (
            expected
            and not source.is_spared(start, end)
            and not _in_kept_name(source, target, start, end)
        ):
            concepts = tuple(match.concept for match in matches)
            segment, offset = source.segment_at(start)
            local = matches[0]._replace(start=offset, end=offset + end - start)
            manner = manner_of(segment, local, termbase.style(document.locale), names)
            yield Demand(start, end, concepts, expected, manner, min(m.how for m in matches))


def translatable(exchange: Exchange) -> Iterator[Demand]:
    """Give the demands for a translation."""
    yield from (d for d in exchange.demands if not all(t.do_not_translate for t in d.expected))


def protected(exchange: Exchange) -> Iterator[Demand]:
    """Give the demands for a name to stand as it is, one per name."""
    seen = set()
    for demand in exchange.demands:
        name = demand.expected[0].text
        if all(term.do_not_translate for term in demand.expected) and name not in seen:
            seen.add(name)
            yield demand


def is_kept(demand: Demand, exchange: Exchange) -> bool:
    """Tell whether a name stands in the target as it is, alone or in a longer word."""
    return any(term.text in exchange.target.text for term in demand.expected)


def _in_kept_name(source: Passage, target: Passage, start: int, end: int) -> bool:
    """Tell whether a term is a part of a name or path that the target keeps (debian-installer)."""
    for whole in _JOINED.finditer(source.text, max(0, start - LONGEST_NAME)):
        if whole.start() <= start and end <= whole.end():
            return len(whole.group()) > end - start and whole.group() in target.text
        if whole.start() > start:
            break
    return False


def is_met(demand: Demand, exchange: Exchange) -> bool:
    """Tell whether the target names what a demand asks for.

    A word is met by any form. A label is met where it stands out as one, by its capital or by
    marks about it; where it does not, by what the text has beyond its use as a common word.
    """
    names = {concept.id for concept in demand.concepts}
    found = [match for match in exchange.offered if _is_use(match, names)]
    if demand.manner not in STRICT_MANNERS:
        return bool(found)
    text = exchange.target.text
    found = [match for match in found if match.how is not How.EMBEDDED]
    if any(stands_out(text, match.start, match.end) for match in found):
        return True
    texts = {term.text.lower() for term in demand.expected}
    common = [
        other
        for other in exchange.demands
        if other.manner in {Manner.COMMON, Manner.PHRASE}
        and texts & {term.text.lower() for term in other.expected}
    ]
    return len({(match.start, match.end) for match in found}) > len(common)


def is_forbidden(demand: Demand, exchange: Exchange) -> bool:
    """Tell whether the target uses a form that is forbidden for what a demand asks for."""
    names = {concept.id for concept in demand.concepts}
    return any(
        match.concept.id in names
        and match.term.status is TermStatus.FORBIDDEN
        and match.how is not How.EMBEDDED
        for match in exchange.offered
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
