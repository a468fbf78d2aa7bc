"""How much a single word speaks for one language against another."""

from __future__ import annotations

import math
from functools import lru_cache

from aligncheck.languages.lexicon import UNKNOWN, frequency_class
from aligncheck.languages.trigrams import letter_evidence
from aligncheck.text.tokens import Shape, Token

LIMIT = 5.0
"""The most one word counts, in nats: no single word decides on its neighbours."""
CLASS = math.log(10) / 10
"""Nats per frequency class."""
LONG = 40
"""Code points of protected text that do not join what stands on either side."""
BREAK = -3.0
NAME = 0.3
"""What is left of the evidence of a word that is capitalized in the middle of a sentence."""


def word_evidence(token: Token, foreign: str, own: str, *, initial: bool) -> float:
    """Give the log-likelihood ratio of a token, in nats, positive where it is foreign.

    ``initial`` tells that a capital may be there for the sentence's sake. 0 for what is no word.
    """
    if token.shape is Shape.LOWER or (token.shape is Shape.CAPITAL and initial):
        return compound_evidence(token.text.lower(), foreign, own)
    if token.shape is Shape.CAPITAL:
        return compound_evidence(token.text.lower(), foreign, own) * NAME
    return BREAK if token.end - token.start > LONG else 0.0


@lru_cache(maxsize=8192)
def compound_evidence(word: str, foreign: str, own: str) -> float:
    """Weigh a word in lower case; of a hyphenated one, the part that is least foreign."""
    whole = word.partition(":")[0].replace("’", "'").replace("‑", "-")
    if "-" not in whole or frequency_class(whole, own):
        return _evidence(whole, foreign, own)
    return min(_evidence(part, foreign, own) for part in whole.split("-"))


def _evidence(word: str, foreign: str, own: str) -> float:
    there, here = frequency_class(word, foreign), frequency_class(word, own)
    if not there and not here:
        evidence = letter_evidence(word, foreign, own)
    else:
        evidence = CLASS * ((there or UNKNOWN) - (here or UNKNOWN))
    return max(-LIMIT, min(LIMIT, evidence))


def commonness(token: Token, language: str) -> int:
    """Give the frequency class of a word in a language; 0 where it has no such word."""
    word = token.text.lower().replace("’", "'")
    return frequency_class(word, language) or min(
        frequency_class(part, language) for part in word.split("-")
    )
