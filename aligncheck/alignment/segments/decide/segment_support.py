"""How well each segment of a version stands in the alignment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aligncheck.alignment.arrays import Float32Array, Int64Array


@dataclass(frozen=True, slots=True)
class SegmentSupport:
    """The segments of one version after linking.

    ``support`` is as in ``BeadPath``, but for moved segments the log-odds of their link;
    ``linked`` is 1 for those that are in a link, else 0.
    """

    support: Float32Array
    linked: Float32Array

    @property
    def unlinked(self) -> Int64Array:
        """The indices of the segments that are in no link."""
        return np.flatnonzero(self.linked == 0)


def sum_up_support(
    support: Float32Array, linked: Iterable[tuple[int, int]], moved: Iterable[tuple[int, float]]
) -> SegmentSupport:
    """Sum up a version: its supports, the intervals in links, the log-odds of moved segments."""
    raised, taken = support.copy(), np.zeros(len(support), dtype=np.float32)
    for start, end in linked:
        taken[start:end] = 1.0
    for index, score in moved:
        raised[index] = score
    return SegmentSupport(raised, taken)


def find_unlinked(count: int, linked: Iterable[tuple[int, int]]) -> Int64Array:
    """Give the indices below ``count`` that no interval ``[start, end)`` holds."""
    mask = np.ones(count, dtype=bool)
    for start, end in linked:
        mask[start:end] = False
    return np.flatnonzero(mask)
