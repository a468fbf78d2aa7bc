"""Moved links: counterparts that stand elsewhere in the order.

A path never crosses itself, so that what changed places stays alone in it:

    source   s1  s2  s3  s4          links in order   s1 = t1, s3 = t2, s4 = t3
    target   s1' s3' s4' s2'         moved            s2 = t4, which crosses two of them
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from aligncheck.alignment.logistic_model import to_probability
from aligncheck.alignment.segments.compare.bead_scores import score_links
from aligncheck.alignment.segments.decide.segment_support import find_unlinked
from aligncheck.alignment.segments.search.dynamic_program import BeadSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.alignment.fitted_models import BeadModels, FittedModels
    from aligncheck.alignment.segments.compare.joined_segments import BeadShape
    from aligncheck.alignment.segments.search.first_pass import PathDraft

MOVED_FEATURES: Final = ("score", "crossed")
"""The features of two segments that are left over and each other's best: the log-odds of a link,
and the natural logarithm of one more than the links it would cross."""

_MOVED_PROBABILITY: Final = 0.5
"""The probability from which two segments that are left over are taken for counterparts: from
here on it is more likely right than wrong, by the model that training/alignment_models.py fits
(held-out precision and recall stand in ``fitted/models.json``)."""

_SWAPPED_SHAPE: Final[BeadShape] = (2, 2)

_MAX_LEFTOVERS: Final = 3000
"""Segments left over on one side beyond which nothing is said of moves. Chosen because that is no
version of the other text, and the table of all pairs would not fit into memory."""


class MovedLink(NamedTuple):
    """A link out of order, its log-odds, and the probability that it is right."""

    bead: BeadSpan
    score: float
    confidence: float


def find_moved_links(
    draft: PathDraft, beads: Sequence[BeadSpan], models: FittedModels
) -> list[MovedLink]:
    """Link the segments that the beads in order leave over, wherever they stand.

    Two that are each other's best are linked.
    """
    pairs, features = pair_leftovers(draft, beads, models.bead)
    chances = to_probability(models.moved.score_features(MOVED_FEATURES, features))
    return [
        MovedLink(BeadSpan((row, row + 1), (column, column + 1)), float(score), float(chance))
        for (row, column), score, chance in zip(pairs, features[0], chances, strict=True)
        if chance >= _MOVED_PROBABILITY
    ]


def pair_leftovers(
    draft: PathDraft, beads: Sequence[BeadSpan], models: BeadModels
) -> tuple[list[tuple[int, int]], list[Float32Array]]:
    """Give the segments left over that are each other's best, and their ``MOVED_FEATURES``."""
    source, target = draft.source, draft.target
    rows = find_unlinked(len(source), (bead.source for bead in beads))
    columns = find_unlinked(len(target), (bead.target for bead in beads))
    if not 0 < len(rows) <= _MAX_LEFTOVERS or not 0 < len(columns) <= _MAX_LEFTOVERS:
        return [], [np.zeros(0, dtype=np.float32)] * len(MOVED_FEATURES)
    scores = score_links(source.select_rows(rows), target.select_rows(columns), draft.scale, models)
    cells = _find_mutual_best(scores)
    pairs = [(int(rows[i]), int(columns[j])) for i, j in cells]
    starts = np.array([(bead.source[0], bead.target[0]) for bead in beads]).reshape(-1, 2)
    # A bead crosses a pair where it starts before it on one side only: one of two is less.
    crossed = [np.count_nonzero((starts < pair).sum(axis=1) == 1) for pair in pairs]
    log_odds = np.array([scores[cell] for cell in cells], dtype=np.float32)
    return pairs, [log_odds, np.log1p(np.array(crossed, dtype=np.float32))]


def split_swapped_beads(draft: PathDraft, models: BeadModels) -> list[BeadSpan]:
    """Part the 2:2 beads of a path whose segments rather are counterparts crosswise.

    In order, neighbours that changed places can only be linked together.
    """
    parted: list[BeadSpan] = []
    for bead in draft.path.beads:
        if bead.shape != _SWAPPED_SHAPE:
            parted.append(bead)
            continue
        (a, b), (c, d) = bead.source, bead.target
        source = draft.source.select_rows(np.arange(a, b))
        target = draft.target.select_rows(np.arange(c, d))
        scores = score_links(source, target, draft.scale, models)
        swapped = min(scores[0, 1], scores[1, 0]) > max(0.0, scores[0, 0], scores[1, 1])
        crosswise = [BeadSpan((a, a + 1), (d - 1, d)), BeadSpan((b - 1, b), (c, c + 1))]
        parted += crosswise if swapped else [bead]
    return parted


def _find_mutual_best(scores: Float32Array) -> list[tuple[int, int]]:
    """Give the cells that are the largest of their row and of their column."""
    best = scores.argmax(axis=1)
    agree = scores.argmax(axis=0)[best] == np.arange(len(best))
    return [(int(row), int(best[row])) for row in np.flatnonzero(agree)]


def crosses_several(bead: BeadSpan, beads: Iterable[BeadSpan]) -> bool:
    """Tell whether a bead crosses more than a neighbour: two that changed places are no move."""
    crossed = [
        other
        for other in beads
        if (other.source < bead.source) != (other.target < bead.target) and other != bead
    ]
    return len(crossed) > 1
