"""One version of an article as numbers: what the aligner sees of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from aligncheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.model import Segment

FloatArray: TypeAlias = NDArray[np.float32]
IntArray: TypeAlias = NDArray[np.int64]

HEADING = 1

FAMILIES = {
    Kind.HEADING: HEADING,
    Kind.CODE: 2,
    Kind.FRONT_MATTER: 3,
    Kind.TABLE_CELL: 4,
}
"""Kinds that hardly ever stand for each other; all that are not named here are running text."""

WIDE = 3.0
"""What an ideograph or kana says, in letters of an alphabet: about a third of the characters
carry the same text."""


@dataclass(frozen=True, slots=True)
class Side:
    """One version: a row per segment in every array.

    ``vectors`` are unit rows, centred and mapped; ``lengths`` count letters, an ideograph for
    three; ``families`` and ``kinds`` are codes, ``levels`` the heading level or list depth.
    """

    vectors: FloatArray
    lengths: FloatArray
    families: IntArray
    kinds: IntArray
    levels: IntArray

    def __len__(self) -> int:
        """Count the segments."""
        return len(self.lengths)

    def centre(self, start: int, end: int) -> FloatArray:
        """Give the unit vector of the segments ``[start, end)``: their mean, weighted by length."""
        total = self.lengths[start:end] @ self.vectors[start:end]
        unit: FloatArray = total / max(float(np.linalg.norm(total)), 1e-9)
        return unit

    def take(self, rows: IntArray) -> Side:
        """Keep some of the segments, in the order given."""
        return Side(
            self.vectors[rows],
            self.lengths[rows],
            self.families[rows],
            self.kinds[rows],
            self.levels[rows],
        )


def side(segments: Sequence[Segment], vectors: FloatArray) -> Side:
    """Describe a version by its segments and their vectors."""
    kinds = list(Kind)
    return Side(
        vectors=vectors,
        lengths=np.array([length(segment.text) for segment in segments], dtype=np.float32),
        families=np.array([FAMILIES.get(s.kind, 0) for s in segments], dtype=np.int64),
        kinds=np.array([kinds.index(s.kind) for s in segments], dtype=np.int64),
        levels=np.array([s.level for s in segments], dtype=np.int64),
    )


def length(text: str) -> float:
    """Measure a text in letters, so that scripts can be compared."""
    if max(text, default="") < "\u2e80":
        return max(1.0, len(text))
    wide = sum("\u2e80" <= character <= "\u9fff" or character >= "\uac00" for character in text)
    return max(1.0, len(text) + (WIDE - 1) * wide)
