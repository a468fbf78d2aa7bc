"""Words that a language has borrowed, though they look like another's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from aligncheck.languages import find_language

if TYPE_CHECKING:
    from aligncheck.text.protected_spans import Range


@lru_cache(maxsize=8)
def _list_loan_words(language: str) -> tuple[str, ...]:
    """List what a language has borrowed, the longest first."""
    known = find_language(language)
    return tuple(sorted(known.loans, key=len, reverse=True)) if known else ()


@lru_cache(maxsize=8)
def _compile_loan_words(language: str) -> re.Pattern[str]:
    loans = "|".join(map(re.escape, _list_loan_words(language)))
    return re.compile(rf"(?<![^\W_])(?:{loans})(?![^\W_])")


def find_loan_words(text: str, language: str) -> list[Range]:
    """Find the borrowed words and phrases that a language is known to have."""
    if not any(loan in text for loan in _list_loan_words(language)):  # most text has none
        return []
    return [match.span() for match in _compile_loan_words(language).finditer(text)]
