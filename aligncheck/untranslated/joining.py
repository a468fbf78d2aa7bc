"""Joins passages that a few words of both languages part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aligncheck.untranslated.passage import Level, is_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aligncheck.untranslated.passage import Passage

GAP = 3
"""Words that may stand between two passages which are one."""
LONG = 6
"""Words that each of the two must have, so that neither is a fragment by itself."""
MOST = 0.9
"""The share of a segment's text from which on a passage is the segment."""
_WORD = re.compile(r"[^\W_]+")


def joined(text: str, passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Join neighbouring passages in one language, and widen what is nearly the whole text."""
    result: list[Passage] = []
    for one in passages:
        if result and _are_one(text, result[-1], one):
            result[-1] = _levelled(text, result[-1]._replace(end=one.end))
        else:
            result.append(one)
    if len(result) == 1 and result[0].level is Level.FRAGMENT and _is_most(text, result[0]):
        return (result[0]._replace(start=0, end=len(text), level=Level.SEGMENT),)
    return tuple(result)


def _is_most(text: str, passage: Passage) -> bool:
    return passage.end - passage.start >= MOST * len(text)


def _levelled(text: str, passage: Passage) -> Passage:
    sentence = is_sentence(text, passage.start, passage.end)
    return passage._replace(level=Level.SENTENCE if sentence else Level.FRAGMENT)


def _are_one(text: str, before: Passage, after: Passage) -> bool:
    gap = len(_WORD.findall(text, before.end, after.start))
    words = (len(_WORD.findall(text, one.start, one.end)) for one in (before, after))
    return before.language == after.language and gap <= GAP and min(words) >= LONG
