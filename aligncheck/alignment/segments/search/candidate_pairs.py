"""What is usual between two versions, from the pairs that want each other most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.segments.compare.link_features import SMOOTH, Scale

if TYPE_CHECKING:
    from aligncheck.alignment.segments.compare.segment_table import FloatArray, IntArray, Side

TYPICAL = 0.55
"""The median cosine of true pairs in well-translated pages, centred (sv-en .66, sv-zh .53)."""

TRUST = 5.0
"""How many pairs the prior values count for."""

BLOCK = 512
"""Source segments that are compared at once."""

REACH = 1024
"""How far from the expected place counterparts are looked for in long documents, in segments."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of segments: their rows, in order, their columns and their cosine."""

    rows: IntArray
    columns: IntArray
    similarity: FloatArray


def candidates(source: Side, target: Side) -> Pairs:
    """Find the pairs of segments that want each other most.

    Each block of source segments is compared with the target segments around the place where
    the pairs of the block before let expect it, so the work grows with length alone.
    """
    count = len(source)
    best = np.full(count, -1, dtype=np.int64)
    value = np.full(count, -np.inf, dtype=np.float32)
    rival = np.full(len(target), -np.inf, dtype=np.float32)
    drift = 0
    for top in range(0, count, BLOCK):
        rows = slice(top, min(top + BLOCK, count))
        columns = _window(rows, drift, count, len(target))
        similarity = source.vectors[rows] @ target.vectors[columns].T
        best[rows] = similarity.argmax(axis=1) + columns.start
        value[rows] = similarity.max(axis=1)
        np.maximum(rival[columns], similarity.max(axis=0), out=rival[columns])
        drift = _drift(best[rows], rival, value[rows], top, drift)
    agree = np.flatnonzero(value >= rival[best])
    return Pairs(agree, best[agree], value[agree])


def _window(rows: slice, drift: int, count: int, width: int) -> slice:
    """Give the columns to look at; all of them where the target is short."""
    if width <= 2 * REACH + BLOCK:
        return slice(0, width)
    start = min(max(rows.start + drift - REACH, 0), width - REACH)
    stop = width if rows.stop == count else min(rows.stop + drift + REACH, width)
    return slice(start, max(stop, start + REACH))


def _drift(best: IntArray, rival: FloatArray, value: FloatArray, top: int, before: int) -> int:
    """Give the typical distance from the diagonal of a block's mutual pairs."""
    agree = np.flatnonzero(value >= rival[best])
    if len(agree) < BLOCK // 8:
        return before
    tail = agree[-BLOCK // 4 :]
    return int(np.median(best[tail] - tail - top))


def measure(source: Side, target: Side, pairs: Pairs) -> Scale:
    """Estimate what is usual from likely pairs, shrunk to what is usual everywhere."""
    logs = np.log((source.lengths[pairs.rows] + SMOOTH) / (target.lengths[pairs.columns] + SMOOTH))
    return shrunk(middle(pairs.similarity), middle(logs), len(pairs.rows))


def shrunk(similarity: float, ratio: float, count: int) -> Scale:
    """Draw what is usual among ``count`` pairs towards what is usual everywhere."""
    similarity = (similarity * count + TYPICAL * TRUST) / (count + TRUST)
    return Scale(max(similarity, TYPICAL / 2), ratio * count / (count + TRUST))


def middle(values: FloatArray) -> float:
    """Give the median, 0 of nothing; np.median would load numpy.ma."""
    ordered, half = np.sort(values), len(values) // 2
    return float((ordered[half] + ordered[~half]) / 2) if len(values) else 0.0
