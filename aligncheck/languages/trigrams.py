"""Which of two languages a word looks like, by its letters: for words that no list has."""

from __future__ import annotations

import json
import math
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 3
FLOOR = -12.0
"""Log-probability of letters that a profile does not have: below the rarest that it has."""


@lru_cache(maxsize=8)
def load_profile(language: str) -> Mapping[str, float]:
    """Map letter sequences to their log-probability, from langdetect's profile; empty without one.

    Three letters, a blank marking the edge of a word. Read directly, without importing langdetect:
    a detector would load all languages and take milliseconds a word.
    """
    package = find_spec("langdetect")
    places = (package.submodule_search_locations if package else None) or ()
    entry = next((Path(place, "profiles", language) for place in places), None)
    if entry is None or not entry.is_file():
        return {}
    profile = json.loads(entry.read_text(encoding="utf-8"))
    total = profile["n_words"][LONGEST - 1]
    grams = profile["freq"].items()
    return {gram: math.log(count / total) for gram, count in grams if len(gram) == LONGEST}


@lru_cache(maxsize=4096)
def letter_evidence(word: str, foreign: str, own: str) -> float:
    """Give the log-likelihood ratio of a word's trigrams, positive where it looks foreign.

    The mean over the trigrams, so that long words do not outweigh all others; 0 where a language
    has no profile.
    """
    one, other = load_profile(foreign), load_profile(own)
    if not one or not other:
        return 0.0
    padded = f" {word} "
    grams = [padded[at : at + LONGEST] for at in range(len(padded) - LONGEST + 1)]
    ratios = (one.get(gram, FLOOR) - other.get(gram, FLOOR) for gram in grams)
    return sum(ratios) / max(len(grams), 1)
