"""A passage that was left in another language, and how much of its segment it is."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")


class Level(StrEnum):
    """How much of its segment a passage is."""

    SEGMENT = "segment"
    SENTENCE = "sentence"
    FRAGMENT = "fragment"


class Passage(NamedTuple):
    """``text[start:end]`` is in ``language``; ``confidence`` is the probability of that."""

    start: int
    end: int
    language: str
    level: Level
    confidence: float


def is_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch starts where a sentence starts and ends where one ends."""
    ends = end == len(text) or _SENTENCE_END.search(text[start:end])
    begins = not text[:start].strip() or _SENTENCE_END.search(text[:start].rstrip())
    return bool(ends and begins)
