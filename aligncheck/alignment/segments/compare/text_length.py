"""How long a text is, so that scripts can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aligncheck.alignment.arrays import Float32Array

_LETTERS_PER_IDEOGRAPH: Final = 3.0
"""What an ideograph or kana says, in letters of an alphabet. Chosen because about a third of the
characters carry the same text; what it is off by in a pair is taken up by ``PairScale.ratio``."""

_FIRST_WIDE, _LAST_IDEOGRAPH, _FIRST_HANGUL = "\u2e80", "\u9fff", "\uac00"


def measure_length(text: str) -> float:
    """Measure a text in letters, an ideograph for three; nothing is shorter than one."""
    if max(text, default="") < _FIRST_WIDE:
        return max(1.0, len(text))
    wide = sum(
        _FIRST_WIDE <= letter <= _LAST_IDEOGRAPH or letter >= _FIRST_HANGUL for letter in text
    )
    return max(1.0, len(text) + (_LETTERS_PER_IDEOGRAPH - 1) * wide)


def measure_lengths(texts: Iterable[str]) -> Float32Array:
    """Measure several texts."""
    return np.array([measure_length(text) for text in texts], dtype=np.float32)
