"""The stretches of text that are counted when terms are mined."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from aligncheck.languages import find_language, scripts_of
from aligncheck.termbase.lookup.folding import HAN_CLASS, HAN_RUN, has_han
from aligncheck.text.scripts import Script

if TYPE_CHECKING:
    from aligncheck.termbase.usage.bead_text import BeadText

_LONGEST_PHRASE: Final = 3
"""Words of a phrase that may be a term; chosen because longer ones seldom recur."""
_WORD_LETTERS: Final = 4
"""Letters of a word that is counted alone; chosen because shorter ones are seldom terms."""
_HAN_LENGTHS: Final = range(2, 7)
"""Characters of a run that is counted; chosen because terms have two to six."""
_DETERMINER_REACH: Final = 40
"""Code points before a phrase in which a determiner is looked for: chosen, to bound the search, as
long enough for itself and one word."""

_WORD: Final = re.compile(rf"[^\W\d_{HAN_CLASS}]+(?:-[^\W\d_{HAN_CLASS}]+)*")


def is_in_target_language(source: BeadText, target: BeadText) -> bool:
    """Tell whether a target is not the source over again, whole or for the most part."""
    if scripts_of(target.document.locale)[0] is Script.HAN:
        return has_han(target.text)
    if scripts_of(source.document.locale)[0] is Script.HAN:
        return not has_han(target.text)
    own = set(_WORD.findall(source.text.lower()))
    words = _WORD.findall(target.text.lower())
    return sum(word in own for word in words) * 2 <= len(words)


def strip_ending(word: str, locale: str) -> str:
    """Take the commonest endings off a word, so that most of its forms count as one.

    Coarser than the forms of a term: what is left need not be a word.
    """
    endings = _compile_endings(locale)
    found = endings.search(word) if endings else None
    if not found:
        return word
    return word[: found.start()] + ("y" if found.group() == "ies" else "")


@cache
def _compile_endings(locale: str) -> re.Pattern[str] | None:
    language = find_language(locale)
    return re.compile(language.nouns.endings) if language and language.nouns.endings else None


def find_source_phrases(text: str, locale: str) -> dict[str, tuple[tuple[int, int], bool]]:
    """Give the phrases of a folded text that may be terms: of several words, or heads of a phrase.

    By stem, with the place of the first, and whether no content word after it, and an article
    before it or a definite ending, show a noun. Nothing for languages without a file, and for those
    whose words are not parted.
    """
    language = find_language(locale)
    if language is None or language.scripts[0] is Script.HAN:
        return {}
    stopwords = language.words.stopwords
    words = [found.span() for found in _WORD.finditer(text)]
    found: dict[str, tuple[tuple[int, int], bool]] = {}
    for last, (_, end) in enumerate(words):
        following = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        is_head = following is None or following.group() in stopwords
        for first in _find_phrase_starts(words, last, text, stopwords):
            if is_head or first < last:
                start = words[first][0]
                key = " ".join(strip_ending(text[a:b], locale) for a, b in words[first : last + 1])
                shown = is_head and _shows_noun(text, start, end, locale)
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


def _shows_noun(text: str, start: int, end: int, locale: str) -> bool:
    """Tell whether a definite ending, or a determiner before it, shows a word to be a noun."""
    language = find_language(locale)
    definite = language.nouns.definite if language else ""
    if definite and re.search(definite, text[start:end]):
        return True
    determiner = _compile_determiners(locale)
    before = text[max(0, start - _DETERMINER_REACH) : start]
    return determiner is not None and determiner.search(before) is not None


@cache
def _compile_determiners(locale: str) -> re.Pattern[str] | None:
    """Compile an article or the like, with at most one word between it and the noun."""
    language = find_language(locale)
    words = "|".join(sorted(language.words.determiners)) if language else ""
    # before the noun a blank or, of an elided article (l'eau, l'ancienne vanne), its apostrophe
    return re.compile(rf"\b(?:{words})(?:'|(?:[ '][\w-]+)? )$") if words else None


def find_target_stretches(plain: str, locale: str) -> dict[str, tuple[int, int]]:
    """Give the stretches of a folded target that may be a rendering, with the place of the first.

    Runs of two to six Chinese characters without function words; elsewhere single words by stem.
    Nothing for languages without a file, whose forms would be taken for other words.
    """
    language = find_language(locale)
    if language is None:
        return {}
    stopwords = language.words.stopwords
    found: dict[str, tuple[int, int]] = {}
    if has_han(plain):
        for run in HAN_RUN.finditer(plain):
            for length in _HAN_LENGTHS:
                for at in range(run.start(), run.end() - length + 1):
                    gram = plain[at : at + length]
                    if stopwords.isdisjoint(gram):
                        found.setdefault(gram, (at, at + length))
        return found
    for word in _WORD.finditer(plain):
        if word.group() not in stopwords and word.end() - word.start() >= _WORD_LETTERS:
            found.setdefault(strip_ending(word.group(), locale), word.span())
    return found
