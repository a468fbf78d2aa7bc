"""The heaviest chain of candidates that grows on both sides: from it the anchors are chosen."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from aligncheck.alignment.arrays import Float32Array, Int64Array


def find_heaviest_chain(columns: Int64Array, weights: Float32Array) -> Int64Array:
    """Give the positions of the heaviest chain of pairs in which columns strictly increase.

    The pairs come in the order of their rows; weights are positive. Time grows as n log n.
    """
    # A staircase of the best sums by the column where a chain ends: both grow from left to right.
    # A new pair extends the best chain that ends before its column, and every step to its right
    # that is not heavier is of no use any more:
    #
    #     ends   3   7  12            a pair in column 5 of weight 2:   3   5  12
    #     sums  .9 1.4 3.5            .9 + 2 = 2.9 beats the step at 7  .9 2.9 3.5
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
    return _trace_chain(previous, holders[-1] if holders else -1)


def _trace_chain(previous: Int64Array, last: int) -> Int64Array:
    chain: list[int] = []
    while last >= 0:
        chain.append(last)
        last = int(previous[last])
    return np.array(chain[::-1], dtype=np.int64)
