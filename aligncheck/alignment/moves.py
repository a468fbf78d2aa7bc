"""Counterparts that stand elsewhere in the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.gains import link_scores
from aligncheck.alignment.program import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aligncheck.alignment.evidence import Scale
    from aligncheck.alignment.gains import GainModel
    from aligncheck.alignment.sides import FloatArray, IntArray, Side

SURE = 2.2
"""The log-odds from which two segments that are left over are taken for counterparts. The fitted
model makes it four in five; a wrong move hides a loss."""

SQUARE = (2, 2)

MOST = 3000
"""Segments left over on one side beyond which nothing is said of moves: that is no version."""


def crossing(
    links: Sequence[Link], source: Side, target: Side, scale: Scale, model: GainModel
) -> list[tuple[Link, float]]:
    """Link the segments that the ordered links leave over, wherever they stand.

    Two that want each other most are linked; with each link come its log-odds.
    """
    rows = left_over(len(source), (link.source for link in links))
    columns = left_over(len(target), (link.target for link in links))
    if not 0 < len(rows) <= MOST or not 0 < len(columns) <= MOST:
        return []
    scores = link_scores(source.take(rows), target.take(columns), scale, model)
    return [
        (Link((row, row + 1), (column, column + 1)), float(scores[i, j]))
        for i, j in mutual(scores)
        if scores[i, j] >= SURE
        for row, column in [(int(rows[i]), int(columns[j]))]
    ]


def uncrossed(
    links: Iterable[Link], source: Side, target: Side, scale: Scale, model: GainModel
) -> list[Link]:
    """Part beads of two with two whose segments rather are counterparts crosswise.

    In order, neighbours that changed places can only be linked together.
    """
    parted: list[Link] = []
    for link in links:
        (a, b), (c, d) = link.source, link.target
        if (b - a, d - c) != SQUARE:
            parted.append(link)
            continue
        scores = link_scores(
            source.take(np.arange(a, b)), target.take(np.arange(c, d)), scale, model
        )
        swapped = min(scores[0, 1], scores[1, 0]) > max(0.0, scores[0, 0], scores[1, 1])
        crosswise = [Link((a, a + 1), (d - 1, d)), Link((b - 1, b), (c, c + 1))]
        parted += crosswise if swapped else [link]
    return parted


def mutual(scores: FloatArray) -> Iterable[tuple[int, int]]:
    """Give the cells that are the largest of their row and of their column."""
    best = scores.argmax(axis=1)
    agree = scores.argmax(axis=0)[best] == np.arange(len(best))
    return ((int(row), int(best[row])) for row in np.flatnonzero(agree))


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
