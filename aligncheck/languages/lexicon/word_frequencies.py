"""How common a word is in a language: packaged word lists, of which little more is read than asked.

A line of a list holds the words that begin with the same three letters, ``för =67 a=45 ord=32``:
what follows them, and the frequency class. The lines are sorted, so that a word is found by
bisection and no list is ever taken to pieces, which would cost a tenth of a second in every run.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = Path(__file__).parents[1] / "data"
_UNLISTED = 15
"""The class that a word is taken to have which is in no list: set by hand, half a power of ten
below the rarest that any list has (20); the weights of ``untranslated/fitted`` were fitted with
it."""
_SHORT_LIST_FROM = 30
"""The rarest class of a list that lacks common words, by the ``source.toml`` beside it: chosen, as
Danish alone ends there and the others go on to class 20 or 25."""
_BELOW_SHORT_LIST = 5
"""Classes by which a word that a short list lacks is taken to be rarer than its rarest.

Measured by benchmarks/peers/identification on Danish, whose list ends at class 30: of texts of 40
characters, 94 of 100 are told from Bokmål (0.938 and 0.943 of either), and with class 15 for what
is not listed 92 (0.888 and 0.960)."""
HEAD_LETTERS = 3
"""Letters that the words of a line share."""
DIGITS = 2
"""Digits of a class: the rarest word listed is of class 20, the most frequent of 77."""


@lru_cache(maxsize=1)
def listed_languages() -> frozenset[str]:
    """Name the languages that have a word list."""
    return frozenset(words.parent.name for words in DATA.glob("*/words.txt"))


@lru_cache(maxsize=16384)
def frequency_class(word: str, language: str) -> int:
    """Give how common a word in lower case is in a language, in tenths of the Zipf scale.

    The Zipf scale is the log10 of the occurrences per 10^9 words; ``the`` is 77 in English. 0 for
    a word that is not listed, and in a language without a word list.
    """
    lines, head = _lines(language), word[:HEAD_LETTERS] + " "
    at = bisect_left(lines, head)
    if at == len(lines) or not lines[at].startswith(head):
        return 0
    _, found, after = lines[at].partition(f" {word[HEAD_LETTERS:]}=")
    return int(after[:DIGITS]) if found else 0


@lru_cache(maxsize=16)
def unlisted_class(language: str) -> int:
    """Give the class that a word is taken to have which is not in the list of a language.

    What the Danish list lacks and the Norwegian has may well be Danish: the one has 29,000 words,
    the other 98,000.
    """
    source = DATA / language / "source.toml"
    if not source.is_file():
        return _UNLISTED
    rarest = int(tomllib.loads(source.read_text(encoding="utf-8"))["rarest-class"])
    return rarest - _BELOW_SHORT_LIST if rarest >= _SHORT_LIST_FROM else _UNLISTED


@lru_cache(maxsize=8)
def _lines(language: str) -> Sequence[str]:
    if language not in listed_languages():
        return ()
    return (DATA / language / "words.txt").read_text(encoding="utf-8").splitlines()
