"""The words of a run, counted by what they are."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.languages import find_language
from aligncheck.languages.function_words import NO_FUNCTION_WORDS
from aligncheck.languages.lexicon.word_frequencies import frequency_class
from aligncheck.text.tokens import Shape
from aligncheck.untranslated.token_runs import starts_sentence
from aligncheck.untranslated.word_evidence import (
    MOST_NATS,
    find_frequency_class,
    weigh_compound,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.languages.function_words import FunctionWords
    from aligncheck.text.tokens import Token
    from aligncheck.untranslated.token_runs import TokenRun

CONTRARY_NATS = -1.0
"""Nats below which a word speaks for the document's own language: 2.7 times as likely there. Set
by hand, beyond what is neutral in ``run_edges``; the weights were fitted with it."""
SURELY_FOREIGN = 2.5
"""Nats above which a closed-class word is not one of both languages: 12 times as likely in one. Set
by hand, and the weights were fitted with it: with 5, 19 texts of ``found.txt`` are missed, from 0
to 4 the tables give the same."""
EVERYDAY_CLASS = 50
"""The frequency class from which on a word is met every day: once in 10,000 words. Set by hand as
a round figure; whatever it is, the tables of ``tests/untranslated`` give the same."""
WORD_SHAPES = frozenset({Shape.LOWER, Shape.CAPITAL, Shape.OTHER})


class WordCounts(NamedTuple):
    """Words of a run.

    ``lower`` are in lower case, ``function`` those of them that are of a closed class,
    ``joining`` prepositions as noun phrases have them; ``plain``
    are in lower case, known or not, and no ``of`` or ``and`` such as names hold; ``capital`` are
    capitalized though no sentence starts there; ``title_function`` are capitalized and of a
    closed class, yet no ``of`` or ``and``; ``strongest`` is the evidence of the closed-class word
    that is least the document's, in nats; ``unknown`` are in no list, ``opaque`` are no words;
    ``contrary`` speak for the document's own language. ``titled`` tells that the first is
    capitalized and others are where no sentence starts; ``common`` tells that a word
    is common in its language and not one of the document's; ``lone`` is the least that a
    single word speaks for its language against the others listed, in nats; ``telling`` that some
    word is neither a homograph of its language nor a function word of the document's.
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
    telling: bool


def count_words(
    text: str, tokens: Sequence[Token], run: TokenRun, own: str, rivals: frozenset[str]
) -> WordCounts:
    """Count the words of a run in a document whose own language is ``own``.

    ``rivals`` are the languages that a word which stands alone is weighed against.
    """
    places = range(run.first, run.last + 1)
    evidence = run.evidence or (MOST_NATS,) * len(tokens)
    words = [at for at in places if tokens[at].shape in WORD_SHAPES]
    written = {at: tokens[at].text.lower() for at in words}
    known = {at for at in words if find_frequency_class(tokens[at], run.language)}
    lower = [at for at in words if tokens[at].shape is Shape.LOWER]
    function_words = find_function_words(run.language)
    closed, joining = function_words.closed_class, function_words.names_hold
    telling = closed - function_words.homographs
    capital = [
        at
        for at in words
        if tokens[at].shape is Shape.CAPITAL and not starts_sentence(text, tokens[at].start)
    ]
    return WordCounts(
        tokens=len(places),
        characters=sum(len(tokens[at].text) for at in places),
        words=len(words),
        function=sum(written[at] in closed and evidence[at] > SURELY_FOREIGN for at in lower),
        joining=sum(written[at] in function_words.in_noun_phrases for at in lower),
        lower=sum(at in known for at in lower),
        plain=sum(written[at] not in joining for at in lower),
        capital=len(capital),
        title_function=sum(
            written[at] in closed - joining and tokens[at].shape is Shape.CAPITAL for at in words
        ),
        unknown=len(words) - len(known),
        opaque=len(places) - len(words),
        contrary=sum(evidence[at] < CONTRARY_NATS for at in words),
        lone=_weigh_alone(written[words[0]], run.language, rivals) if len(words) == 1 else 0.0,
        strongest=max((evidence[at] for at in lower if written[at] in telling), default=0.0),
        common=any(_is_common(written[at], run.language, own) for at in lower),
        titled=bool(capital and words[0] not in lower),
        telling=not function_words.homographs | find_function_words(own).closed_class
        >= set(written.values()),
    )


@lru_cache(maxsize=16)
def find_function_words(code: str) -> FunctionWords:
    """Give the function words of a language; none where it has no file."""
    known = find_language(code)
    return known.words if known else NO_FUNCTION_WORDS


def _is_common(word: str, language: str, own: str) -> bool:
    """Tell whether a word is met every day in its language and is not one of the own language."""
    return frequency_class(word, language) >= EVERYDAY_CLASS and not frequency_class(word, own)


def _weigh_alone(word: str, language: str, rivals: frozenset[str]) -> float:
    if word in find_function_words(language).keywords:
        return 0.0
    weighed = (weigh_compound(word, language, other) for other in rivals - {language})
    return min(weighed, default=0.0)
