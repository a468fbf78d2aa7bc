"""Where a stretch begins and ends: names at its edges, and wording copied from the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aligncheck.text.tokens import Shape
from aligncheck.untranslated.stretches import is_initial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.text.tokens import Token
    from aligncheck.untranslated.stretches import Stretch

NEUTRAL = (-0.3, 1.0)
"""Nats between which a word may be of either language."""
NEUTRAL_NAME = (-1.2, 5.0)
"""The same of a word that is capitalized like a name."""
MOST = 4
"""Tokens of a stretch that is most of its sentence."""
_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[)\]]?[.,;:!?…。，；：！？](?:\s|$)")


def extend(text: str, tokens: Sequence[Token], stretch: Stretch, copies: Sequence[str]) -> Stretch:
    """Widen a stretch by what a copy has too, and by neutral tokens up to an edge.

    The edge is that of the clause, or of the sentence where the stretch is most of it.
    """
    if not stretch.evidence:
        return stretch
    first, last = _by_copy(text, tokens, stretch, copies)
    reach = last - first if last - first >= MOST else 0
    left, right = first, last
    while left > 0 and _joins(text, tokens, stretch, left - 1, left, far=first - left < reach):
        left -= 1
    if is_initial(text, tokens[left].start):
        first = left
    while right + 1 < len(tokens) and _joins(
        text, tokens, stretch, right + 1, right + 1, far=right - last < reach
    ):
        right += 1
    if right + 1 == len(tokens) or _BREAK.match(text, tokens[right].end):
        last = right
    return stretch._replace(first=first, last=last)


def _joins(
    text: str, tokens: Sequence[Token], stretch: Stretch, at: int, gap: int, *, far: bool
) -> bool:
    """Tell whether the token ``at`` may go on the stretch across the gap before token ``gap``.

    ``far`` tells that a comma may stand in the gap.
    """
    between = text[tokens[gap - 1].end : tokens[gap].start]
    parted = re.search(r"[.;:!?…()\[\]]" if far else r"[.,;:!?…()\[\]]", between)
    return is_neutral(tokens[at], stretch.evidence[at:]) and not parted


def is_neutral(token: Token, evidence: Sequence[float]) -> bool:
    """Tell whether a token may be of either language, by the first of the nats given.

    Without evidence, whether it is no word at all.
    """
    if not evidence or token.shape is Shape.OTHER:
        return token.shape in {Shape.NUMBER, Shape.OPAQUE, Shape.ACRONYM}
    low, high = NEUTRAL if token.shape is Shape.LOWER else NEUTRAL_NAME
    return low <= evidence[0] <= high


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
    if not is_initial(text, tokens[first].start):
        while first < stretch.first and not _speaks(tokens[first], stretch.evidence[first]):
            first += 1
    if last + 1 < len(tokens) and not _BREAK.match(text, tokens[last].end):
        while last > stretch.last and not _speaks(tokens[last], stretch.evidence[last]):
            last -= 1
    return first, last


def _speaks(token: Token, nats: float) -> bool:
    """Tell whether a token is a word of the foreign language rather than a name or a number."""
    return token.shape is Shape.LOWER and nats > 0


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
