"""How common a word is in a language: packaged word lists, read when first asked for."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA = files("aligncheck.language") / "data"
UNKNOWN = 15
"""The class of a word that is in no list: below the rarest that is listed."""


@lru_cache(maxsize=1)
def listed_languages() -> frozenset[str]:
    """Name the languages that have a word list."""
    names = (entry.name for entry in (DATA / "words").iterdir())
    return frozenset(name.removesuffix(".txt") for name in names if name.endswith(".txt"))


@lru_cache(maxsize=8)
def load_lexicon(language: str) -> Mapping[str, int]:
    """Map the words of a language to their frequency class: tenths of the Zipf scale.

    The Zipf scale is the log10 of the occurrences per 10^9 words; ``the`` is 77 in English. Empty
    for a language without a word list.
    """
    if language not in listed_languages():
        return {}
    words: dict[str, int] = {}
    for line in (DATA / "words" / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        zipf, *of_class = line.split(" ")
        words.update(zip(of_class, repeat(int(zipf)), strict=False))
    return words
