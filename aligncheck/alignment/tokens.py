"""Tokens that two versions share: numbers, names, code, links, acronyms, untranslated words.

A segment's tokens become a short vector by feature hashing with signs (Weinberger and others,
2009), so that the tokens of joined segments add up like their embeddings do.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from aligncheck.model import InlineKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aligncheck.alignment.sides import FloatArray
    from aligncheck.model import Segment

WIDTH = 256
"""Columns of a sketch: two unlike tokens meet in one of them once in 256 times."""

_TOKEN = re.compile(r"[^\W\d_\u2e80-\u9fff\uac00-\ud7a3]+|\d+(?:[.,:]\d+)*")


def sketches(source: Sequence[Segment], target: Sequence[Segment]) -> tuple[FloatArray, FloatArray]:
    """Sketch the tokens of two versions that occur in both, the rarer the heavier.

    A token weighs the logarithm of how many segments of both versions lack it, so what is
    everywhere (``the``, a program's name) says little. Shape (segments, ``WIDTH``) each.
    """
    left, right = [tokens(s) for s in source], [tokens(s) for s in target]
    counts = [Counter(token for bag in bags for token in bag) for bags in (left, right)]
    total = len(left) + len(right)
    weights = {
        token: float(np.log((1 + total) / (1 + counts[0][token] + counts[1][token])) + 0.5)
        for token in counts[0].keys() & counts[1].keys()
    }
    return _sketch(left, weights), _sketch(right, weights)


def tokens(segment: Segment) -> frozenset[str]:
    """Give the distinct words in an alphabet, the numbers and the addresses of a segment."""
    words = (match.group().casefold() for match in _TOKEN.finditer(segment.text))
    links = (i.value for i in segment.inline if i.kind is InlineKind.LINK)
    return frozenset([*words, *links])


def _sketch(bags: Sequence[Iterable[str]], weights: dict[str, float]) -> FloatArray:
    sketch = np.zeros((len(bags), WIDTH), dtype=np.float32)
    for row, bag in enumerate(bags):
        for token in bag:
            if token in weights:
                code = crc32(token.encode())
                sketch[row, code % WIDTH] += weights[token] * (1 if code & 0x10000 else -1)
    return sketch
