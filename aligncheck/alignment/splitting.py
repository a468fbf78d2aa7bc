"""Texts split into sentences."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from aligncheck.locales import language
from aligncheck.model import Slice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aligncheck.model import Segment

REMEMBERED = 4096
"""Texts whose sentences are remembered: they are asked for once to embed and once to align."""


def sentences(segments: Iterable[Segment], locale: str) -> tuple[Slice, ...]:
    """Split some segments of a version into sentences."""
    return tuple(
        Slice(segment, start, end)
        for segment in segments
        for start, end in boundaries(segment.text, language(locale))
    )


@lru_cache(maxsize=REMEMBERED)
def boundaries(text: str, tongue: str) -> tuple[tuple[int, int], ...]:
    """Give the start and end of each sentence, without the white space around it.

    A piece that goes on in lower case or with a digit belongs to the one before: it followed an
    abbreviation that the splitter does not know. So does one without a letter or digit.
    """
    from sentencex import get_sentence_boundaries  # noqa: PLC0415 - only loaded on suspicion

    found: list[tuple[int, int]] = []
    for boundary in get_sentence_boundaries(tongue, text):
        piece = text[boundary["start_index"] : boundary["end_index"]]
        start = boundary["start_index"] + len(piece) - len(piece.lstrip())
        end = boundary["start_index"] + len(piece.rstrip())
        if start >= end:
            continue
        if found and _goes_on(text[start:end]):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return tuple(found)


def _goes_on(piece: str) -> bool:
    opening = piece[0].islower() or piece[0].isdigit()
    return opening or not any(character.isalnum() for character in piece)
