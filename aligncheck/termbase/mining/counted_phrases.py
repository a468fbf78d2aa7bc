"""The stretches of text that are counted when terms are mined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from aligncheck import locales
from aligncheck.languages.stopwords import FUNCTION_CHARACTERS, STOPWORDS
from aligncheck.termbase.lookup.folding import HAN_CLASS, HAN_RUN, has_han

if TYPE_CHECKING:
    from aligncheck.termbase.usage.bead_text import BeadText

_LONGEST_PHRASE: Final = 3
_WORD_LETTERS: Final = 4
_HAN_LENGTHS: Final = range(2, 7)

_WORD: Final = re.compile(rf"[^\W\d_{HAN_CLASS}]+(?:-[^\W\d_{HAN_CLASS}]+)*")
_DETERMINED: Final = re.compile(
    r"\b(?:the|a|an|this|these|those|your|its|their|each|every|another|no|any|such|which|some|"
    r"en|ett|den|det|de|denna|detta|dessa|varje|din|ditt|dina)(?: [\w-]+)? $"
)
"""An article or the like, with at most one word between it and the noun."""
_ENDINGS: Final = {
    "en": re.compile(r"(?<=\w{3})(?:ies|(?<=ss|sh|ch)es|(?<=x)es|(?<![sui])s)$"),
    "sv": re.compile(
        r"(?<=\w{3})(?:ernas?|arnas?|ornas?|enas?|ens?|ets?|ers?|ars?|ors?|ns?|a|e|t)$"
    ),
}
_DEFINITE: Final = re.compile(r"(?:en|et|erna|arna|orna|ena)s?$")


def is_in_target_language(source: BeadText, target: BeadText) -> bool:
    """Tell whether a target is not the source over again, whole or for the most part."""
    if locales.language(target.document.locale) == "zh":
        return has_han(target.text)
    if locales.language(source.document.locale) == "zh":
        return not has_han(target.text)
    own = set(_WORD.findall(source.text.lower()))
    words = _WORD.findall(target.text.lower())
    return sum(word in own for word in words) * 2 <= len(words)


def strip_ending(word: str, language: str) -> str:
    """Take the commonest endings off a word, so that most of its forms count as one.

    Coarser than the forms of a term: what is left need not be a word.
    """
    endings = _ENDINGS.get(language)
    found = endings.search(word) if endings else None
    if not found:
        return word
    return word[: found.start()] + ("y" if found.group() == "ies" else "")


def find_source_phrases(text: str, language: str) -> dict[str, tuple[tuple[int, int], bool]]:
    """Give the phrases of a folded text that may be terms: of several words, or heads of a phrase.

    By stem, with the place of the first, and whether no content word after it, and an article
    before it or a definite ending, show a noun. Nothing for languages whose function words are not
    known.
    """
    stopwords = STOPWORDS.get(language)
    if stopwords is None:
        return {}
    words = [found.span() for found in _WORD.finditer(text)]
    found: dict[str, tuple[tuple[int, int], bool]] = {}
    for last, (_, end) in enumerate(words):
        following = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        is_head = following is None or following.group() in stopwords
        for first in _find_phrase_starts(words, last, text, stopwords):
            if is_head or first < last:
                start = words[first][0]
                key = " ".join(
                    strip_ending(text[a:b], language) for a, b in words[first : last + 1]
                )
                shown = is_head and _shows_noun(text, start, end, language)
                if key not in found or (shown and not found[key][1]):
                    found[key] = ((start, end), shown)
    return found


def _find_phrase_starts(
    words: list[tuple[int, int]], last: int, text: str, stopwords: frozenset[str]
) -> list[int]:
    """Give the words at which a phrase that ends in a given one may begin."""
    found = []
    for first in range(last, max(last - _LONGEST_PHRASE, -1), -1):
        start, end = words[first]
        if text[start:end] in stopwords or (
            first < last and text[end : words[first + 1][0]] != " "
        ):
            break
        if first < last or end - start >= _WORD_LETTERS:
            found.append(first)
    return found


def _shows_noun(text: str, start: int, end: int, language: str) -> bool:
    if language == "sv" and _DEFINITE.search(text[start:end]):
        return True
    return _DETERMINED.search(text[max(0, start - 40) : start]) is not None


def find_target_stretches(plain: str, language: str) -> dict[str, tuple[int, int]]:
    """Give the stretches of a folded target that may be a rendering, with the place of the first.

    Runs of two to six Chinese characters without function words; elsewhere single words by stem.
    """
    found: dict[str, tuple[int, int]] = {}
    if has_han(plain):
        for run in HAN_RUN.finditer(plain):
            for length in _HAN_LENGTHS:
                for at in range(run.start(), run.end() - length + 1):
                    gram = plain[at : at + length]
                    if FUNCTION_CHARACTERS.isdisjoint(gram):
                        found.setdefault(gram, (at, at + length))
        return found
    stopwords = STOPWORDS.get(language, frozenset())
    for word in _WORD.finditer(plain):
        if word.group() not in stopwords and word.end() - word.start() >= _WORD_LETTERS:
            found.setdefault(strip_ending(word.group(), language), word.span())
    return found
