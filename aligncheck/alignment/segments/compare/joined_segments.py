"""Neighbouring segments taken together, as the parts of an n:m bead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from aligncheck.alignment.segments.compare.segment_table import FloatArray, IntArray, Side

Shape = tuple[int, int]
"""How many segments of the source and of the target a bead holds."""


@dataclass(frozen=True, slots=True)
class Joins:
    """For one size, a row per segment: it and the ``size - 1`` segments before it as one.

    The vector is the mean of the parts, weighted by length: as good as the vector of the joined
    text. Rows that lack predecessors hold what there is. ``mixed`` counts the parts that are of
    another family than the last one.
    """

    vectors: FloatArray
    lengths: FloatArray
    mixed: IntArray


def joins(side: Side, size: int) -> Joins:
    """Join every segment with the ``size - 1`` before it."""
    weighted = side.vectors * side.lengths[:, None]
    vectors, lengths = weighted.copy(), side.lengths.copy()
    mixed = np.zeros(len(side), dtype=np.int64)
    for back in range(1, size):
        vectors[back:] += weighted[:-back]
        lengths[back:] += side.lengths[:-back]
        mixed[back:] += side.families[:-back] != side.families[back:]
    return Joins(unit(vectors), lengths, mixed)


def unit(vectors: FloatArray) -> FloatArray:
    """Scale rows to length one; a row of zeros stays."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: FloatArray = (vectors / np.maximum(norms, 1e-9)).astype(np.float32)
    return scaled
