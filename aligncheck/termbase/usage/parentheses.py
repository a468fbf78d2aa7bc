"""Parentheses after a term, which are to hold its abbreviation."""

from __future__ import annotations

import re
from typing import Final

from aligncheck.termbase.lookup.folding import fold_text, has_han, simplify_han

_REPEATED_CHARACTERS: Final = 2
"""Characters that a repeated term has at least; chosen because one is a mark of a list."""
_PARENTHESIS: Final = re.compile(r"\s?[(（]\s*([^()（）]{1,60}?)\s*[)）]")


def find_parentheses(text: str) -> list[re.Match[str]]:
    """Find parentheses; group 1 is what each holds."""
    return list(_PARENTHESIS.finditer(text))


def repeats_words_before(text: str, found: re.Match[str]) -> bool:
    """Tell whether a parenthesis holds the words before it once more; names may."""
    inside, before = _fold_plain(found.group(1)), _fold_plain(text[: found.start()])
    if len(inside) < _REPEATED_CHARACTERS or not before.endswith(inside):
        return False
    if has_han(inside):
        return True
    edge = before[: -len(inside)][-1:]
    return not edge.isalnum() and is_lower_words(found.group(1))


def is_lower_words(text: str) -> bool:
    """Tell whether a text is nothing but words in lower case, which no abbreviation is."""
    first, *others = re.split("[ -]", text)
    words = (first, *others)
    return len(first) > 1 and all(word.isalpha() and word.islower() for word in words)


def _fold_plain(text: str) -> str:
    return simplify_han(fold_text(text).text).strip()
