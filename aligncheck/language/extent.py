"""Where a stretch really begins and ends: names at its edges, and wording copied from the source."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from aligncheck.language.stretches import is_initial
from aligncheck.language.tokens import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.language.stretches import Stretch
    from aligncheck.language.tokens import Token

NEUTRAL = 1.0
"""Nats up to which a word may be of either language."""
_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[.,;:!?…。，；：！？](?:\s|$)")


def extend(text: str, tokens: Sequence[Token], stretch: Stretch, copies: Sequence[str]) -> Stretch:
    """Widen a stretch by neutral tokens up to the clause's edge, and by what a copy has too."""
    if not stretch.evidence:
        return stretch
    first, last = _by_copy(text, tokens, stretch, copies)
    left, right = first, last
    while left > 0 and _joins(text, tokens, stretch, left - 1, left):
        left -= 1
    if is_initial(text, tokens[left].start):
        first = left
    while right + 1 < len(tokens) and _joins(text, tokens, stretch, right + 1, right + 1):
        right += 1
    if right + 1 == len(tokens) or _BREAK.match(text, tokens[right].end):
        last = right
    return replace(stretch, first=first, last=last)


def _joins(text: str, tokens: Sequence[Token], stretch: Stretch, at: int, gap: int) -> bool:
    """Tell whether the token ``at`` may go on the stretch across the gap before token ``gap``."""
    between = text[tokens[gap - 1].end : tokens[gap].start]
    return abs(stretch.evidence[at]) <= NEUTRAL and not re.search(r"[.,;:!?…]", between)


def _by_copy(
    text: str, tokens: Sequence[Token], stretch: Stretch, copies: Sequence[str]
) -> tuple[int, int]:
    """Widen a stretch as long as some copy has the longer wording too."""
    first, last = stretch.first, stretch.last
    folded = [_fold(copy) for copy in copies]

    def has(start: int, end: int) -> bool:
        wording = _fold(text[tokens[start].start : tokens[end].end])
        return any(wording in copy for copy in folded)

    if not has(first, last):
        return first, last
    while first > 0 and _letters(tokens[first - 1]) and has(first - 1, last):
        first -= 1
    while last + 1 < len(tokens) and _letters(tokens[last + 1]) and has(first, last + 1):
        last += 1
    return first, last


def _letters(token: Token) -> bool:
    return token.shape is not Shape.OTHER


def _fold(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.lower()))} "


def copied_words(wording: str, copy: str) -> int:
    """Count the words of the longest stretch of ``wording`` that ``copy`` has word for word."""
    words, folded = _WORD.findall(wording.lower()), _fold(copy)
    longest = 0
    for start in range(len(words)):
        while (
            start + longest < len(words)
            and f" {' '.join(words[start : start + longest + 1])} " in folded
        ):
            longest += 1
    return longest
