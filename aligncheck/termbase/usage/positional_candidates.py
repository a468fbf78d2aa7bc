"""The word that stands for a term by its place alone, where nothing in the word itself tells.

For languages that mark the definite form on the noun: where the source has "the" before a term that
ends its noun phrase, a definite noun that stands in the same place and has no rival near.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from aligncheck import locales
from aligncheck.languages.stopwords import STOPWORDS

if TYPE_CHECKING:
    from aligncheck.termbase.usage.demands import BeadTerms, TermDemand

_CANDIDATE_LETTERS: Final = 4
_POSITION_REACH: Final = 0.1
"""How far from the term's place, as a share of the text, a word may stand."""
_POSITION_MARGIN: Final = 0.05
"""How much nearer than any other it must stand."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DEFINITE_BEFORE: Final = re.compile(
    r"\b(?:the|this|that|these|those)(?: [\w-]+)? $", re.IGNORECASE
)
_DEFINITE: Final = {"sv": re.compile(r"(?:[eaoi]n|et|erna|arna|orna|ena)s?$")}


def find_positional_candidate(demand: TermDemand, bead: BeadTerms) -> tuple[int, int] | None:
    """Find the word of the target that stands where a term stands in the source, or None."""
    source, target = bead.source.text, bead.target.text
    language = locales.language(bead.target.document.locale)
    ending = _DEFINITE.get(language)
    if ending is None or "\n" in source + target or not _is_definite_head(demand, bead):
        return None
    place = demand.start / len(source)
    near = []
    for word in _WORD.finditer(target):
        free = not any(m.start < word.end() and word.start() < m.end for m in bead.target_terms)
        if free and ending.search(word.group()) and _may_be_term(word.group(), source, language):
            near.append((abs(word.start() / len(target) - place), word.span()))
    near.sort()
    if not near or near[0][0] > _POSITION_REACH:
        return None
    alone = len(near) == 1 or near[1][0] >= near[0][0] + _POSITION_MARGIN
    return near[0][1] if alone else None


def _is_definite_head(demand: TermDemand, bead: BeadTerms) -> bool:
    """Tell whether a term has an article before it and no content word after it."""
    text = bead.source.text
    if _DEFINITE_BEFORE.search(text[: demand.start]) is None:
        return False
    after = _WORD.match(text, demand.end + 1) if text[demand.end : demand.end + 1] == " " else None
    stopwords = STOPWORDS.get(locales.language(bead.source.document.locale), frozenset())
    return after is None or after.group().lower() in stopwords


def _may_be_term(word: str, source: str, language: str) -> bool:
    """Tell whether a word may be a term: in lower case, no function word, and not the source's."""
    stopwords = STOPWORDS.get(language, frozenset())
    return (
        len(word) >= _CANDIDATE_LETTERS
        and word.islower()
        and word not in stopwords
        and word not in source
    )
