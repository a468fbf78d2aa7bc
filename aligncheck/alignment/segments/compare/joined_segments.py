"""Neighbouring segments taken together, as the sides of an n:m bead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.arrays import normalize_rows

if TYPE_CHECKING:
    from aligncheck.alignment.arrays import Float32Array, Int64Array
    from aligncheck.alignment.segments.compare.segment_table import SegmentTable

BeadShape = tuple[int, int]
"""How many segments of the source and of the target a bead holds: n:m."""


@dataclass(frozen=True, slots=True)
class JoinedSegments:
    """For one size, a row per segment: it and the ``size - 1`` segments before it as one.

    The vector is the mean of the parts, weighted by length: as good as the vector of the joined
    text. Rows that lack predecessors hold what there is. ``mixed`` counts the parts that are of
    another family than the last one.
    """

    vectors: Float32Array
    lengths: Float32Array
    mixed: Int64Array


def join_neighbours(table: SegmentTable, size: int) -> JoinedSegments:
    """Join every segment with the ``size - 1`` before it."""
    # Size 3, row 4:  s2 s3 [s4]  by adding up the rows shifted by one and by two. The first rows
    # hold fewer; no bead that would reach beyond the edge is ever on a path.
    weighted = table.vectors * table.lengths[:, None]
    vectors, lengths = weighted.copy(), table.lengths.copy()
    mixed = np.zeros(len(table), dtype=np.int64)
    for back in range(1, size):
        vectors[back:] += weighted[:-back]
        lengths[back:] += table.lengths[:-back]
        mixed[back:] += table.families[:-back] != table.families[back:]
    return JoinedSegments(normalize_rows(vectors), lengths, mixed)
