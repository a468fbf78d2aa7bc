"""The heaviest sequence of pairs that grows on both sides."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from aligncheck.alignment.segments.compare.segment_table import FloatArray, IntArray


def longest_chain(columns: IntArray, weights: FloatArray) -> IntArray:
    """Give the positions of the heaviest chain of pairs in which columns strictly increase.

    The pairs come in the order of their rows; weights are positive. Time grows as n log n (a
    staircase of best sums by column).
    """
    ends: list[int] = []
    sums: list[float] = []
    holders: list[int] = []
    previous = np.full(len(columns), -1, dtype=np.int64)
    for position, (column, weight) in enumerate(
        zip(columns.tolist(), weights.tolist(), strict=True)
    ):
        at = bisect_left(ends, column)
        total = weight + (sums[at - 1] if at else 0.0)
        previous[position] = holders[at - 1] if at else -1
        stop = at
        while stop < len(ends) and sums[stop] <= total:
            stop += 1
        if stop > at or at == len(ends) or ends[at] > column:
            ends[at:stop] = [column]
            sums[at:stop] = [total]
            holders[at:stop] = [position]
    return _followed(previous, holders[-1] if holders else -1)


def _followed(previous: IntArray, last: int) -> IntArray:
    chain: list[int] = []
    while last >= 0:
        chain.append(last)
        last = int(previous[last])
    return np.array(chain[::-1], dtype=np.int64)
