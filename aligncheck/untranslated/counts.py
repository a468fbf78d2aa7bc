"""Counts the words of a stretch by what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aligncheck.languages.closed_class import (
    closed_class,
    homographs,
    in_names,
    keywords,
    noun_phrase,
)
from aligncheck.languages.lexicon import frequency_class, listed_languages
from aligncheck.text.tokens import Shape
from aligncheck.untranslated.evidence import LIMIT, commonness, compound_evidence
from aligncheck.untranslated.stretches import is_initial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.text.tokens import Token
    from aligncheck.untranslated.stretches import Stretch

CONTRARY = -1.0
"""Nats below which a word speaks for the document's own language."""
FOREIGN = 2.5
"""Nats above which a closed-class word is not one of both languages."""
COMMON = 50
"""The frequency class from which on a word is met every day."""
WORDS = frozenset({Shape.LOWER, Shape.CAPITAL, Shape.OTHER})


class Counts(NamedTuple):
    """Words of a stretch.

    ``lower`` are in lower case, ``function`` those of them that are of a closed class,
    ``joining`` prepositions as noun phrases have them; ``plain``
    are in lower case, known or not, and no ``of`` or ``and`` such as names hold; ``capital`` are
    capitalized though no sentence starts there; ``title_function`` are capitalized and of a
    closed class, yet no ``of`` or ``and``; ``strongest`` is the evidence of the closed-class word
    that is least the document's, in nats; ``unknown`` are in no list, ``opaque`` are no words;
    ``contrary`` speak for the document's own language. ``titled`` tells that the first is
    capitalized and others are where no sentence starts; ``common`` tells that a word
    is common in its language and not one of the document's; ``lone`` is the least that a
    single word speaks for its language against the others listed, in nats.
    """

    tokens: int
    characters: int
    words: int
    function: int
    joining: int
    lower: int
    plain: int
    capital: int
    title_function: int
    unknown: int
    opaque: int
    contrary: int
    lone: float
    strongest: float
    common: bool
    titled: bool


def count(text: str, tokens: Sequence[Token], stretch: Stretch, own: str) -> Counts:
    """Count the words of a stretch in a document whose own language is ``own``."""
    places = range(stretch.first, stretch.last + 1)
    evidence = stretch.evidence or (LIMIT,) * len(tokens)
    words = [at for at in places if tokens[at].shape in WORDS]
    written = {at: tokens[at].text.lower() for at in words}
    known = {at for at in words if commonness(tokens[at], stretch.language)}
    lower = [at for at in words if tokens[at].shape is Shape.LOWER]
    closed, joining = closed_class(stretch.language), in_names(stretch.language)
    telling = closed - homographs(stretch.language)
    capital = [
        at
        for at in words
        if tokens[at].shape is Shape.CAPITAL and not is_initial(text, tokens[at].start)
    ]
    return Counts(
        tokens=len(places),
        characters=sum(len(tokens[at].text) for at in places),
        words=len(words),
        function=sum(written[at] in closed and evidence[at] > FOREIGN for at in lower),
        joining=sum(written[at] in noun_phrase(stretch.language) for at in lower),
        lower=sum(at in known for at in lower),
        plain=sum(written[at] not in joining for at in lower),
        capital=len(capital),
        title_function=sum(
            written[at] in closed - joining and tokens[at].shape is Shape.CAPITAL for at in words
        ),
        unknown=len(words) - len(known),
        opaque=len(places) - len(words),
        contrary=sum(evidence[at] < CONTRARY for at in words),
        lone=_lone(written[words[0]], stretch.language) if len(words) == 1 else 0.0,
        strongest=max((evidence[at] for at in lower if written[at] in telling), default=0.0),
        common=any(_is_common(written[at], stretch.language, own) for at in lower),
        titled=bool(capital and words[0] not in lower),
    )


def _is_common(word: str, language: str, own: str) -> bool:
    """Tell whether a word is met every day in its language and is not one of the own language."""
    return frequency_class(word, language) >= COMMON and not frequency_class(word, own)


def _lone(word: str, language: str) -> float:
    if word in keywords(language):
        return 0.0
    others = listed_languages() - {language}
    return min((compound_evidence(word, language, other) for other in others), default=0.0)
