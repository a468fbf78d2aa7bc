"""Counterparts that stand elsewhere in the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.program import Link
from aligncheck.alignment.scale import mutual

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aligncheck.alignment.sides import FloatArray, IntArray

SURE = 1.0
"""The log-odds from which two segments that are left over are taken for counterparts."""


def crossing(links: Sequence[Link], scores: FloatArray) -> list[Link]:
    """Link the segments that the ordered links leave over, wherever they stand.

    ``scores`` are log-odds, (source, target). Two that want each other most are linked.
    """
    rows = left_over(scores.shape[0], (link.source for link in links))
    columns = left_over(scores.shape[1], (link.target for link in links))
    if not len(rows) or not len(columns):
        return []
    rest = scores[np.ix_(rows, columns)]
    left, right = mutual(rest)
    found = [
        Link((int(rows[i]), int(rows[i]) + 1), (int(columns[j]), int(columns[j]) + 1))
        for i, j in zip(left, right, strict=True)
        if rest[i, j] >= SURE
    ]
    return sorted(found, key=lambda link: link.source)


def far(link: Link, links: Sequence[Link]) -> bool:
    """Tell whether a link crosses more than a neighbour: two that changed places are no move."""
    crossed = [
        other
        for other in links
        if (other.source < link.source) != (other.target < link.target) and other != link
    ]
    return len(crossed) > 1


def left_over(count: int, taken: Iterable[tuple[int, int]]) -> IntArray:
    """Give the indices below ``count`` that no interval ``[start, end)`` holds."""
    mask = np.ones(count, dtype=bool)
    for start, end in taken:
        mask[start:end] = False
    return np.flatnonzero(mask)
