"""How much a single word speaks for one language against another."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from aligncheck.languages import find_language
from aligncheck.languages.lexicon.trigrams import letter_evidence
from aligncheck.languages.lexicon.word_frequencies import frequency_class, unlisted_class
from aligncheck.text.tokens import Shape, Token

MOST_NATS = 5.0
"""The most one word counts, in nats: 150 times as likely; chosen so that no word decides on its
neighbours."""
SMALL_WORD_NATS = 1.0
"""The most that a function word or number word of the own language counts as a foreign one: as
much as leaves it neutral in ``run_edges``."""
NATS_PER_CLASS = math.log(10) / 10
"""Nats per frequency class, which is a tenth of a power of ten: a definition, nothing chosen."""
LONG_OPAQUE = 40
"""Code points of protected text that do not join what stands on either side; chosen as longer
than a
command or a file name in a sentence."""
BREAK_NATS = -3.0
"""What such text counts for: more than a change of language costs, so that it parts two runs."""
NAME_SHARE = 0.3
"""What is left of the evidence of a word that is capitalized in the middle of a sentence.

It is mostly a name, but for languages that capitalize every noun. Set by hand and borne out by the
tables of ``tests/untranslated``, which fail on either side: with 0.25 one name is called text, with
0.15 six, with 0.4 one name is and one text is missed. The weights were fitted with it.
"""


def weigh_word(token: Token, foreign: str, own: str, *, initial: bool) -> float:
    """Give the log-likelihood ratio of a token, in nats, positive where it is foreign.

    ``initial`` tells that a capital may be there for the sentence's sake. 0 for what is no word.
    """
    if token.shape is Shape.LOWER or (token.shape is Shape.CAPITAL and initial):
        return weigh_compound(token.text.lower(), foreign, own)
    if token.shape is Shape.CAPITAL:
        nats = weigh_compound(token.text.lower(), foreign, own)
        return nats if _capitalizes_nouns(foreign if nats > 0 else own) else nats * NAME_SHARE
    return BREAK_NATS if token.end - token.start > LONG_OPAQUE else 0.0


@lru_cache(maxsize=16)
def _capitalizes_nouns(code: str) -> bool:
    known = find_language(code)
    return known is not None and known.capitals.nouns


@lru_cache(maxsize=8192)
def weigh_compound(word: str, foreign: str, own: str) -> float:
    """Weigh a word in lower case; of one that a mark parts, the part that is least foreign.

    An apostrophe parts where neither language lists the whole: French ``l'eau`` is two words, and
    no list of words or of letters has it; English ``don't`` is listed.
    """
    whole = word.partition(":")[0].replace("’", "'").replace("‑", "-")
    if frequency_class(whole, own):
        return _weigh_plain(whole, foreign, own)
    parts = [part for piece in whole.split("-") for part in _part_elision(piece, foreign, own)]
    return min(_weigh_plain(part, foreign, own) for part in parts)


def _part_elision(word: str, foreign: str, own: str) -> list[str]:
    if "'" not in word or frequency_class(word, own) or frequency_class(word, foreign):
        return [word]
    return word.split("'")


@lru_cache(maxsize=16)
def _list_small_words(code: str) -> frozenset[str]:
    known = find_language(code)
    if known is None:
        return frozenset()
    numbers = " ".join((*known.numerals.ones, *known.numerals.tens)).split()
    return known.words.closed_class | frozenset(numbers)


def _weigh_plain(word: str, foreign: str, own: str) -> float:
    """Weigh a word by its frequencies, of one in no list the letters.

    A function word or number word of the own language says little against it, however common it is
    in the other: Danish ``to`` (two) in "to skabe i to byer" is not English.
    """
    # "the" is of class 77 in English and 56 in Swedish: (77 - 56) * 0.23 = 4.8 nats for English;
    # "men" is of 55 and 68: -3.0, for Swedish; "och" of 29 and 74: -10.4, of which 5 count.
    there, here = frequency_class(word, foreign), frequency_class(word, own)
    if not there and not here:
        evidence = letter_evidence(word, foreign, own)
    else:
        there, here = there or unlisted_class(foreign), here or unlisted_class(own)
        evidence = NATS_PER_CLASS * (there - here)
    most = SMALL_WORD_NATS if word in _list_small_words(own) else MOST_NATS
    return max(-MOST_NATS, min(most, evidence))


def find_frequency_class(token: Token, language: str) -> int:
    """Give the frequency class of a word in a language; 0 where it has no such word."""
    word = token.text.lower().replace("’", "'")
    return frequency_class(word, language) or min(
        frequency_class(part, language) for part in re.split("['-]", word)
    )
