"""What the terms of a source passage ask of its translation, and whether that is met."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final

from aligncheck.model import TermStatus
from aligncheck.termbase.base import terms_in
from aligncheck.termbase.folding import fold, has_han
from aligncheck.termbase.matching import longest
from aligncheck.termbase.morphology import How
from aligncheck.termbase.passages import passage
from aligncheck.termbase.words import is_strict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aligncheck.model import Bead, Bitext, Concept, Term
    from aligncheck.termbase.base import Termbase
    from aligncheck.termbase.matching import TermMatch
    from aligncheck.termbase.passages import Passage


class Manner(StrEnum):
    """How an occurrence of a term is meant, by its case and that of the glossary.

    A glossary that writes a term with a capital may mean a label of an interface, or only be a
    spreadsheet that capitalizes its cells; the text tells which.
    """

    WORD = "word"
    """The term is an ordinary word or phrase in the glossary."""
    LABEL = "label"
    """The term has a capital in the glossary, and here too where an ordinary word has none."""
    OPENING = "opening"
    """The same at the beginning of a sentence, where ordinary words have one."""
    COMMON = "common"
    """The term has a capital in the glossary but not here."""


@dataclass(frozen=True, slots=True)
class Demand:
    """A stretch of the source that names concepts, any of which the target may name.

    ``expected`` are the terms that would do, the one to suggest first.
    """

    start: int
    end: int
    concepts: tuple[Concept, ...]
    expected: tuple[Term, ...]
    manner: Manner


@dataclass(frozen=True, slots=True)
class Exchange:
    """The two sides of a bead with the terms found in each.

    ``nested`` holds the matches of the target inside longer ones too.
    """

    source: Passage
    target: Passage
    asked: tuple[TermMatch, ...]
    nested: tuple[TermMatch, ...]


_SENTENCE_END: Final = re.compile(r"(?:[.!?:…]|^|\n)[\s\"'“”‘’«»(\[*_-]*$")


def exchanges(bitext: Bitext, termbase: Termbase) -> Iterator[Exchange]:
    """Give the beads of a bitext that have text on both sides, with their terms.

    Terms in code, placeholders and protected stretches of the source ask for nothing.
    """
    for bead in bitext.beads if termbase else ():
        source = passage(bitext.source, bead.source)
        target = passage(bitext.target, bead.target)
        if source.segments and target.segments:
            found = termbase.find(source.text, source.document.locale, source.document.path)
            asked = tuple(m for m in found if not source.is_spared(m.start, m.end))
            nested = termbase.find_all(target.text, target.document.locale, target.document.path)
            yield Exchange(source, target, asked, nested)


def demands(exchange: Exchange) -> Iterator[Demand]:
    """Give what the source terms ask for; concepts without a term in the target ask nothing."""
    locale = exchange.target.document.locale
    for (start, end), group in groupby(exchange.asked, key=lambda match: (match.start, match.end)):
        matches = [match for match in group if match.term.status is not TermStatus.FORBIDDEN]
        expected = tuple(
            term
            for match in matches
            for term in terms_in(match.concept, locale)
            if term.status is not TermStatus.FORBIDDEN
        )
        if expected:
            concepts = tuple(match.concept for match in matches)
            manner = manner_of(exchange.source.text, start, end, matches[0].term)
            yield Demand(start, end, concepts, expected, manner)


def manner_of(text: str, start: int, end: int, term: Term) -> Manner:
    """Tell how an occurrence of a term is meant."""
    if is_strict(term) or has_han(term.text) or not term.text[:1].isupper():
        return Manner.WORD
    if not text[start].isupper():
        return Manner.COMMON
    if not _SENTENCE_END.search(text[:start]):
        return Manner.LABEL
    alone = start == 0 and end == len(text)
    title = sum(word[:1].isupper() for word in text[start:end].split()) > 1
    return Manner.LABEL if alone or title else Manner.OPENING


def met_by(demand: Demand, exchange: Exchange) -> tuple[TermMatch, ...]:
    """Give the matches of the target that meet a demand."""
    own = {concept.id for concept in demand.concepts}
    mine = [
        match
        for match in exchange.nested
        if match.concept.id in own and match.term.status is not TermStatus.FORBIDDEN
    ]
    return tuple(mine)
