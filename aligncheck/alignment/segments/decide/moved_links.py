"""Counterparts that stand elsewhere in the order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from aligncheck.alignment.logistic_model import probability
from aligncheck.alignment.segments.compare.bead_scores import link_scores
from aligncheck.alignment.segments.search.dynamic_program import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aligncheck.alignment.fitted_models import Models
    from aligncheck.alignment.segments.compare.bead_scores import GainModel
    from aligncheck.alignment.segments.compare.link_features import Scale
    from aligncheck.alignment.segments.compare.segment_table import FloatArray, IntArray, Side

MOVED = ("score", "crossed")
"""The features of two segments that are left over and want each other most: the log-odds of a
link, and the logarithm of one more than the links it would cross."""

LIKELY = 0.5
"""The probability from which two segments that are left over are taken for counterparts."""

SQUARE = (2, 2)

MOST = 3000
"""Segments left over on one side beyond which nothing is said of moves: that is no version."""


class Crossing(NamedTuple):
    """A link out of order, its log-odds, and the probability that it is right."""

    link: Link
    score: float
    confidence: float


def crossing(
    links: Sequence[Link], source: Side, target: Side, scale: Scale, models: Models
) -> list[Crossing]:
    """Link the segments that the ordered links leave over, wherever they stand.

    Two that want each other most are linked.
    """
    pairs, features = left_pairs(links, source, target, scale, models.gain)
    chances = probability(models.moved.score(MOVED, features))
    return [
        Crossing(Link((row, row + 1), (column, column + 1)), float(score), float(chance))
        for (row, column), score, chance in zip(pairs, features[0], chances, strict=True)
        if chance >= LIKELY
    ]


def left_pairs(
    links: Sequence[Link], source: Side, target: Side, scale: Scale, model: GainModel
) -> tuple[list[tuple[int, int]], list[FloatArray]]:
    """Give the segments left over that want each other most, and their features as in ``MOVED``."""
    rows = left_over(len(source), (link.source for link in links))
    columns = left_over(len(target), (link.target for link in links))
    if not 0 < len(rows) <= MOST or not 0 < len(columns) <= MOST:
        return [], [np.zeros(0, dtype=np.float32)] * len(MOVED)
    scores = link_scores(source.take(rows), target.take(columns), scale, model)
    cells = list(mutual(scores))
    pairs = [(int(rows[i]), int(columns[j])) for i, j in cells]
    starts = np.array([(link.source[0], link.target[0]) for link in links]).reshape(-1, 2)
    crossed = [np.count_nonzero((starts < pair).sum(axis=1) == 1) for pair in pairs]
    odds = np.array([scores[cell] for cell in cells], dtype=np.float32)
    return pairs, [odds, np.log1p(np.array(crossed, dtype=np.float32))]


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
