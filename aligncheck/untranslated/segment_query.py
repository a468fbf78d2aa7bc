"""A segment's text and what is to be known to judge it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.languages import find_language
from aligncheck.languages.lexicon.loan_words import find_loan_words
from aligncheck.text.protected_spans import find_opaque_ranges
from aligncheck.text.tokens import tokenize_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.text.protected_spans import Range
    from aligncheck.text.tokens import Token


class SegmentQuery(NamedTuple):
    """A segment's text and what is to be known to judge it.

    ``own`` is the language it should be in and ``foreign`` those it may have been left in;
    ``protected`` are ranges that markup or termbase spare; ``copies`` are the texts of its
    counterparts with their language; ``label`` tells that it is a heading, a cell or the like;
    ``least_copied`` counts the words from which on a text that a counterpart has word for word was
    copied from it, where the words themselves tell nothing.
    """

    text: str
    own: str
    foreign: tuple[str, ...]
    protected: tuple[Range, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    label: bool = False
    least_copied: int = 4

    @property
    def languages(self) -> tuple[str, ...]:
        """The own language and the foreign ones."""
        return self.own, *self.foreign


@lru_cache(maxsize=4096)
def tokenize_query(query: SegmentQuery) -> tuple[Token, ...]:
    """Cut a segment into tokens; what markup, termbase and loan words spare is opaque."""
    loans = find_loan_words(query.text, query.own)
    opaque = find_opaque_ranges(query.text, (*query.protected, *loans))
    return tokenize_text(query.text, opaque, find_one_letter_words(query.languages))


@lru_cache(maxsize=64)
def find_one_letter_words(languages: Sequence[str]) -> frozenset[str]:
    """Give the single letters that are words in one of the languages."""
    known = (find_language(code) for code in languages)
    return frozenset().union(*(one.one_letter_words for one in known if one))
