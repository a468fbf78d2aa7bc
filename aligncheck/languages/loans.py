"""Words that a language has borrowed, though they look like another's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from aligncheck.languages.lexicon import DATA

if TYPE_CHECKING:
    from aligncheck.text.protected_spans import Range


@lru_cache(maxsize=8)
def _loans(language: str) -> tuple[str, ...]:
    """List what a language has borrowed, the longest first."""
    for line in (DATA / "loans.txt").read_text(encoding="utf-8").splitlines():
        head, _, listed = line.partition(": ")
        if head == language:
            return tuple(sorted(listed.split(", "), key=len, reverse=True))
    return ()


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    loans = "|".join(map(re.escape, _loans(language)))
    return re.compile(rf"(?<![^\W_])(?:{loans})(?![^\W_])")


def loan_ranges(text: str, language: str) -> list[Range]:
    """Find the borrowed words and phrases that a language is known to have."""
    if not any(loan in text for loan in _loans(language)):  # most text has none
        return []
    return [match.span() for match in _pattern(language).finditer(text)]
