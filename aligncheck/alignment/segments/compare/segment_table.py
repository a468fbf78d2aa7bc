"""One version of an article as numbers: what the aligner sees of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from aligncheck.alignment.segments.compare.text_length import measure_lengths
from aligncheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.alignment.arrays import Float32Array, Int64Array
    from aligncheck.model import Segment

HEADING_FAMILY: Final = 1
"""A name for the family of headings among those below, not a quantity."""

_FAMILIES: Final = {
    Kind.HEADING: HEADING_FAMILY,
    Kind.CODE: 2,
    Kind.FRONT_MATTER: 3,
    Kind.TABLE_CELL: 4,
}
"""Kinds that hardly ever stand for each other; all that are not named here are running text."""


@dataclass(frozen=True, slots=True)
class SegmentTable:
    """One version: a row per segment in every array.

    ``vectors`` are unit rows, centred and mapped; ``lengths`` count letters, an ideograph for
    three; ``families`` and ``kinds`` are codes, ``levels`` the heading level or list depth.
    """

    vectors: Float32Array
    lengths: Float32Array
    families: Int64Array
    kinds: Int64Array
    levels: Int64Array

    def __len__(self) -> int:
        """Count the segments."""
        return len(self.lengths)

    def average_span(self, start: int, end: int) -> Float32Array:
        """Give the unit vector of the segments ``[start, end)``: their mean, weighted by length."""
        total = self.lengths[start:end] @ self.vectors[start:end]
        unit: Float32Array = total / max(float(np.linalg.norm(total)), 1e-9)
        return unit

    def select_rows(self, rows: Int64Array) -> SegmentTable:
        """Keep some of the segments, in the order given."""
        return SegmentTable(
            self.vectors[rows],
            self.lengths[rows],
            self.families[rows],
            self.kinds[rows],
            self.levels[rows],
        )


def tabulate_segments(segments: Sequence[Segment], vectors: Float32Array) -> SegmentTable:
    """Describe a version by its segments and their vectors."""
    kinds = list(Kind)
    return SegmentTable(
        vectors=vectors,
        lengths=measure_lengths(segment.text for segment in segments),
        families=np.array([_FAMILIES.get(s.kind, 0) for s in segments], dtype=np.int64),
        kinds=np.array([kinds.index(s.kind) for s in segments], dtype=np.int64),
        levels=np.array([s.level for s in segments], dtype=np.int64),
    )
