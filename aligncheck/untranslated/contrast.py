"""How a language is told from another: by its script or by its words."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from aligncheck.languages import find_language, scripts_of
from aligncheck.text.scripts import Script

KIN_FUNCTION_SHARE = 0.2
"""The share of function words from which two languages are kin, chosen between the pairs below."""


class Contrast(StrEnum):
    """How text in a foreign language is told from the document's own."""

    WORDS = "words"
    """Both are written in one script: word by word."""
    LATIN = "latin"
    """Latin letters among others: real words of the language, not names or code."""
    OTHER = "other"
    """Another script altogether."""


@lru_cache(maxsize=256)
def find_contrast(foreign: str, own: str) -> Contrast | None:
    """Tell how text in the foreign language stands out in the own one.

    None where nothing that is known of the two tells it: both are written in one script and one of
    them has no file, or the own language uses every script of the foreign one too, as Japanese
    does those of Chinese.
    """
    theirs, ours = scripts_of(foreign), scripts_of(own)
    if theirs[0] is ours[0]:
        known = find_language(foreign) and find_language(own)
        return Contrast.WORDS if known else _by_second_script(theirs, ours)
    if not find_telling_scripts(foreign, own):
        return None
    if theirs[0] is not Script.LATIN:
        return Contrast.OTHER
    return Contrast.LATIN if find_language(foreign) else None


def _by_second_script(theirs: tuple[Script, ...], ours: tuple[Script, ...]) -> Contrast | None:
    """Japanese in Chinese shows by its kana, though both have Han characters."""
    return Contrast.OTHER if frozenset(theirs) - frozenset(ours) - {Script.LATIN} else None


@lru_cache(maxsize=64)
def are_kin(one: str, other: str) -> bool:
    """Tell whether two known languages share so many function words that a few tell nothing.

    Danish and Bokmål share 0.61 of them, Danish and Swedish 0.26, Bokmål and Swedish 0.29; English
    and German 0.02, German and Danish 0.05.
    """
    known, rival = find_language(one), find_language(other)
    if known is None or rival is None:
        return False
    words, others = known.words.closed_class, rival.words.closed_class
    return len(words & others) >= KIN_FUNCTION_SHARE * min(len(words), len(others))


def find_telling_scripts(foreign: str, own: str) -> frozenset[Script]:
    """Give the scripts that the foreign language is written in and the own one is not."""
    return frozenset(scripts_of(foreign)) - frozenset(scripts_of(own))
