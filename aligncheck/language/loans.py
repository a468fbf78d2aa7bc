"""Words that a language has borrowed, though they look like another's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from aligncheck.language.lexicon import DATA

if TYPE_CHECKING:
    from aligncheck.language.protected import Range


@lru_cache(maxsize=8)
def _loans(language: str) -> re.Pattern[str] | None:
    for line in (DATA / "loans.txt").read_text(encoding="utf-8").splitlines():
        head, _, listed = line.partition(": ")
        if head == language:
            loans = sorted(listed.split(", "), key=len, reverse=True)
            return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, loans))})(?![^\W_])")
    return None


def loan_ranges(text: str, language: str) -> list[Range]:
    """Find the borrowed words and phrases that a language is known to have."""
    pattern = _loans(language)
    return [match.span() for match in pattern.finditer(text)] if pattern else []
