"""The word that stands for a term by its place alone, where nothing in the word itself tells.

For languages that mark the definite form on the noun: where the source has "the" before a term that
ends its noun phrase, a definite noun that stands in the same place and has no rival near.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from aligncheck.languages import find_language

if TYPE_CHECKING:
    from aligncheck.termbase.usage.demands import BeadTerms, TermDemand

_CANDIDATE_LETTERS: Final = 4
"""Letters of a word that may be a term; chosen because shorter ones are mostly function words."""
_POSITION_REACH: Final = 0.1
"""How far from the term's place, as a share of the text, a word may stand; chosen."""
_POSITION_MARGIN: Final = 0.05
"""How much nearer than any other it must stand, as a share of the text; chosen."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def find_positional_candidate(demand: TermDemand, bead: BeadTerms) -> tuple[int, int] | None:
    """Find the word of the target that stands where a term stands in the source, or None."""
    source, target = bead.source.text, bead.target.text
    language = find_language(bead.target.document.locale)
    ending = _compile_definite(bead.target.document.locale)
    if language is None or ending is None or "\n" in source + target:
        return None
    if not _is_definite_head(demand, bead):
        return None
    # en  When hot, the damper closes.     "damper" begins at 14 of 28
    # sv  Vid värme går spjället igen.     "spjället", a definite noun, at 14 of 28: found
    stopwords = language.words.stopwords
    place = demand.start / len(source)
    near = []
    for word in _WORD.finditer(target):
        free = not any(m.start < word.end() and word.start() < m.end for m in bead.target_terms)
        definite = ending.search(word.group()) is not None
        if free and definite and _may_be_term(word.group(), source, stopwords):
            near.append((abs(word.start() / len(target) - place), word.span()))
    near.sort()
    if not near or near[0][0] > _POSITION_REACH:
        return None
    alone = len(near) == 1 or near[1][0] >= near[0][0] + _POSITION_MARGIN
    return near[0][1] if alone else None


def _is_definite_head(demand: TermDemand, bead: BeadTerms) -> bool:
    """Tell whether a term has an article before it and no content word after it."""
    text = bead.source.text
    language = find_language(bead.source.document.locale)
    before = _compile_definite_determiners(bead.source.document.locale)
    if language is None or before is None or before.search(text[: demand.start]) is None:
        return False
    after = _WORD.match(text, demand.end + 1) if text[demand.end : demand.end + 1] == " " else None
    return after is None or after.group().lower() in language.words.stopwords


@cache
def _compile_definite(locale: str) -> re.Pattern[str] | None:
    """Compile the endings that a definite noun may have; None where the language has none."""
    language = find_language(locale)
    if language is None or not language.nouns.definite:
        return None
    nouns = language.nouns
    return re.compile("|".join(part for part in (nouns.definite, nouns.perhaps_definite) if part))


@cache
def _compile_definite_determiners(locale: str) -> re.Pattern[str] | None:
    """Compile "the" and its like before a noun, with at most one word between."""
    language = find_language(locale)
    listed = language.words.definite_determiners if language else frozenset()
    words = "|".join(sorted(listed))
    between = r"(?:['’]|(?:[ '’][\w-]+)? )"  # a blank, or the apostrophe of l'eau
    return re.compile(rf"\b(?:{words}){between}$", re.IGNORECASE) if words else None


def _may_be_term(word: str, source: str, stopwords: frozenset[str]) -> bool:
    """Tell whether a word may be a term: in lower case, no function word, and not the source's."""
    return (
        len(word) >= _CANDIDATE_LETTERS
        and word.islower()
        and word not in stopwords
        and word not in source
    )
