"""A span that was left in another language, and how much of its segment it is."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_WORDS_BETWEEN = 3
"""Words that may stand between two spans which are one; chosen as a name with its article."""
LEAST_WORDS_JOINED = 6
"""Words that each of the two must have; chosen so that neither is a fragment by itself."""
SHARE_OF_SEGMENT = 0.9
"""The share of a segment's text from which on a span is the segment; chosen so that a label or a
number before it may be left over."""
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")


class LeftoverLevel(StrEnum):
    """How much of its segment a foreign span is."""

    SEGMENT = "segment"
    SENTENCE = "sentence"
    FRAGMENT = "fragment"


class ForeignSpan(NamedTuple):
    """``text[start:end]`` is in ``language``; ``confidence`` is the probability of that."""

    start: int
    end: int
    language: str
    level: LeftoverLevel
    confidence: float


def is_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether a span starts where a sentence starts and ends where one ends."""
    ends = end == len(text) or _SENTENCE_END.search(text[start:end])
    begins = not text[:start].strip() or _SENTENCE_END.search(text[:start].rstrip())
    return bool(ends and begins)


def join_spans(text: str, spans: Iterable[ForeignSpan]) -> tuple[ForeignSpan, ...]:
    """Join neighbouring spans in one language, and widen what is nearly the whole text."""
    result: list[ForeignSpan] = []
    for one in spans:
        if result and _are_one(text, result[-1], one):
            result[-1] = _set_level(text, result[-1]._replace(end=one.end))
        else:
            result.append(one)
    if len(result) == 1 and result[0].level is LeftoverLevel.FRAGMENT and _is_most(text, result[0]):
        return (result[0]._replace(start=0, end=len(text), level=LeftoverLevel.SEGMENT),)
    return tuple(result)


def _is_most(text: str, span: ForeignSpan) -> bool:
    return span.end - span.start >= SHARE_OF_SEGMENT * len(text)


def _set_level(text: str, span: ForeignSpan) -> ForeignSpan:
    sentence = is_sentence(text, span.start, span.end)
    return span._replace(level=LeftoverLevel.SENTENCE if sentence else LeftoverLevel.FRAGMENT)


def _are_one(text: str, before: ForeignSpan, after: ForeignSpan) -> bool:
    gap = len(_WORD.findall(text, before.end, after.start))
    words = (len(_WORD.findall(text, one.start, one.end)) for one in (before, after))
    return (
        before.language == after.language
        and gap <= MOST_WORDS_BETWEEN
        and min(words) >= LEAST_WORDS_JOINED
    )
