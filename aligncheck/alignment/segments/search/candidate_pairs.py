"""Candidates: the pairs of segments of which each is the other's nearest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from aligncheck.alignment.arrays import Float32Array, Int64Array
    from aligncheck.alignment.segments.compare.segment_table import SegmentTable

_BLOCK_ROWS: Final = 512
"""Source segments that are compared at once. Chosen to keep a block of cosines in the cache."""

_SEARCH_REACH: Final = 1024
"""How far from the expected place candidates are looked for in long documents, in segments.
Chosen so that a lost chapter does not put them out of reach."""


@dataclass(frozen=True, slots=True)
class CandidatePairs:
    """Pairs of segments: their rows, in order, their columns and their cosine."""

    rows: Int64Array
    columns: Int64Array
    similarity: Float32Array


def find_candidate_pairs(source: SegmentTable, target: SegmentTable) -> CandidatePairs:
    """Find the pairs of segments of which each is the other's nearest.

    Each block of source segments is compared with the target segments around the place where
    the candidates of the block before let expect it, so the work grows with length alone.
    """
    count = len(source)
    best = np.full(count, -1, dtype=np.int64)
    value = np.full(count, -np.inf, dtype=np.float32)
    rival = np.full(len(target), -np.inf, dtype=np.float32)
    drift = 0
    for top in range(0, count, _BLOCK_ROWS):
        rows = slice(top, min(top + _BLOCK_ROWS, count))
        columns = _choose_window(rows, drift, count, len(target))
        similarity = source.vectors[rows] @ target.vectors[columns].T
        best[rows] = similarity.argmax(axis=1) + columns.start
        value[rows] = similarity.max(axis=1)
        np.maximum(rival[columns], similarity.max(axis=0), out=rival[columns])
        drift = _measure_drift(best[rows], rival, value[rows], top, drift)
    agree = np.flatnonzero(value >= rival[best])
    return CandidatePairs(agree, best[agree], value[agree])


def _choose_window(rows: slice, drift: int, count: int, width: int) -> slice:
    """Give the columns to look at; all of them where the target is short."""
    if width <= 2 * _SEARCH_REACH + _BLOCK_ROWS:
        return slice(0, width)
    start = min(max(rows.start + drift - _SEARCH_REACH, 0), width - _SEARCH_REACH)
    stop = width if rows.stop == count else min(rows.stop + drift + _SEARCH_REACH, width)
    return slice(start, max(stop, start + _SEARCH_REACH))


def _measure_drift(
    best: Int64Array, rival: Float32Array, value: Float32Array, top: int, before: int
) -> int:
    """Give the typical distance from the diagonal of a block's candidates, in segments."""
    agree = np.flatnonzero(value >= rival[best])
    # Fewer than one in eight say nothing: the block may stand in a section that was lost.
    if len(agree) < _BLOCK_ROWS // 8:
        return before
    tail = agree[-_BLOCK_ROWS // 4 :]
    return int(np.median(best[tail] - tail - top))
