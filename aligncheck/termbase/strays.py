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
    from aligncheck.termbase.demands import Demand, Exchange

LEAST_LETTERS: Final = 4
REACH: Final = 0.1
"""How far from the term's place, as a share of the text, a word may stand."""
MARGIN: Final = 0.05
"""How much nearer than any other it must stand."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DEFINITE_BEFORE: Final = re.compile(
    r"\b(?:the|this|that|these|those)(?: [\w-]+)? $", re.IGNORECASE
)
_DEFINITE: Final = {"sv": re.compile(r"(?:[eaoi]n|et|erna|arna|orna|ena)s?$")}


def stray_for(demand: Demand, exchange: Exchange) -> tuple[int, int] | None:
    """Find the word of the target that stands where a term stands in the source, or None."""
    source, target = exchange.source.text, exchange.target.text
    language = locales.language(exchange.target.document.locale)
    ending = _DEFINITE.get(language)
    if ending is None or "\n" in source + target or not _is_definite_head(demand, exchange):
        return None
    place = demand.start / len(source)
    near = []
    for word in _WORD.finditer(target):
        free = not any(m.start < word.end() and word.start() < m.end for m in exchange.offered)
        if free and ending.search(word.group()) and _is_content(word.group(), source, language):
            near.append((abs(word.start() / len(target) - place), word.span()))
    near.sort()
    if not near or near[0][0] > REACH:
        return None
    alone = len(near) == 1 or near[1][0] >= near[0][0] + MARGIN
    return near[0][1] if alone else None


def _is_definite_head(demand: Demand, exchange: Exchange) -> bool:
    """Tell whether a term has an article before it and no content word after it."""
    text = exchange.source.text
    if _DEFINITE_BEFORE.search(text[: demand.start]) is None:
        return False
    after = _WORD.match(text, demand.end + 1) if text[demand.end : demand.end + 1] == " " else None
    stopwords = STOPWORDS.get(locales.language(exchange.source.document.locale), frozenset())
    return after is None or after.group().lower() in stopwords


def _is_content(word: str, source: str, language: str) -> bool:
    """Tell whether a word may be a term: in lower case, no function word, and not the source's."""
    stopwords = STOPWORDS.get(language, frozenset())
    return (
        len(word) >= LEAST_LETTERS
        and word.islower()
        and word not in stopwords
        and word not in source
    )
