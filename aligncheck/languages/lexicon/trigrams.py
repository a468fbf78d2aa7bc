"""Which of two languages a word looks like, by its letters: for words that no list has."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from aligncheck.languages.lexicon.word_frequencies import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping

TRIGRAM_LETTERS = 3
"""Letters of an entry; ``training/language_data.py`` counts as many."""
WORD_EDGE = "_"
"""What stands in a trigram for the edge of a word: ``_th`` is the beginning of ``the``."""
UNSEEN_TRIGRAM = -12.0
"""Natural logarithm of the share taken for letters that no word of a language has: set by hand, a
little below the rarest that is listed: ``training/language_data.py`` keeps those of at least 1e-5,
-11.5."""


@lru_cache(maxsize=8)
def load_trigrams(language: str) -> Mapping[str, float]:
    """Map three letters to the logarithm of their share of a language's running text.

    Empty in a language without such a list.
    """
    place = DATA / language / "trigrams.txt"
    if not place.is_file():
        return {}
    lines = place.read_text(encoding="utf-8").splitlines()
    return {line[:TRIGRAM_LETTERS]: -int(line[TRIGRAM_LETTERS + 1 :]) / 100 for line in lines}


@lru_cache(maxsize=4096)
def letter_evidence(word: str, foreign: str, own: str) -> float:
    """Give the log-likelihood ratio of a word's trigrams, positive where it looks foreign.

    The mean over the trigrams, so that long words do not outweigh all others; 0 where a language
    has no list of them.
    """
    one, other = load_trigrams(foreign), load_trigrams(own)
    if not one or not other:
        return 0.0
    edged = f"{WORD_EDGE}{word}{WORD_EDGE}"
    trigrams = [edged[at : at + TRIGRAM_LETTERS] for at in range(len(edged) - TRIGRAM_LETTERS + 1)]
    ratios = (one.get(it, UNSEEN_TRIGRAM) - other.get(it, UNSEEN_TRIGRAM) for it in trigrams)
    return sum(ratios) / max(len(trigrams), 1)
